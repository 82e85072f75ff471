import { expect, test } from 'vitest';
import { pearson } from './index.ts';
import { A, B, definedValue } from './test-values.ts';

// scipy 1.17.1: scipy.stats.pearsonr.
test('the correlation is that of scipy, over complete pairs', () => {
  expect(definedValue(pearson(A, B))).toBeCloseTo(0.07482410172922721, 13);
  expect(definedValue(pearson([...A, Number.NaN, 4], [...B, 3, Number.POSITIVE_INFINITY]))).toBeCloseTo(
    0.07482410172922721,
    13,
  );
  expect(
    definedValue(
      pearson(
        A,
        A.map((value) => -2 * value),
      ),
    ),
  ).toBeCloseTo(-1, 14);
});

test('what has no correlation says why', () => {
  expect(pearson([1, 2], [1])).toEqual({ ok: false, reason: 'length-mismatch' });
  expect(pearson([1], [1])).toEqual({ ok: false, reason: 'too-few' });
  expect(pearson([1, 1, 1], [1, 2, 3])).toEqual({ ok: false, reason: 'constant' });
  expect(pearson([1e200, -1e200, 0], [1, 2, 4])).toEqual({ ok: false, reason: 'not-finite' });
});
