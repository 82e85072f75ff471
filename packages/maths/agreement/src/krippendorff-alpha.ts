import { defined, type Result, undefinedBecause } from '@assay/stats';
import type { UnitTally } from './unit-tally.ts';

/** Scale of the ratings: what a difference between two of them means. */
export type MeasurementLevel = 'nominal' | 'ordinal' | 'interval' | 'ratio';

export type KrippendorffAlpha = {
  /** 1 is full agreement, 0 what chance alone gives, below 0 worse than chance. */
  readonly value: number;
  /** Mean squared difference within units. */
  readonly observedDisagreement: number;
  /** Mean squared difference of any two ratings. */
  readonly expectedDisagreement: number;
  /** Units with at least two ratings; others say nothing of agreement and are left out. */
  readonly units: number;
  /** Ratings of those units. */
  readonly ratings: number;
};

/** The squared difference of two categories. */
type Difference = (left: number, right: number) => number;

/**
 * Krippendorff's alpha: 1 - observed / expected disagreement, for any number of raters, with ratings missing. Squared
 * differences: nominal 0 or 1; ordinal by the ratings that lie between the two, half of their own included; interval
 * (c - k)^2; ratio ((c - k) / (c + k))^2.
 *
 * @param values what each category is worth, for 'interval' and 'ratio' (there at least 0); ordinal takes their order
 * Undefined: 'too-few' when no unit has two ratings; 'unanimous' when all of them are equal; 'length-mismatch',
 * 'not-finite' or 'out-of-range' for the values.
 * Source: Krippendorff, Computing Krippendorff's Alpha-Reliability (2011).
 */
export function krippendorffAlpha(
  tally: UnitTally,
  level: MeasurementLevel,
  values: readonly number[] = [],
): Result<KrippendorffAlpha> {
  const counted = countPairable(tally);
  if (counted.units === 0) return undefinedBecause('too-few');
  const difference = differenceOf(level, counted.totals, values);
  if (!difference.ok) return difference;
  const n = counted.ratings;
  const expected = pairSum(counted.used, counted.totals, difference.value) / (n * (n - 1));
  if (expected === 0) return undefinedBecause('unanimous');
  let observed = 0;
  for (const [place, { codes, counts, ratings }] of tally.patterns.entries()) {
    if (ratings < 2 || codes.length < 2) continue;
    observed += (tally.times[place]! * pairSumOf(codes, counts, difference.value)) / (ratings - 1);
  }
  observed /= n;
  return defined({
    value: 1 - observed / expected,
    observedDisagreement: observed,
    expectedDisagreement: expected,
    units: counted.units,
    ratings: n,
  });
}

type Counted = { units: number; ratings: number; totals: Float64Array; used: number[] };

function countPairable({ categories, patterns, times }: UnitTally): Counted {
  const totals = new Float64Array(categories);
  let [units, ratings] = [0, 0];
  for (const [place, pattern] of patterns.entries()) {
    const shown = times[place]!;
    if (pattern.ratings < 2 || shown === 0) continue;
    units += shown;
    ratings += shown * pattern.ratings;
    for (const [at, code] of pattern.codes.entries()) totals[code]! += shown * pattern.counts[at]!;
  }
  const used = [...totals.keys()].filter((code) => totals[code]! > 0);
  return { units, ratings, totals, used };
}

function differenceOf(
  level: MeasurementLevel,
  totals: Float64Array,
  values: readonly number[],
): Result<Difference> {
  if (level === 'nominal') return defined((left, right) => (left === right ? 0 : 1));
  if (level === 'ordinal') {
    // The ratings between two categories, half of their own included, are the distance of their mean ranks.
    const ranks = meanRanks(totals);
    return defined((left, right) => (ranks[left]! - ranks[right]!) ** 2);
  }
  if (values.length !== totals.length) return undefinedBecause('length-mismatch');
  if (!values.every(Number.isFinite)) return undefinedBecause('not-finite');
  if (level === 'interval') return defined((left, right) => (values[left]! - values[right]!) ** 2);
  if (values.some((value) => value < 0)) return undefinedBecause('out-of-range');
  return defined((left, right) => {
    const sum = values[left]! + values[right]!;
    return sum === 0 ? 0 : ((values[left]! - values[right]!) / sum) ** 2;
  });
}

function meanRanks(totals: Float64Array): Float64Array {
  let before = 0;
  return totals.map((total) => {
    before += total;
    return before - total / 2;
  });
}

/** Sum over ordered pairs of the categories of one unit of count x count x difference. */
function pairSumOf(codes: Int32Array, counts: Int32Array, difference: Difference): number {
  let sum = 0;
  for (let left = 0; left < codes.length; left += 1) {
    for (let right = left + 1; right < codes.length; right += 1) {
      sum += 2 * counts[left]! * counts[right]! * difference(codes[left]!, codes[right]!);
    }
  }
  return sum;
}

/** The same over all ratings. */
function pairSum(used: readonly number[], totals: Float64Array, difference: Difference): number {
  let sum = 0;
  for (const [at, left] of used.entries()) {
    for (let next = at + 1; next < used.length; next += 1) {
      const right = used[next]!;
      sum += 2 * totals[left]! * totals[right]! * difference(left, right);
    }
  }
  return sum;
}
