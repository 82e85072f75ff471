import type { Span } from '../kinds.ts';
import { COMMON } from '../lexicon/lookup.ts';
import { isUkPostcode } from '../rules/postal-code.ts';
import { wordOf } from '../text/tokens.ts';

const LONGEST = 600;
const BORDERS = ',;\n|\t';
/** A house number and one to four capitalised words, or the words and the number, with nothing else beside. */
const NUMBER_FIRST =
  /^\s*(?:["'(]|Addr(?:ess)?:?\s)?(\d{1,4}[a-zA-Z]?(?:[/-]\d{1,3}[a-z]?)?\s((?:\p{Lu}[\p{L}'’.-]+)(?:\s(?:\p{Lu}[\p{L}'’.-]*|y|yr|na|an|the|of|de|la|du|van|den|der)){0,4}))[.)"']?\s*$/u;
const NUMBER_LAST =
  /^\s*(((?:\p{Lu}[\p{L}'’.-]{2,})(?:\s\p{Lu}[\p{L}'’.-]+){0,3})\s\d{1,4}[a-z]?)[.)"']?\s*$/u;
const NAMED =
  /^\s*(?:[\p{L} ]{1,16}:\s)?\p{Lu}[\p{L}'’.-]+(?:\s(?:\p{Lu}[\p{L}'’.-]*|van|de|den|der|von|da|dos|al|bin)){1,3}\s*$/u;
const CODED =
  /(?<![\p{L}\d])(?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]\d[A-Z] \d[A-Z]\d|\d{4,6}|\d{3} \d{2}|\d{2}-\d{3}|\d{4} [A-Z]{2})(?![\p{L}\d])/u;
const BRITISH = /(?<![\p{L}\d])[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?![\p{L}\d])/u;
const PLACE = /^\s*(?:[A-Z]{1,3}-)?\p{Lu}\p{Ll}{2,}(?:[ -]\p{Lu}\p{Ll}+)?\.?\s*$/u;

/**
 * Addresses that no word for a street gives away, in lists between commas or line breaks: a house number with
 * capitalised words, beside a part that is a name or has a postal code (`Mhairi Moffat, 22 Heol Fawr`). Linear time.
 */
export function listedAddressSpans(text: string, ...known: readonly (readonly Span[])[]): Span[] {
  if (text.length > LONGEST) return [];
  const parts = partsOf(text);
  const spans: Span[] = [];
  for (let at = 0; parts.length > 2 && at < parts.length; at += 2) {
    const part = partAt(text, parts, at);
    const first = NUMBER_FIRST.exec(part);
    const found = first ?? NUMBER_LAST.exec(part);
    const body = found?.[1];
    const words = found?.[2];
    if (body === undefined || words === undefined) continue;
    const before = partAt(text, parts, at - 2);
    const after = partAt(text, parts, at + 2);
    const coded = CODED.test(after) && (first !== null || BRITISH.test(after)) && isCode(after);
    const beside = NAMED.test(before) && !/\d/.test(before) && (first !== null || PLACE.test(after));
    if (!coded && !beside) continue;
    if (!coded && words.split(/\s/).every((word) => isCommon(word))) continue;
    const start = (parts[at] ?? 0) + part.indexOf(body);
    const end = start + body.length;
    if (known.some((each) => each.some((span) => start < span.end && span.start < end))) continue;
    spans.push({ kind: 'street-address', start, end, confidence: 0.65 });
  }
  return spans;
}

/** Start and end of each part between borders, flat; empty parts are left out. */
function partsOf(text: string): number[] {
  const parts: number[] = [];
  let from = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 44;
    if ((code > 59 && code !== 124) || !BORDERS.includes(String.fromCharCode(code))) continue;
    if (i > from) parts.push(from, i);
    from = i + 1;
  }
  return parts;
}

function partAt(text: string, parts: readonly number[], at: number): string {
  return text.slice(parts[at] ?? 0, parts[at + 1] ?? 0);
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
