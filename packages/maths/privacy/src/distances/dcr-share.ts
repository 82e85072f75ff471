import { defined, type Interval, mapResult, type Result, undefinedBecause, wilson } from '@assay/stats';

/** Distances that differ by less than this are equal: what rounding leaves of one sum of terms. */
const EQUAL = 1e-12;

/** The share with its interval, and the rows that it counts. */
export type DcrShare = Interval & { readonly n: number; readonly closer: number; readonly tied: number };

/**
 * The share of synthetic rows that are nearer to a training row than to a holdout row, `P(d_train < d_holdout) +
 * 1/2 P(=)`: 0.5 when training rows are not known any better than unseen ones, above it when they leak. Training and
 * holdout must be of equal size (`equalHalves`). The interval is Wilson's with ties as half a success, which is a
 * little wide where there are ties; it does not hold the chance of the split, which repeated splits show.
 *
 * Undefined: 'length-mismatch', 'empty', 'not-finite' (a table without rows), 'out-of-range' (the confidence).
 */
export function dcrShare(
  toTrain: ArrayLike<number>,
  toHoldout: ArrayLike<number>,
  confidence = 0.95,
): Result<DcrShare> {
  if (toTrain.length !== toHoldout.length) return undefinedBecause('length-mismatch');
  const n = toTrain.length;
  let closer = 0;
  let tied = 0;
  for (let row = 0; row < n; row += 1) {
    const difference = toTrain[row]! - toHoldout[row]!;
    if (!Number.isFinite(difference)) return undefinedBecause('not-finite');
    if (Math.abs(difference) <= EQUAL) tied += 1;
    else if (difference < 0) closer += 1;
  }
  return mapResult(wilson(closer + tied / 2, n, confidence), (share) => ({ ...share, n, closer, tied }));
}

/**
 * Protection against overfitting as SDMetrics has it: `min(2 (1 - share of rows closer to training), 1)`, where a
 * tie counts as closer to the holdout. For comparison with its reports; `dcrShare` is the fairer measure.
 */
export function overfittingProtection(share: DcrShare): Result<{ score: number; closerToTraining: number }> {
  if (share.n === 0) return undefinedBecause('empty');
  const closerToTraining = share.closer / share.n;
  return defined({ score: Math.min(2 * (1 - closerToTraining), 1), closerToTraining });
}
