import type { Span } from '../kinds.ts';
import { COMMON } from '../lexicon/lookup.ts';
import { isUkPostcode } from '../rules/postal-code.ts';
import { overlapsAny } from '../text/covered.ts';
import { wordOf } from '../text/tokens.ts';

const LONGEST = 600;
const PART = /[^,;\n|\t]+/g;
/** A house number and one to four capitalised words, or the words and the number, with nothing else beside. */
const NUMBER_FIRST =
  /^\s*(?:["'(]|Addr(?:ess)?:?\s)?(\d{1,4}[a-zA-Z]?(?:[/-]\d{1,3}[a-z]?)?\s((?:\p{Lu}[\p{L}'’.-]+)(?:\s(?:\p{Lu}[\p{L}'’.-]*|y|yr|na|an|the|of|de|la|du|van|den|der)){0,4}))[.)"']?\s*$/u;
const NUMBER_LAST = /^\s*(((?:\p{Lu}[\p{L}'’.-]{2,})(?:\s\p{Lu}[\p{L}'’.-]+){0,3})\s\d{1,4}[a-z]?)[.)"']?\s*$/u;
const NAMED = /^\s*(?:[\p{L} ]{1,16}:\s)?\p{Lu}[\p{L}'’.-]+(?:\s(?:\p{Lu}[\p{L}'’.-]*|van|de|den|der|von|da|dos|al|bin)){1,3}\s*$/u;
const CODED =
  /(?<![\p{L}\d])(?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]\d[A-Z] \d[A-Z]\d|\d{4,6}|\d{3} \d{2}|\d{2}-\d{3}|\d{4} [A-Z]{2})(?![\p{L}\d])/u;
const BRITISH = /(?<![\p{L}\d])[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?![\p{L}\d])/u;
const PLACE = /^\s*(?:[A-Z]{1,3}-)?\p{Lu}\p{Ll}{2,}(?:[ -]\p{Lu}\p{Ll}+)?\.?\s*$/u;

/**
 * Addresses that no word for a street gives away, in lists between commas or line breaks: a house number with
 * capitalised words, beside a part that is a name or has a postal code (`Mhairi Moffat, 22 Heol Fawr`). Linear time.
 */
export function listedAddressSpans(text: string, known: readonly Span[]): Span[] {
  if (text.length > LONGEST || !/[,;\n|\t]/.test(text)) return [];
  const parts = [...text.matchAll(PART)];
  const spans: Span[] = [];
  const sorted = known.slice().sort((a, b) => a.start - b.start);
  parts.forEach((part, at) => {
    const first = NUMBER_FIRST.exec(part[0]);
    const found = first ?? NUMBER_LAST.exec(part[0]);
    const body = found?.[1];
    const words = found?.[2];
    if (body === undefined || words === undefined) return;
    const before = parts[at - 1]?.[0] ?? '';
    const after = parts[at + 1]?.[0] ?? '';
    const codedAfter = CODED.test(after) && (first !== null || BRITISH.test(after)) && isCode(after);
    const beside = NAMED.test(before) && !/\d/.test(before) && (first !== null || PLACE.test(after));
    if (!codedAfter && !beside) return;
    if (!codedAfter && words.split(/\s/).every((word) => isCommon(word))) return;
    const start = part.index + part[0].indexOf(body);
    if (overlapsAny(sorted, start, start + body.length)) return;
    spans.push({ kind: 'street-address', start, end: start + body.length, confidence: 0.65 });
  });
  return spans;
}

function isCommon(text: string): boolean {
  const word = wordOf(text);
  return (word.known & COMMON) !== 0 || word.english;
}

/** A lettered code must be a possible one; years are no codes. */
function isCode(part: string): boolean {
  const code = CODED.exec(part)?.[0] ?? '';
  return !/^(?:19|20)\d\d$/.test(code) && (!BRITISH.test(code) || isUkPostcode(code));
}
