import {
  type CategoryColumn,
  defined,
  type Result,
  type Table,
  takeRows,
  undefinedBecause,
} from '@assay/stats';
import { type ClassProbabilities, probabilityOf } from '../class-probabilities.ts';
import type { Control } from '../control.ts';
import type { Learner } from '../learner.ts';
import { stratifiedFolds } from './stratified-folds.ts';

export type CrossFit = {
  /** Each row's probabilities by the model that did not see it; classes are the levels of the target. */
  readonly probabilities: ClassProbabilities;
  /** The fold of each row. */
  readonly folds: Int32Array;
};

export type CrossFitOptions = {
  readonly learner: Learner;
  readonly seed: string | number;
  /** 5 when left out. */
  readonly folds?: number;
  readonly control?: Control;
};

/**
 * Probabilities for each row from a model fitted on the other folds of a stratified division. Rows without target are
 * predicted and not learnt from.
 *
 * Undefined: 'length-mismatch'; 'too-few' (fewer rows than folds); what the learner says of a fold ('one-class', ...).
 */
export function crossFit(
  features: Table,
  target: CategoryColumn,
  options: CrossFitOptions,
): Result<CrossFit> {
  const { learner, seed, folds: count = 5, control } = options;
  if (target.codes.length !== features.rows) return undefinedBecause('length-mismatch');
  if (features.rows < count) return undefinedBecause('too-few');
  const folds = stratifiedFolds(target.codes, count, seed);
  const classes = target.levels;
  const values = new Float64Array(features.rows * classes.length);
  for (let fold = 0; fold < count; fold += 1) {
    control?.throwIfAborted();
    const inside = Int32Array.from(folds.keys()).filter((row) => folds[row] === fold);
    // Rows of the fold lose their target instead of being copied away: a learner leaves out rows without one.
    const codes = target.codes.map((code, row) => (folds[row] === fold ? -1 : code));
    const predict = learner(features, { ...target, codes });
    if (!predict.ok) return predict;
    const predicted = predict.value(takeRows(features, inside));
    for (const [k, name] of classes.entries()) {
      const column = probabilityOf(predicted, name);
      for (const [at, row] of inside.entries()) values[row * classes.length + k] = column[at]!;
    }
    control?.progress(fold + 1, count);
  }
  return defined({ probabilities: { classes, rows: features.rows, values }, folds });
}
