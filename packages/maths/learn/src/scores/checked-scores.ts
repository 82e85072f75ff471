import { defined, type Numbers, type Result, undefinedBecause } from '@assay/stats';

/** How many rows are positive. Undefined: 'length-mismatch', 'empty', 'not-finite' (a score is NaN). */
export function checkedScores(positive: Numbers, scores: Numbers): Result<number> {
  if (positive.length !== scores.length) return undefinedBecause('length-mismatch');
  if (positive.length === 0) return undefinedBecause('empty');
  let positives = 0;
  for (let row = 0; row < positive.length; row += 1) {
    if (Number.isNaN(scores[row]!)) return undefinedBecause('not-finite');
    if (positive[row] === 1) positives += 1;
  }
  return defined(positives);
}

/** As `checkedScores`, for probabilities. Undefined also: 'out-of-range' (outside [0, 1]). */
export function checkedProbabilities(positive: Numbers, probabilities: Numbers): Result<number> {
  for (let row = 0; row < probabilities.length; row += 1)
    if (probabilities[row]! < 0 || probabilities[row]! > 1) return undefinedBecause('out-of-range');
  return checkedScores(positive, probabilities);
}
