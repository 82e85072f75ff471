import { expect, test } from 'vitest';
import { quantileSorted, quantiles } from './index.ts';
import { A, definedValue } from './test-values.ts';

// numpy 2.4.6: np.quantile(A, [0, .1, .25, .5, .9, 1]), method 'linear' (type 7).
test('quantiles are those of numpy', () => {
  const expected = [0.5, 1.92, 2.175, 3.4, 7.63, 9.9];
  const actual = definedValue(quantiles(A, [0, 0.1, 0.25, 0.5, 0.9, 1]));
  for (const [index, value] of expected.entries()) expect(actual[index]).toBeCloseTo(value, 13);
});

test('a typed array sorted before gives the same, and the input stays as it was', () => {
  const sorted = Float64Array.from(A).sort();
  const before = [...A];
  expect(quantileSorted(sorted, 0.9)).toEqual({ ok: true, value: definedValue(quantiles(A, [0.9]))[0] });
  expect(A).toEqual(before);
});

test('values that are not finite are left out; nothing and a wrong share are reasons', () => {
  expect(quantiles([Number.NaN, 2, Number.NEGATIVE_INFINITY], [0.3])).toEqual({ ok: true, value: [2] });
  expect(quantiles([], [0.5])).toEqual({ ok: false, reason: 'empty' });
  expect(quantileSorted([1], 1.1)).toEqual({ ok: false, reason: 'out-of-range' });
  expect(quantileSorted([1], Number.NaN)).toEqual({ ok: false, reason: 'out-of-range' });
});
