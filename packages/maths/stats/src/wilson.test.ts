import { expect, test } from 'vitest';
import { wilson } from './index.ts';
import { definedValue } from './test-values.ts';

// scipy 1.17.1: scipy.stats.binomtest(k, n).proportion_ci(confidence, method='wilson').
test.each([
  [7, 20, 0.95, 0.1811918241010821, 0.5671457233147637],
  [7, 20, 0.99, 0.14639344137693885, 0.6283381789526872],
  [0, 10, 0.95, 0, 0.27753279986288926],
  [10, 10, 0.95, 0.7224672001371109, 1],
  [500, 1000, 0.99, 0.45940700521208483, 0.5405929947879151],
  [1, 1, 0.95, 0.20654931437723745, 1],
])('%d of %d at %d', (successes, n, confidence, low, high) => {
  const interval = definedValue(wilson(successes, n, confidence));
  expect(interval.low).toBeCloseTo(low, 12);
  expect(interval.high).toBeCloseTo(high, 12);
  expect(interval.estimate).toBe(successes / n);
});

test('nothing and the impossible are reasons', () => {
  expect(wilson(0, 0)).toEqual({ ok: false, reason: 'empty' });
  expect(wilson(3, 2)).toEqual({ ok: false, reason: 'out-of-range' });
  expect(wilson(1, 2, 1)).toEqual({ ok: false, reason: 'out-of-range' });
});
