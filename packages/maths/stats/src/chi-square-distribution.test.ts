import { expect, test } from 'vitest';
import { chiSquareSurvival } from './index.ts';

// scipy 1.17.1: scipy.stats.chi2.sf.
test.each([
  [0.1, 1, 0.7518296340458492],
  [3.841458820694124, 1, 0.04999999999999989],
  [5.99, 2, 0.05003662708658629],
  [10, 7, 0.18857346751344997],
  [100, 50, 3.454931382984871e-5],
  [300, 50, 2.3141364165140704e-37],
  [0.5, 30, 1],
  [1500, 1400, 0.031503720989392366],
])('P(X >= %d) with %d degrees', (x, degrees, expected) => {
  expect(chiSquareSurvival(x, degrees) / expected).toBeCloseTo(1, 10);
});
