import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { definedValue } from './published-examples.ts';
import { tallyUnits } from './unit-tally.ts';

const soak = process.env.ASSAY_SOAK ? 100 : 1;

/** Codes of each unit, one after the other. */
function ratingsOf(units: readonly (readonly number[])[], categories: number) {
  const rows = units.flatMap((codes, unit) => codes.map((code, rater) => ({ unit, rater, code })));
  return {
    units: units.length,
    raters: 60,
    categories,
    unit: Int32Array.from(rows, (row) => row.unit),
    rater: Int32Array.from(rows, (row) => row.rater),
    code: Int32Array.from(rows, (row) => row.code),
  };
}

test('counts units that were rated in the same way, whoever said what, in the order in which ways are first seen', () => {
  const few = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 });
  const many = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 33, maxLength: 60 });
  fc.assert(
    fc.property(fc.array(fc.oneof(few, many), { maxLength: 60 }), (units) => {
      const expected = new Map<string, number>();
      for (const codes of units) {
        if (codes.length === 0) continue;
        const key = [...codes].sort((a, b) => a - b).join();
        expected.set(key, (expected.get(key) ?? 0) + 1);
      }
      const { patterns, times } = definedValue(tallyUnits(ratingsOf(units, 4)));
      const keys = patterns.map(({ codes, counts }) =>
        [...codes].flatMap((code, at) => Array<number>(counts[at] ?? 0).fill(code)).join(),
      );
      expect(keys.map((key, at) => [key, times[at]])).toEqual([...expected]);
      for (const { counts, ratings } of patterns) {
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(ratings);
      }
    }),
    { numRuns: 100 * soak },
  );
});
