import { defined, type Result, undefinedBecause } from '@assay/stats';
import type { OrderedCounts } from './ordered-counts.ts';

/**
 * Quantiles (type 7, as `quantileSorted` of stats) of values given with counts, at ascending shares in [0, 1].
 * Undefined: 'empty'.
 */
export function orderedQuantiles(ordered: OrderedCounts, shares: readonly number[]): Result<number[]> {
  if (ordered.n === 0) return undefinedBecause('empty');
  let index = 0;
  let end = ordered.counts[0]!;
  const valueAt = (position: number): number => {
    while (position >= end) {
      index += 1;
      end += ordered.counts[index]!;
    }
    return ordered.values[index]!;
  };
  const quantiles = shares.map((share) => {
    const position = (ordered.n - 1) * share;
    const below = Math.floor(position);
    const low = valueAt(below);
    const keptIndex = index;
    const keptEnd = end;
    const high = valueAt(Math.min(below + 1, ordered.n - 1));
    // The next share may lie at the lower of the two again.
    index = keptIndex;
    end = keptEnd;
    return low === high ? low : low + (high - low) * (position - below);
  });
  return defined(quantiles);
}
