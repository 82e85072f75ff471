import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meanOf, mergeMoments, momentsFromCounts, momentsOf, NO_MOMENTS, varianceOf } from './index.ts';
import { A, definedValue, soak } from './test-values.ts';

// numpy 2.4.6: np.mean, np.var(ddof=1), np.var(ddof=0).
test('mean and variances are those of numpy', () => {
  const moments = momentsOf(A);
  expect(definedValue(meanOf(moments))).toBeCloseTo(4.191666666666666, 14);
  expect(definedValue(varianceOf(moments))).toBeCloseTo(7.319015151515152, 13);
  expect(definedValue(varianceOf(moments, 0))).toBeCloseTo(6.709097222222223, 13);
  expect([moments.min, moments.max]).toEqual([0.5, 9.9]);
});

test('a large offset does not swallow the variance', () => {
  const shifted = momentsOf(A.map((value) => value + 1e9));
  expect(Math.abs(definedValue(varianceOf(shifted)) - 7.319015151515152)).toBeLessThan(1e-5);
});

test('parts merge to the whole, in any split', () => {
  const finite = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 40 });
  fc.assert(
    fc.property(finite, finite, (left, right) => {
      const whole = momentsOf([...left, ...right]);
      const merged = mergeMoments(momentsOf(left), momentsOf(right));
      expect(merged.n).toBe(whole.n);
      expect(merged.min).toBe(whole.min);
      expect(merged.max).toBe(whole.max);
      expect(Math.abs(merged.mean - whole.mean)).toBeLessThan(1e-6);
      expect(Math.abs(merged.m2 - whole.m2)).toBeLessThanOrEqual(1e-9 * Math.max(1, whole.m2));
    }),
    { numRuns: 100 * soak },
  );
});

test('counts of distinct values give the moments of the rows', () => {
  const counted = definedValue(momentsFromCounts([1, 2, 5, Number.POSITIVE_INFINITY], [3, 0, 2, 4]));
  const rows = momentsOf([1, 1, 1, 5, 5]);
  expect(counted.n).toBe(5);
  expect(counted.nonFinite).toBe(4);
  expect(counted.mean).toBeCloseTo(rows.mean, 14);
  expect(counted.m2).toBeCloseTo(rows.m2, 13);
  expect([counted.min, counted.max]).toEqual([1, 5]);
  expect(momentsFromCounts([1], [1.5])).toEqual({ ok: false, reason: 'out-of-range' });
  expect(momentsFromCounts([1], [])).toEqual({ ok: false, reason: 'length-mismatch' });
});

test('what is not finite is counted and left out; too little is a reason', () => {
  const moments = momentsOf([Number.NaN, 1, Number.POSITIVE_INFINITY]);
  expect(moments).toMatchObject({ n: 1, mean: 1, nonFinite: 2 });
  expect(varianceOf(moments)).toEqual({ ok: false, reason: 'too-few' });
  expect(varianceOf(moments, 0)).toEqual({ ok: true, value: 0 });
  expect(meanOf(NO_MOMENTS)).toEqual({ ok: false, reason: 'empty' });
  expect(varianceOf(NO_MOMENTS)).toEqual({ ok: false, reason: 'empty' });
});
