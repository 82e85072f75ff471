import { type Numbers, sortedFinite } from './numbers.ts';
import { defined, type Result, undefinedBecause } from './result.ts';

/**
 * The quantile at share `p` of ascending finite values: type 7, linear between the order statistics around
 * `(n - 1) p`. Source: Hyndman and Fan, The American Statistician 50 (1996).
 *
 * Undefined: 'empty'; 'out-of-range' unless 0 <= p <= 1.
 */
export function quantileSorted(sorted: Numbers, p: number): Result<number> {
  if (!(p >= 0 && p <= 1)) return undefinedBecause('out-of-range');
  if (sorted.length === 0) return undefinedBecause('empty');
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return defined(low === high ? low : low + (high - low) * (position - below));
}

/** Quantiles (type 7) of values in any order; what is not finite is left out. Undefined as `quantileSorted`. */
export function quantiles(values: Numbers, shares: readonly number[]): Result<number[]> {
  const sorted = sortedFinite(values);
  const result: number[] = [];
  for (const share of shares) {
    const quantile = quantileSorted(sorted, share);
    if (!quantile.ok) return quantile;
    result.push(quantile.value);
  }
  return defined(result);
}
