import { expect, test } from 'vitest';
import { chiSquareGoodnessOfFit, chiSquareIndependence } from './index.ts';
import { definedValue } from './test-values.ts';

// scipy 1.17.1: scipy.stats.chi2_contingency([[12, 5, 7], [3, 14, 9]], correction=False).
test('independence is tested as scipy does, empty rows and columns left out', () => {
  for (const table of [
    [
      [12, 5, 7],
      [3, 14, 9],
    ],
    [
      [12, 0, 5, 7],
      [0, 0, 0, 0],
      [3, 0, 14, 9],
    ],
  ]) {
    const result = definedValue(chiSquareIndependence(table));
    expect(result.statistic).toBeCloseTo(9.84891616059379, 12);
    expect(result.degrees).toBe(2);
    expect(result.pValue).toBeCloseTo(0.007266663160924555, 14);
    expect(result.minExpected).toBeCloseTo(7.2, 13);
  }
});

test('a table without two rows and columns, a ragged or a negative one is a reason', () => {
  expect(chiSquareIndependence([[1, 2]])).toEqual({ ok: false, reason: 'constant' });
  expect(chiSquareIndependence([[0], [0]])).toEqual({ ok: false, reason: 'empty' });
  expect(chiSquareIndependence([])).toEqual({ ok: false, reason: 'empty' });
  expect(chiSquareIndependence([[1, 2], [3]])).toEqual({ ok: false, reason: 'length-mismatch' });
  expect(
    chiSquareIndependence([
      [1, -2],
      [3, 4],
    ]),
  ).toEqual({ ok: false, reason: 'out-of-range' });
});

// scipy 1.17.1: scipy.stats.chisquare([18, 22, 20, 40], [25, 25, 25, 25]).
test('goodness of fit is tested as scipy does', () => {
  const result = definedValue(chiSquareGoodnessOfFit([18, 22, 20, 40], [1, 1, 1, 1]));
  expect(result.statistic).toBeCloseTo(12.32, 12);
  expect(result.pValue).toBeCloseTo(0.006363629995195269, 14);
  expect(chiSquareGoodnessOfFit([1, 2], [1, 0])).toEqual({ ok: false, reason: 'zero-denominator' });
  expect(chiSquareGoodnessOfFit([1, 0], [1, 0])).toEqual({ ok: false, reason: 'constant' });
  expect(chiSquareGoodnessOfFit([1, 0], [1])).toEqual({ ok: false, reason: 'length-mismatch' });
});
