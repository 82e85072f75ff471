import { defined, type Result, undefinedBecause } from '@assay/stats';
import { type Features, hellinger } from './hellinger.ts';

/**
 * For each picture the Hellinger distance to its `rank`-th nearest picture of the reference: great for those that stand
 * out. Where both are the same set, a picture is no neighbour of itself, which says what is usual within the reference.
 *
 * Source: Ramaswamy, Rastogi, Shim, "Efficient algorithms for mining outliers from large data sets", SIGMOD 2000.
 *
 * Undefined: 'too-few' where the reference has fewer than `rank` others, 'length-mismatch', 'out-of-range' of the rank.
 */
export function nearestDistances(
  pictures: readonly Features[],
  reference: readonly Features[],
  rank: number,
): Result<Float64Array> {
  const same = pictures === reference;
  if (!Number.isInteger(rank) || rank < 1) return undefinedBecause('out-of-range');
  if (reference.length - (same ? 1 : 0) < rank) return undefinedBecause('too-few');
  const length = reference[0]!.length;
  if ([...pictures, ...reference].some((features) => features.length !== length)) {
    return undefinedBecause('length-mismatch');
  }
  return defined(
    Float64Array.from(pictures, (features, index) => {
      const nearest = new Float64Array(rank).fill(Number.POSITIVE_INFINITY);
      for (const [other, against] of reference.entries()) {
        if (!same || other !== index) keepNearest(nearest, hellinger(features, against));
      }
      return nearest[rank - 1]!;
    }),
  );
}

/** Puts a distance into its place among the nearest, ascending, if it is one of them. */
function keepNearest(nearest: Float64Array, distance: number): void {
  let place = nearest.length - 1;
  if (distance >= nearest[place]!) return;
  for (; place > 0 && nearest[place - 1]! > distance; place -= 1) nearest[place] = nearest[place - 1]!;
  nearest[place] = distance;
}
