import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  jensenShannonDistance,
  populationStability,
  totalVariation,
  totalVariationComplement,
} from './index.ts';
import { definedValue, soak } from './test-values.ts';

test('half the sum of absolute differences, as numpy 2.4.6 has it', () => {
  expect(definedValue(totalVariation([10, 20, 30, 40], [25, 25, 40, 10]))).toBeCloseTo(0.3, 14);
  expect(definedValue(totalVariationComplement([1, 0], [0, 7]))).toBe(0);
  expect(totalVariation([0], [1])).toEqual({ ok: false, reason: 'empty' });
});

test('distances of counts are symmetric, 0 only for equal shares, and bounded', () => {
  const counts = fc
    .array(fc.nat(1000), { minLength: 5, maxLength: 5 })
    .filter((row) => row.some((n) => n > 0));
  fc.assert(
    fc.property(counts, counts, (a, b) => {
      for (const distance of [totalVariation, jensenShannonDistance]) {
        const there = definedValue(distance(a, b));
        expect(there).toBeCloseTo(definedValue(distance(b, a)), 12);
        expect(there >= 0 && there <= 1).toBe(true);
        expect(definedValue(distance(a, a))).toBe(0);
      }
      expect(definedValue(populationStability(a, b))).toBeGreaterThanOrEqual(0);
      expect(definedValue(totalVariation(a, b))).toBeLessThanOrEqual(
        definedValue(jensenShannonDistance(a, b)) * Math.SQRT2,
      );
    }),
    { numRuns: 200 * soak },
  );
});
