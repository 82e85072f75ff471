import { describe, expect, it } from 'vitest';
import { signFlipTest } from './sign-flip.ts';

const signs = (positive: number, n: number) => Array.from({ length: n }, (_, at) => (at < positive ? 1 : -1));

describe('signFlipTest', () => {
  it.each([
    // scipy.stats.binomtest(positive, n).pvalue, SciPy 1.17.1.
    [61, 100, 0.035200200217704855],
    [50, 100, 1],
    [9, 10, 0.021484375],
    [0, 12, 0.00048828125],
    [530, 1000, 0.06202319509836343],
  ])('of %d positive of %d ones is the exact binomial test', (positive, n, expected) => {
    const result = signFlipTest(signs(positive, n));
    expect(result.ok && result.value).toBeCloseTo(expected, 12);
  });

  it.each([
    // scipy.stats.permutation_test((weights,), lambda x: abs(x.sum()), permutation_type='samples', n_resamples=inf,
    // alternative='greater'), SciPy 1.17.1.
    [[3, 1, -2, 2, 1, -1, 3, 2], 0.171875],
    [[2, 2, 2, -2, 0, 0, 1], 0.375],
    [[20, -3, 7, 7, -1, 5, 2, -2, 4, 11, -6, 3], 0.07763671875],
    [[1, -1], 1],
  ])('of weights %j', (weights, expected) => {
    const result = signFlipTest(weights);
    expect(result.ok && result.value).toBeCloseTo(expected, 12);
    expect(signFlipTest(weights.map((weight) => -weight))).toEqual(result);
  });

  it('says nothing against chance where all weights are zero', () => {
    expect(signFlipTest([0, 0])).toEqual({ ok: true, value: 1 });
  });

  it('has reasons', () => {
    expect(signFlipTest([])).toEqual({ ok: false, reason: 'empty' });
    expect(signFlipTest([1, 0.5])).toEqual({ ok: false, reason: 'out-of-range' });
  });
});
