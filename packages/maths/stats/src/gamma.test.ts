import { expect, test } from 'vitest';
import { incompleteGamma, logGamma } from './index.ts';

// scipy 1.17.1: scipy.special.gammaln.
test.each([
  [0.5, 0.5723649429247],
  [3.7, 1.428072326665388],
  [100.5, 361.43554046777757],
])('log gamma of %d', (x, expected) => {
  expect(logGamma(x) / expected).toBeCloseTo(1, 13);
});

test('an exponential law is the case a = 1', () => {
  for (const x of [0.01, 1, 1.9, 2.1, 30]) {
    expect(incompleteGamma(1, x).upper / Math.exp(-x)).toBeCloseTo(1, 12);
  }
  expect(incompleteGamma(2, 0)).toEqual({ lower: 0, upper: 1 });
  expect(incompleteGamma(2, Number.POSITIVE_INFINITY)).toEqual({ lower: 1, upper: 0 });
  expect(() => incompleteGamma(0, 1)).toThrow(RangeError);
  expect(() => incompleteGamma(1, -1)).toThrow(RangeError);
});
