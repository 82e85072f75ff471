import type { Result } from '@assay/stats';
import { expect } from 'vitest';
import type { Ratings } from './ratings.ts';
import { tallyUnits, type UnitTally } from './unit-tally.ts';

/** The value of a defined result. */
export function definedValue<T>(result: Result<T>): T {
  expect(result).toMatchObject({ ok: true });
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

/** Ratings from one line per rater: a character per unit, `.` where missing, categories by their place in `scale`. */
export function ratingsOfRaters(lines: readonly string[], scale: string): Ratings {
  const triples = lines.flatMap((line, rater) =>
    [...line].flatMap((mark, unit) => (mark === '.' ? [] : [{ unit, rater, code: scale.indexOf(mark) }])),
  );
  return {
    units: lines[0]!.length,
    raters: lines.length,
    categories: scale.length,
    unit: Int32Array.from(triples, (each) => each.unit),
    rater: Int32Array.from(triples, (each) => each.rater),
    code: Int32Array.from(triples, (each) => each.code),
  };
}

/** A tally from one line per unit: how many raters gave each category. */
export function tallyOfCounts(lines: readonly string[]): UnitTally {
  const counts = lines.map((line) => line.split(' ').map(Number));
  const triples = counts.flatMap((row, unit) => {
    let rater = -1;
    return row.flatMap((count, code) =>
      Array.from({ length: count }, () => {
        rater += 1;
        return { unit, rater, code };
      }),
    );
  });
  return definedValue(
    tallyUnits({
      units: counts.length,
      raters: Math.max(...triples.map((each) => each.rater)) + 1,
      categories: counts[0]!.length,
      unit: Int32Array.from(triples, (each) => each.unit),
      rater: Int32Array.from(triples, (each) => each.rater),
      code: Int32Array.from(triples, (each) => each.code),
    }),
  );
}

/** Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), example C: four observers, twelve units. */
export const KRIPPENDORFF_C = ratingsOfRaters(
  ['123321412...', '1233224125.3', '.3332342251.', '12332441251.'],
  '12345',
);

/** Fleiss, Psychological Bulletin 76 (1971), table 1: 30 patients, six psychiatrists, five diagnoses. */
export const FLEISS_1971 = [
  ...['0 0 0 6 0', '0 3 0 0 3', '0 1 4 0 1', '0 0 0 0 6', '0 3 0 3 0', '2 0 4 0 0', '0 0 4 0 2', '2 0 3 1 0'],
  ...['2 0 0 4 0', '0 0 0 0 6', '1 0 0 5 0', '1 1 0 4 0', '0 3 3 0 0', '1 0 0 5 0', '0 2 0 3 1', '0 0 5 0 1'],
  ...['3 0 0 1 2', '5 1 0 0 0', '0 2 0 4 0', '1 0 2 0 3', '0 0 0 0 6', '0 1 0 5 0', '0 2 0 1 3', '2 0 0 4 0'],
  ...['1 0 0 4 1', '0 5 0 1 0', '4 0 0 0 2', '0 2 0 4 0', '1 0 5 0 0', '0 0 0 0 6'],
];

/** Cohen, Educational and Psychological Measurement 20 (1960): two clinicians, 200 patients, three diagnoses. */
export const COHEN_1960 = {
  categories: 3,
  counts: Float64Array.from([88, 10, 2, 14, 40, 6, 18, 10, 12]),
};
