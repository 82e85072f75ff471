import { momentsOf, varianceOf } from './moments.ts';
import { type Numbers, sortedFinite } from './numbers.ts';
import { defined, type Result, undefinedBecause } from './result.ts';

/**
 * Wasserstein-1 distance of two samples: the area between their empirical distribution functions, in the unit of
 * the values. What is not finite is left out. Undefined: 'empty'.
 */
export function wasserstein(a: Numbers, b: Numbers): Result<number> {
  const left = sortedFinite(a);
  const right = sortedFinite(b);
  if (left.length === 0 || right.length === 0) return undefinedBecause('empty');
  let i = 0;
  let j = 0;
  let sum = 0;
  let previous = Math.min(left[0]!, right[0]!);
  while (i < left.length || j < right.length) {
    const next = Math.min(left[i] ?? Number.POSITIVE_INFINITY, right[j] ?? Number.POSITIVE_INFINITY);
    sum += Math.abs(i / left.length - j / right.length) * (next - previous);
    previous = next;
    while (i < left.length && left[i] === next) i += 1;
    while (j < right.length && right[j] === next) j += 1;
  }
  return defined(sum);
}

/**
 * Wasserstein-1 over the sample standard deviation (n - 1) of the reference: comparable between columns.
 * Undefined also: 'too-few' (one reference value), 'constant'.
 */
export function standardisedWasserstein(reference: Numbers, current: Numbers): Result<number> {
  const distance = wasserstein(reference, current);
  if (!distance.ok) return distance;
  const variance = varianceOf(momentsOf(reference));
  if (!variance.ok) return variance;
  if (variance.value === 0) return undefinedBecause('constant');
  return defined(distance.value / Math.sqrt(variance.value));
}
