import type { Span } from '../kinds.ts';
import { yearOfGroups } from '../rules/date-shape.ts';
import { contextBefore, OTHER_NUMBER_CONTEXT } from '../text/context.ts';

const NUMBER = /^(?:\s?[,:;|(–-]\s?|\s)(\+?\(?\d{1,5}\)?(?:[ .-]?\d{2,8}){1,4})(?![\d\p{L}%€$/:]|[.,-]\d)/u;
const RECORD = /(?:patient|mrn|chart|record|account|konto|compte|cuenta|ssn|passport|id\b|no\.|nr\.?|#)/;

/**
 * Telephone numbers that only the name before them gives away (`Nokuthula 9123 4567`): seven to eleven digits right
 * behind a name, that are no date and are not called something else.
 */
export function besideNamePhoneSpans(text: string, names: readonly Span[]): Span[] {
  const spans: Span[] = [];
  for (const name of names) {
    const match = NUMBER.exec(text.slice(name.end, name.end + 32));
    const found = match?.[1];
    if (match === null || found === undefined) continue;
    const groups = found.split(/\D+/).filter((group) => group !== '');
    const digits = groups.join('');
    if (digits.length < 7 || digits.length > 11 || /^(\d)\1+$/.test(digits)) continue;
    if (groups.length === 3 && yearOfGroups(groups[0] ?? '', groups[1] ?? '', groups[2] ?? '') > 0) continue;
    if (groups.length === 1 && isDay(digits)) continue;
    const before = contextBefore(text, name.start);
    if (OTHER_NUMBER_CONTEXT.test(before) || RECORD.test(before)) continue;
    const start = name.end + match[0].indexOf(found);
    spans.push({ kind: 'phone', start, end: start + found.length, confidence: 0.6 });
  }
  return spans;
}

function isDay(digits: string): boolean {
  return (
    digits.length === 8 &&
    yearOfGroups(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)) +
      yearOfGroups(digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)) >
      0
  );
}
