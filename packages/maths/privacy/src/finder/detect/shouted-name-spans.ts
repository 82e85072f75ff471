import type { Span } from '../kinds.ts';
import { BRAND, COMMON, GIVEN, PLACE, SURNAME } from '../lexicon/lookup.ts';
import { FUNCTION_WORDS, HONORIFICS, THING_AFTER } from '../lexicon/name-cues.ts';
import type { Token } from '../text/tokens.ts';
import { isRole, leads, leadText } from './name-leads.ts';

const NAME = GIVEN | SURNAME;
const THING = COMMON | PLACE | BRAND;

/**
 * Names in a sequence written wholly in capitals (`KAVITHA SUBRAMANIAM CONFIRMED RECEIPT`): stretches of two to four
 * words that are not common words, places or brands, one of them known as a name or spelt like one. Undefined where
 * the sequence is not in capitals.
 */
export function shoutedSpans(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
): Span[] | undefined {
  for (let i = from; i < to; i++) {
    const word = tokens[i]?.word;
    if (word === undefined || (!word.allCapitals && word.text.length > 1)) return undefined;
  }
  const spans: Span[] = [];
  let at = from;
  while (at < to) {
    let end = at;
    while (end < to && end - at < 4 && mayBeName(tokens[end])) end++;
    if (end === at) {
      at++;
      continue;
    }
    const span = accepted(text, tokens, from, at, end);
    if (span !== undefined) spans.push(span);
    at = end;
  }
  return spans;
}

function mayBeName(token: Token | undefined): boolean {
  if (token === undefined) return false;
  const { word } = token;
  if (word.digits || FUNCTION_WORDS.has(word.folded) || HONORIFICS.has(word.folded) || isRole(token))
    return false;
  if ((word.known & NAME) === 0 && /.{3}(?:ed|ing|tion|ment)$/.test(word.folded)) return false;
  return (word.known & THING) === 0 || ((word.known & NAME) !== 0 && (word.known & COMMON) === 0);
}

function accepted(
  text: string,
  tokens: readonly Token[],
  from: number,
  at: number,
  end: number,
): Span | undefined {
  const first = tokens[at];
  const last = tokens[end - 1];
  const before = tokens[at - 1];
  if (first === undefined || last === undefined) return undefined;
  if (THING_AFTER.has(last.word.folded) || THING_AFTER.has(tokens[end]?.word.folded ?? '')) return undefined;
  const titled = before !== undefined && at > from && HONORIFICS.has(before.word.folded);
  const strong =
    titled || leads(leadText(text, first.start)) || (at > from && before !== undefined && isRole(before));
  let likeness = 0;
  let known = 0;
  let words = 0;
  for (let i = at; i < end; i++) {
    const word = tokens[i]?.word;
    if (word === undefined || word.text.length === 1) continue;
    words++;
    if ((word.known & NAME) !== 0) known++;
    likeness += (word.known & NAME) !== 0 ? 0.4 : word.likeness;
  }
  if (words === 0) return undefined;
  const likely = likeness / words;
  const enough = strong
    ? likely > (titled ? -0.8 : -0.4) && last.word.text.length > 2
    : words >= 2 && words <= 3 && (known > 0 ? likely > -0.1 : likely > 0.2);
  return enough
    ? { kind: 'person-name', start: first.start, end: last.end, confidence: strong ? 0.75 : 0.55 }
    : undefined;
}
