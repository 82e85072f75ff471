import type { UnitTally } from './unit-tally.ts';

/** Parts that the raw-agreement family shares. */
export type PairAgreement = {
  /** Mean over units with two ratings or more of the (weighted) share of their pairs that agree. */
  readonly observed: number;
  /** Units with two ratings or more. */
  readonly units: number;
  /** Ratings of all units. */
  readonly ratings: number;
  /** Share of each category: the mean over rated units of the share of their ratings that it has. */
  readonly prevalence: Float64Array;
};

/**
 * Observed agreement of pairs of raters and the prevalence of categories, by the convention of Gwet for raters that
 * differ in number from unit to unit; equal to Fleiss (1971) where they do not.
 *
 * @param weights matrix in row order of `categories` x `categories`, as `categoryWeights` gives it
 */
export function pairAgreement(tally: UnitTally, weights: Float64Array): PairAgreement {
  const { categories, patterns, times } = tally;
  const prevalence = new Float64Array(categories);
  let [observed, units, rated, ratings] = [0, 0, 0, 0];
  for (const [place, pattern] of patterns.entries()) {
    const shown = times[place]!;
    if (shown === 0) continue;
    const { codes, counts, ratings: m } = pattern;
    rated += shown;
    ratings += shown * m;
    for (const [at, code] of codes.entries()) prevalence[code]! += (shown * counts[at]!) / m;
    if (m < 2) continue;
    units += shown;
    observed += (shown * agreeingPairs(codes, counts, weights, categories)) / (m * (m - 1));
  }
  for (let code = 0; code < categories; code += 1) prevalence[code]! /= rated;
  return { observed: units === 0 ? 0 : observed / units, units, ratings, prevalence };
}

/** Weighted number of ordered pairs of different raters that agree. */
function agreeingPairs(
  codes: Int32Array,
  counts: Int32Array,
  weights: Float64Array,
  categories: number,
): number {
  let sum = 0;
  for (let left = 0; left < codes.length; left += 1) {
    sum += counts[left]! * (counts[left]! - 1);
    for (let right = left + 1; right < codes.length; right += 1) {
      sum += 2 * counts[left]! * counts[right]! * weights[codes[left]! * categories + codes[right]!]!;
    }
  }
  return sum;
}
