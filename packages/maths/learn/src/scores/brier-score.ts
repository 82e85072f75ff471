import { defined, type Numbers, type Result } from '@assay/stats';
import { checkedProbabilities } from './checked-scores.ts';

/**
 * The mean of (p - y)^2 over rows, y being 1 for positive rows and else 0: 0 is best, 1/4 is a coin's.
 *
 * Undefined: 'length-mismatch'; 'empty'; 'not-finite'; 'out-of-range' (a probability outside [0, 1]).
 * Source: Brier, Monthly Weather Review 78 (1950), for one event.
 */
export function brierScore(positive: Numbers, probabilities: Numbers): Result<number> {
  const checked = checkedProbabilities(positive, probabilities);
  if (!checked.ok) return checked;
  let sum = 0;
  for (let row = 0; row < positive.length; row += 1)
    sum += (probabilities[row]! - (positive[row] === 1 ? 1 : 0)) ** 2;
  return defined(sum / positive.length);
}
