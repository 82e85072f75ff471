import type { Numbers } from './numbers.ts';
import { defined, type Result, undefinedBecause } from './result.ts';

/**
 * Count, mean, sum of squared deviations from it, and range of some finite values: a partial that merges.
 * `nonFinite` counts infinities and NaN, which are in no other figure. With `n` 0 the mean and `m2` are 0 and
 * the range is empty.
 */
export type Moments = {
  readonly n: number;
  readonly mean: number;
  readonly m2: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly nonFinite: number;
};

export const NO_MOMENTS: Moments = { n: 0, mean: 0, m2: 0, min: null, max: null, nonFinite: 0 };

/** Moments of values in one pass. Source: Welford, Technometrics 4 (1962). */
export function momentsOf(values: Numbers): Moments {
  let n = 0;
  let mean = 0;
  let m2 = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index]!;
    if (!Number.isFinite(value)) continue;
    n += 1;
    const delta = value - mean;
    mean += delta / n;
    m2 += delta * (value - mean);
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (n === 0) return { ...NO_MOMENTS, nonFinite: values.length };
  return { n, mean, m2, min, max, nonFinite: values.length - n };
}

/** Moments of distinct finite values with integer counts, as a `GROUP BY` gives them. */
export function momentsFromCounts(values: Numbers, counts: Numbers): Result<Moments> {
  if (values.length !== counts.length) return undefinedBecause('length-mismatch');
  let total = NO_MOMENTS;
  for (let index = 0; index < values.length; index += 1) {
    const count = counts[index]!;
    const value = values[index]!;
    if (!Number.isSafeInteger(count) || count < 0) return undefinedBecause('out-of-range');
    if (count === 0) continue;
    const part = Number.isFinite(value)
      ? { n: count, mean: value, m2: 0, min: value, max: value, nonFinite: 0 }
      : { ...NO_MOMENTS, nonFinite: count };
    total = mergeMoments(total, part);
  }
  return defined(total);
}

/**
 * Moments of two parts together. Merge in a fixed order where the last bit must not depend on the sharding.
 * Source: Chan, Golub and LeVeque, The American Statistician 37 (1983).
 */
export function mergeMoments(a: Moments, b: Moments): Moments {
  const nonFinite = a.nonFinite + b.nonFinite;
  if (a.n === 0) return { ...b, nonFinite };
  if (b.n === 0) return { ...a, nonFinite };
  const n = a.n + b.n;
  const delta = b.mean - a.mean;
  return {
    n,
    mean: a.mean + (delta * b.n) / n,
    m2: a.m2 + b.m2 + (delta * delta * a.n * b.n) / n,
    min: Math.min(a.min ?? Number.POSITIVE_INFINITY, b.min ?? Number.POSITIVE_INFINITY),
    max: Math.max(a.max ?? Number.NEGATIVE_INFINITY, b.max ?? Number.NEGATIVE_INFINITY),
    nonFinite,
  };
}

/** The arithmetic mean. Undefined: 'empty'. */
export function meanOf(moments: Moments): Result<number> {
  return moments.n === 0 ? undefinedBecause('empty') : defined(moments.mean);
}

/**
 * The variance, divided by `n - ddof`: 1 (default) for a sample, 0 for a whole population.
 * Undefined: 'empty', and 'too-few' when `n` is at most `ddof`.
 */
export function varianceOf(moments: Moments, ddof: 0 | 1 = 1): Result<number> {
  if (moments.n === 0) return undefinedBecause('empty');
  if (moments.n <= ddof) return undefinedBecause('too-few');
  return defined(Math.max(0, moments.m2) / (moments.n - ddof));
}
