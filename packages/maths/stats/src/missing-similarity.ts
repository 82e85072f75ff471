import { defined, type Result, undefinedBecause } from './result.ts';

/** How many of how many. */
export type Share = { readonly count: number; readonly total: number };

/**
 * 1 minus the absolute difference of the shares of missing values in two columns, in [0, 1].
 * Undefined: 'empty' when one has no rows, 'out-of-range' when a count is negative or above its total.
 */
export function missingSimilarity(a: Share, b: Share): Result<number> {
  if (a.total === 0 || b.total === 0) return undefinedBecause('empty');
  if (!isShare(a) || !isShare(b)) return undefinedBecause('out-of-range');
  return defined(1 - Math.abs(a.count / a.total - b.count / b.total));
}

function isShare(share: Share): boolean {
  return share.count >= 0 && share.count <= share.total && Number.isFinite(share.total);
}
