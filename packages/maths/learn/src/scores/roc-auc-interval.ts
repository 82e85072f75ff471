import {
  averageRanks,
  defined,
  type Interval,
  type Numbers,
  normalQuantile,
  type Result,
  undefinedBecause,
} from '@assay/stats';
import { checkedScores } from './checked-scores.ts';

/**
 * The area under the ROC curve with DeLong's interval, cut to [0, 1]: normal, with the variance of the rows' placement
 * values. Where the classes part completely the variance is 0, and so is the interval's width.
 *
 * Undefined: 'length-mismatch'; 'empty'; 'not-finite' (a score is NaN); 'one-class'; 'too-few' (one row of a class);
 * 'out-of-range' (confidence outside (0, 1)).
 *
 * Source: DeLong, DeLong and Clarke-Pearson, Biometrics 44 (1988); by ranks, Sun and Xu, IEEE SPL 21 (2014).
 *
 * @param positive 1 for positive rows, 0 for negative ones
 */
export function rocAucInterval(positive: Numbers, scores: Numbers, confidence = 0.95): Result<Interval> {
  const positives = checkedScores(positive, scores);
  if (!positives.ok) return positives;
  if (!(confidence > 0 && confidence < 1)) return undefinedBecause('out-of-range');
  const m = positives.value;
  const n = positive.length - m;
  if (m === 0 || n === 0) return undefinedBecause('one-class');
  if (m === 1 || n === 1) return undefinedBecause('too-few');
  const placements = placementValues(positive, scores, m, n);
  const auc = meanOf(placements.positive);
  const error = Math.sqrt(
    varianceAround(placements.positive, auc) / m + varianceAround(placements.negative, auc) / n,
  );
  const half = normalQuantile((1 + confidence) / 2) * error;
  return defined({ estimate: auc, low: Math.max(0, auc - half), high: Math.min(1, auc + half) });
}

/** The share of the other class that each row is rightly ordered against, ties one half. */
function placementValues(
  positive: Numbers,
  scores: Numbers,
  m: number,
  n: number,
): { positive: Float64Array; negative: Float64Array } {
  const all = averageRanks(scores);
  const sides = [new Float64Array(n), new Float64Array(m)] as const;
  const overall = [new Float64Array(n), new Float64Array(m)] as const;
  const filled = [0, 0];
  for (let row = 0; row < all.length; row += 1) {
    const side = positive[row] === 1 ? 1 : 0;
    sides[side][filled[side]!] = scores[row]!;
    overall[side][filled[side]!] = all[row]!;
    filled[side]! += 1;
  }
  const within = sides.map(averageRanks);
  return {
    positive: overall[1].map((rank, at) => (rank - within[1]![at]!) / n),
    negative: overall[0].map((rank, at) => 1 - (rank - within[0]![at]!) / m),
  };
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

function varianceAround(values: Float64Array, mean: number): number {
  let sum = 0;
  for (const value of values) sum += (value - mean) ** 2;
  return sum / (values.length - 1);
}
