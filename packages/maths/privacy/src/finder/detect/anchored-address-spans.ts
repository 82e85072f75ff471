import type { Span } from '../kinds.ts';
import { overlapsAny } from '../text/covered.ts';

const CITY =
  /(?<![\p{L}\d.,/-])((?:[A-Z]{1,3}-)?(?:\d{5}-\d{3}|\d{4}-\d{3}|\d{4} ?[A-Z]{2}|\d{3} \d{2}|\d{2}-\d{3}|\d{4,6}))\s\p{Lu}\p{L}{2,}/gu;
const STATE =
  /(?<![\p{L}\d])(?:NSW|VIC|QLD|SA|WA|TAS|NT|ACT|[A-Z]{2})[,.]?\s(\d{4,5}(?:-\d{4})?)(?![\d\p{L}])/gu;
const BEHIND = /\p{Lu}\p{Ll}{2,}[\s,-]{1,3}(\d{4,6}|\d{3} \d{2,3})(?=[.,;)\s]|$)/gu;
const STREET_NUMBER =
  /(?:^|[\s:;,("|])((?:\p{Lu}|['’]t\s)[\p{L}.'’-]{1,25}(?:\s[\p{L}.'’-]{1,20}){0,3},?\s(?:n[°º.o]{0,2}\s?|nr\.?\s?)?\d{1,4}\s?[A-Za-z]?(?:[/-]\d{0,4}[a-z]?)?)(?:,\s(?:[\p{L}\d°º.]{1,8}\s?){1,3})?,?\s{1,2}$/u;
const NUMBER_STREET =
  /(?:^|[\s:;,("|#])(\d{1,5}[A-Za-z]?(?:[-/]\d{1,4}[a-z]?)?,?\s(?:\p{Lu}[\p{L}.'’-]{1,20}\s){0,3}\p{Lu}[\p{L}.'’-]{1,20})(?:,\s(?:[\p{L}.'’\d-]{1,20}\s?){1,4})?,?\s{1,2}$/u;

interface Found {
  readonly addresses: Span[];
  readonly postals: Span[];
}

/**
 * Addresses without a known word for a street: a postal code (before a city, or behind a state or city) anchors the
 * place, and just before it stand capitalised words with a house number. Looks back at most 90 units per code.
 */
export function anchoredAddressSpans(text: string, known: readonly Span[]): Found {
  const found: Found = { addresses: [], postals: [] };
  if (!/\d{4}|\d \d{2}|\d-\d{3}/.test(text)) return found;
  const sorted = known.slice().sort((a, b) => a.start - b.start);
  for (const [form, numberFirst] of [
    [CITY, false],
    [STATE, true],
    [BEHIND, true],
  ] as const) {
    form.lastIndex = 0;
    for (let match = form.exec(text); match !== null; match = form.exec(text)) {
      if (found.postals.length > 500) return found;
      const code = match[1] ?? '';
      const start = match.index + match[0].indexOf(code);
      if (
        overlapsAny(sorted, start, start + code.length) ||
        overlapsAny(found.postals, start, start + code.length)
      )
        continue;
      if (/^(?:19|20)\d\d$/.test(code) && form !== STATE) continue;
      if (overlapsAny(sorted, start - 45, start)) {
        if (form === STATE || form === BEHIND)
          found.postals.push({ kind: 'postal-code', start, end: start + code.length, confidence: 0.7 });
        continue;
      }
      const from = Math.max(0, match.index - 90);
      const until = form === CITY ? start : match.index;
      const place = numberFirst ? undefined : STREET_NUMBER.exec(text.slice(from, until));
      const line = place ?? NUMBER_STREET.exec(`${text.slice(from, until).replace(/[\s,]+$/, '')} `);
      const body = line?.[1];
      if (line === null || line === undefined || body === undefined) continue;
      if (numberFirst && !line[0].includes(',')) continue;
      const at = from + line.index + line[0].indexOf(body);
      found.addresses.push({ kind: 'street-address', start: at, end: at + body.length, confidence: 0.7 });
      found.postals.push({ kind: 'postal-code', start, end: start + code.length, confidence: 0.7 });
    }
    found.postals.sort((a, b) => a.start - b.start);
  }
  return found;
}
