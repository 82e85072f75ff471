import { expect, test } from 'vitest';
import { jensenShannonDistance } from './index.ts';
import { definedValue } from './test-values.ts';

// scipy 1.17.1: scipy.spatial.distance.jensenshannon(p, q, base=2).
test('the distances are those of scipy', () => {
  expect(definedValue(jensenShannonDistance([10, 20, 30, 40], [25, 25, 40, 10]))).toBeCloseTo(
    0.31725370873074293,
    14,
  );
  expect(definedValue(jensenShannonDistance([5, 0, 5], [0, 5, 5]))).toBeCloseTo(Math.SQRT1_2, 14);
  expect(definedValue(jensenShannonDistance([5, 0], [0, 9]))).toBe(1);
  expect(jensenShannonDistance([1], [1, 1])).toEqual({ ok: false, reason: 'length-mismatch' });
});
