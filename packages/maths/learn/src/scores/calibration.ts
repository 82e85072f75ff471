import { defined, type Interval, type Numbers, type Result, undefinedBecause, wilson } from '@assay/stats';
import { checkedProbabilities } from './checked-scores.ts';

export type CalibrationBin = {
  readonly rows: number;
  /** The mean of the predicted probabilities. */
  readonly predicted: number;
  /** The share of positive rows, with its Wilson interval. */
  readonly observed: Interval;
};

export type Calibration = {
  readonly bins: readonly CalibrationBin[];
  /** The mean of |predicted - observed| over bins, by rows. */
  readonly error: number;
};

/**
 * What was predicted against what was observed, in bins of equal count: rows by ascending probability, cut at
 * `k n / bins` rounded down; rows of equal probability stay together in the lower bin, so that there may be fewer bins.
 *
 * Undefined: 'length-mismatch'; 'empty'; 'not-finite'; 'out-of-range' (a probability outside [0, 1], or `bins` not an
 * integer from 1).
 */
export function calibration(positive: Numbers, probabilities: Numbers, bins = 10): Result<Calibration> {
  if (!(Number.isInteger(bins) && bins >= 1)) return undefinedBecause('out-of-range');
  const checked = checkedProbabilities(positive, probabilities);
  if (!checked.ok) return checked;
  const n = positive.length;
  const order = Int32Array.from({ length: n }, (_, row) => row);
  order.sort((a, b) => probabilities[a]! - probabilities[b]! || a - b);
  const result: CalibrationBin[] = [];
  let error = 0;
  for (let start = 0, bin = 1; start < n; bin += 1) {
    let end = Math.floor((bin * n) / bins);
    if (end <= start) continue;
    while (end < n && probabilities[order[end]!] === probabilities[order[end - 1]!]) end += 1;
    let sum = 0;
    let hits = 0;
    for (let at = start; at < end; at += 1) {
      sum += probabilities[order[at]!]!;
      if (positive[order[at]!] === 1) hits += 1;
    }
    const rows = end - start;
    const observed = wilson(hits, rows);
    if (!observed.ok) return observed;
    result.push({ rows, predicted: sum / rows, observed: observed.value });
    error += Math.abs(sum - hits) / n;
    start = end;
  }
  return defined({ bins: result, error });
}
