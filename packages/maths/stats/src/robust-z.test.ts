import { expect, test } from 'vitest';
import { robustScale, robustZ } from './index.ts';
import { A, definedValue } from './test-values.ts';

// scipy 1.17.1: scipy.stats.median_abs_deviation(A) is 1.4.
test('the distance from the median in scaled MADs', () => {
  const scale = definedValue(robustScale(A));
  expect(scale.median).toBeCloseTo(3.4, 14);
  expect(scale.mad).toBeCloseTo(1.4, 13);
  expect(robustZ(9.9, scale)).toBeCloseTo(6.5 / (1.482602218505602 * 1.4), 12);
  expect(robustZ(3.4, scale)).toBe(0);
});

test('a majority of equal values has no scale', () => {
  expect(robustScale([1, 1, 1, 9])).toEqual({ ok: false, reason: 'constant' });
  expect(robustScale([])).toEqual({ ok: false, reason: 'empty' });
});
