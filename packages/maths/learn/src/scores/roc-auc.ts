import { averageRanks, defined, type Numbers, type Result, undefinedBecause } from '@assay/stats';
import { checkedWeights } from '../checked-weights.ts';
import { checkedScores } from './checked-scores.ts';

/**
 * The area under the ROC curve: the probability that a positive row has a higher score than a negative one, ties
 * counting one half, by ranks and therefore exact. With weights each pair counts the product of its weights.
 *
 * Undefined: 'length-mismatch'; 'not-finite' (a score is NaN); 'out-of-range' (a negative or infinite weight); 'empty'
 * (no rows); 'one-class' (no positive, or no negative, row with weight).
 *
 * Source: Hanley and McNeil, Radiology 143 (1982).
 *
 * @param positive 1 for positive rows, 0 for negative ones
 * @param scores higher for rows that look positive; infinities are allowed
 */
export function rocAuc(positive: Numbers, scores: Numbers, weights?: Numbers): Result<number> {
  const checked = checkedScores(positive, scores);
  if (!checked.ok) return checked;
  const usable = checkedWeights(weights, positive.length);
  if (!usable.ok) return usable;
  return usable.value === undefined ? byRanks(positive, scores) : byWeights(positive, scores, usable.value);
}

function byRanks(positive: Numbers, scores: Numbers): Result<number> {
  const ranks = averageRanks(scores);
  let positives = 0;
  let rankSum = 0;
  for (let row = 0; row < ranks.length; row += 1) {
    if (positive[row] !== 1) continue;
    positives += 1;
    rankSum += ranks[row]!;
  }
  const negatives = ranks.length - positives;
  if (positives === 0 || negatives === 0) return undefinedBecause('one-class');
  return defined((rankSum - (positives * (positives + 1)) / 2) / (positives * negatives));
}

function byWeights(positive: Numbers, scores: Numbers, weights: Numbers): Result<number> {
  const order = Int32Array.from({ length: scores.length }, (_, row) => row);
  order.sort((a, b) => compare(scores[a]!, scores[b]!));
  let positives = 0;
  let below = 0;
  let won = 0;
  for (let start = 0; start < order.length; ) {
    let end = start;
    let tiedPositive = 0;
    let tiedNegative = 0;
    for (; end < order.length && scores[order[end]!] === scores[order[start]!]; end += 1) {
      const row = order[end]!;
      if (positive[row] === 1) tiedPositive += weights[row]!;
      else tiedNegative += weights[row]!;
    }
    won += tiedPositive * (below + tiedNegative / 2);
    positives += tiedPositive;
    below += tiedNegative;
    start = end;
  }
  if (positives === 0 || below === 0) return undefinedBecause('one-class');
  return defined(won / (positives * below));
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
