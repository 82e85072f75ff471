import { expect, test } from 'vitest';
import { entropy } from './index.ts';
import { definedValue } from './test-values.ts';

test('bits, as scipy.stats.entropy(base=2) of scipy 1.17.1 gives them', () => {
  expect(definedValue(entropy([1, 2, 3, 4]))).toBeCloseTo(1.8464393446710157, 14);
  expect(definedValue(entropy([5, 5, 5, 5, 0]))).toBe(2);
  expect(definedValue(entropy([9]))).toBe(0);
  expect(entropy([])).toEqual({ ok: false, reason: 'empty' });
});
