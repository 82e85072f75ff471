import { defined, type Result, undefinedBecause } from './result.ts';

/**
 * The sign-flip (randomisation) test that the sum of weights is zero, two-sided and exact: the chance that a sum of
 * these weights, each with a sign drawn by a fair coin, lies at least as far from zero as theirs. Of weights of 1 and -1
 * it is the exact binomial test against one half. Computed from the whole distribution of the sum, by adding one weight
 * after the other: O(n * sum of |weights|) time.
 *
 * @param weights whole numbers; those that are 0 change nothing
 *
 * Undefined: 'empty' without weights; 'out-of-range' unless all are integers.
 * Source: Fisher, The Design of Experiments (1935), section 21; Edgington, Randomization Tests (1995), chapter 5.
 */
export function signFlipTest(weights: readonly number[]): Result<number> {
  if (weights.length === 0) return undefinedBecause('empty');
  if (!weights.every((weight) => Number.isSafeInteger(weight))) return undefinedBecause('out-of-range');
  const sizes = weights.map(Math.abs).filter((size) => size > 0);
  const reach = sizes.reduce((sum, size) => sum + size, 0);
  // By the sum of those whose sign is positive: of all, twice that less their reach is the signed sum.
  const chances = new Float64Array(reach + 1);
  chances[0] = 1;
  let top = 0;
  for (const size of sizes) {
    // Downwards, so that what a sum hands on is its chance without this weight.
    for (let sum = top; sum >= 0; sum -= 1) {
      const half = (chances[sum] as number) / 2;
      chances[sum] = half;
      chances[sum + size] = (chances[sum + size] as number) + half;
    }
    top += size;
  }
  const observed = Math.abs(weights.reduce((sum, weight) => sum + weight, 0));
  let tail = 0;
  // The distribution is symmetric: one tail, from its far end so that small terms are added before large ones.
  for (let sum = reach; 2 * sum - reach >= observed; sum -= 1) tail += chances[sum] as number;
  return defined(observed === 0 ? 1 : Math.min(1, 2 * tail));
}
