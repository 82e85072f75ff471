import { foldWord } from '../text/fold-word.ts';
import { monthOf, yearOfGroups } from './date-shape.ts';

const DATE_TIME = /^\d{4}-\d\d-\d\d[T ]\d\d:|^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}:\d\d/;

/** Year of a value that is a date as a whole, in numbers or with the month in letters; 0 when it is none. Tells by `mark` whether it has a time. */
export function dateYear(value: string, mark: (signal: 'date' | 'date-time') => void): number {
  if (value.length < 6 || value.length > 40) return 0;
  const match = /^(\d{1,4})[-/. ]{1,2}(\d{1,2})[-/. ]{1,2}(\d{1,4})\.?(?:[T ,]{1,2}\d{1,2}:\d\d.*)?$/.exec(
    value,
  );
  if (match !== null) {
    const year = yearOfGroups(match[1] ?? '', match[2] ?? '', match[3] ?? '');
    if (year > 0) {
      const timed = DATE_TIME.test(value) && !/[T ]00:00(?::00(?:\.0+)?)?(?:Z|\+00:00)?$/.test(value);
      mark(timed ? 'date-time' : 'date');
    }
    return year;
  }
  const eastern = /^(\d{4})[年년]\s?(\d{1,2})[月월]\s?(\d{1,2})[日일]?$/.exec(value);
  if (eastern !== null) {
    const year = yearOfGroups(eastern[1] ?? '', eastern[2] ?? '', eastern[3] ?? '');
    if (year > 0) mark('date');
    return year;
  }
  const parts = value.split(/[\s,./-]+/).filter((part) => part !== '' && !/^(?:de|of|the|del)$/i.test(part));
  if (parts.length === 3 && parts.some((part) => monthOf(foldWord(part)) > 0)) {
    const numbers = parts
      .filter((part) => /^\d{1,4}(?:st|nd|rd|th|er)?$/.test(part))
      .map((part) => Number.parseInt(part, 10));
    if (numbers.length !== 2) return 0;
    const [p = 0, q = 0] = numbers;
    const large = Math.max(p, q);
    const year =
      large >= 1800 && large < 2200
        ? large
        : parts[2] !== undefined && /^\d\d$/.test(parts[2])
          ? (Number(parts[2]) < 30 ? 2000 : 1900) + Number(parts[2])
          : 0;
    if (year > 0 && Math.min(p, q) <= 31) mark('date');
    return year;
  }
  return 0;
}
