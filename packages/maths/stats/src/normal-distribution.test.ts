import { expect, test } from 'vitest';
import { normalCdf, normalQuantile } from './index.ts';

// scipy 1.17.1: scipy.stats.norm.cdf.
test.each([
  [-8, 6.22096057427174e-16],
  [-3, 0.0013498980316300933],
  [-1.96, 0.024997895148220435],
  [-0.5, 0.3085375387259869],
  [0, 0.5],
  [0.3, 0.6179114221889526],
  [1, 0.8413447460685429],
  [2.5, 0.9937903346742238],
  [6, 0.9999999990134123],
])('cdf at %d', (z, expected) => {
  expect(normalCdf(z) / expected).toBeCloseTo(1, 12);
});

// scipy 1.17.1: scipy.stats.norm.ppf.
test.each([
  [1e-12, -7.034483825301131],
  [0.0001, -3.7190164854556804],
  [0.025, -1.9599639845400545],
  [0.3, -0.5244005127080409],
  [0.5, 0],
  [0.975, 1.959963984540054],
  [0.999999, 4.753424308817087],
])('quantile at %d', (p, expected) => {
  expect(normalQuantile(p)).toBeCloseTo(expected, 9);
});

test('the ends have no quantile', () => {
  for (const p of [0, 1, Number.NaN]) expect(() => normalQuantile(p)).toThrow(RangeError);
});
