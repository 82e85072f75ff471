import type { Span } from '../kinds.ts';
import { BRAND, COMMON, GIVEN, PLACE, SURNAME } from '../lexicon/lookup.ts';
import type { Token } from '../text/tokens.ts';
import { leads, leadText, roleBefore } from './name-leads.ts';

const NAME = GIVEN | SURNAME;
const THING = COMMON | PLACE | BRAND;

/** `Family, Given` in a field of its own: after a word for a person or between cell borders, with nothing behind. */
export function commaName(text: string, tokens: readonly Token[], at: number): Span | undefined {
  const first = tokens[at];
  const second = tokens[at + 1];
  if (first === undefined || second === undefined || !second.word.capital || second.word.digits)
    return undefined;
  const gap = text.slice(first.end, second.start);
  const after = text.slice(second.end, second.end + 70);
  // Rows of separated values: both parts of a name, then an e-mail address or a telephone number.
  const row = /^[,;\t|] ?$/.test(gap) && /^[,;\t|] ?(?:[^\s,;|]{1,64}@|\+\d)/.test(after);
  // Citations: `Family, G.` before a year, another author or the end.
  const cited =
    gap === ', ' && second.word.text.length === 1 && /^\.(?: ?\p{Lu}\.)*,? ?(?:\(|&|,|and |$)/u.test(after);
  if ((row || cited) && (first.word.known & THING) === 0 && !first.word.digits && first.word.text.length > 2)
    return { kind: 'person-name', start: first.start, end: second.end, confidence: 0.65 };
  if (gap !== ', ') return undefined;
  const third = tokens[at + 2];
  if (third?.word.capital === true && third.start - second.end === 1 && third.word.text.length > 1)
    return undefined;
  for (const { word } of [first, second])
    if (word.text.length < 2 || ((word.known & THING) !== 0 && (word.known & NAME) === 0)) return undefined;
  const given = (second.word.known & GIVEN) !== 0;
  const before = leadText(text, first.start);
  const strong = leads(before) || roleBefore(text, tokens, at);
  const field = /(?:^|[|\n\t;:"] ?)$/.test(text.slice(Math.max(0, first.start - 3), first.start));
  const closed = /^ {0,3}(?:$|[|\n\t;"()[\]/]|-|\d|dob|mrn|ph|tel|age)/i.test(
    text.slice(second.end, second.end + 6),
  );
  const listed =
    first.word.allCapitals &&
    second.word.allCapitals &&
    /^ {1,3}(?:mrn|dob|ssn|ph|tel|sex|born|seat|room|bed|\d|[-/|(])/i.test(
      text.slice(second.end, second.end + 8),
    );
  if (!strong && !(field && closed && (given || listed) && (second.word.known & PLACE) === 0))
    return undefined;
  if (strong && !closed && !given) return undefined;
  return { kind: 'person-name', start: first.start, end: second.end, confidence: 0.7 };
}

const TICKET = /(?<![\p{L}/])\p{Lu}{2,20}\/\p{Lu}{2,20}(?: (?:MR|MRS|MS|MISS|MSTR|DR))(?!\p{L})/gu;

/** `FAMILY/GIVEN MS`, as on tickets. */
export function ticketNames(text: string): Span[] {
  const spans: Span[] = [];
  if (!text.includes('/')) return spans;
  for (const match of text.matchAll(TICKET))
    spans.push({
      kind: 'person-name',
      start: match.index,
      end: match.index + match[0].length,
      confidence: 0.8,
    });
  return spans;
}
