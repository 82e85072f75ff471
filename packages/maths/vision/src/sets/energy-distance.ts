import { defined, type Result, undefinedBecause } from '@assay/stats';
import { type Features, hellinger } from './hellinger.ts';

/** How far two sets of pictures are apart. */
export type SetDistance = {
  /** 2 E|X - Y| - E|X - X'| - E|Y - Y'|. */
  energy: number;
  /** The energy as a share of 2 E|X - Y|: 0 where the sets are alike, 1 where each is of one kind and they differ. */
  share: number;
};

/**
 * Energy distance of two sets of feature lists, with the Hellinger distance between pictures, over all pairs, each
 * picture with itself included (the V-statistic, which is never negative). Sets of n and m pictures take (n + m)^2 / 2
 * comparisons: draw some thousands of larger ones. Two halves of one set are not at 0, but at what their size leaves to
 * chance: measure that beside it.
 *
 * Source: Szekely and Rizzo, "Energy statistics: a class of statistics based on distances", Journal of Statistical
 * Planning and Inference 143 (2013), sections 2 and 3.
 *
 * Undefined: 'empty', 'length-mismatch', 'constant' where all pictures of both sets are equal.
 */
export function energyDistance(one: readonly Features[], other: readonly Features[]): Result<SetDistance> {
  const [first] = one;
  if (first === undefined || other.length === 0) return undefinedBecause('empty');
  const alike = (features: Features) => features.length === first.length;
  if (!one.every(alike) || !other.every(alike)) return undefinedBecause('length-mismatch');
  const between = meanDistance(one, other);
  if (between === 0) return undefinedBecause('constant');
  const energy = Math.max(0, 2 * between - meanDistance(one, one) - meanDistance(other, other));
  return defined({ energy, share: energy / (2 * between) });
}

function meanDistance(one: readonly Features[], other: readonly Features[]): number {
  const same = one === other;
  let sum = 0;
  for (let left = 0; left < one.length; left += 1) {
    for (let right = same ? left + 1 : 0; right < other.length; right += 1)
      sum += hellinger(one[left]!, other[right]!);
  }
  return ((same ? 2 : 1) * sum) / (one.length * other.length);
}
