import { type CategoryColumn, defined, type Result, undefinedBecause } from '@assay/stats';
import { type ClassProbabilities, probabilityOf } from '../class-probabilities.ts';

/**
 * The mean of -ln p of the true class, in nats. Probabilities are kept at least 2^-52 from 0 and 1; a class that the
 * model does not know has probability 0. Rows without truth are left out.
 *
 * Undefined: 'length-mismatch'; 'empty'; 'not-finite' (a probability is NaN).
 */
export function logLoss(truth: CategoryColumn, probabilities: ClassProbabilities): Result<number> {
  if (truth.codes.length !== probabilities.rows) return undefinedBecause('length-mismatch');
  const byLevel = truth.levels.map((name) => probabilityOf(probabilities, name));
  let sum = 0;
  let rows = 0;
  for (let row = 0; row < truth.codes.length; row += 1) {
    const code = truth.codes[row]!;
    if (code < 0) continue;
    const p = byLevel[code]![row]!;
    if (Number.isNaN(p)) return undefinedBecause('not-finite');
    sum -= Math.log(Math.min(1 - Number.EPSILON, Math.max(Number.EPSILON, p)));
    rows += 1;
  }
  return rows === 0 ? undefinedBecause('empty') : defined(sum / rows);
}
