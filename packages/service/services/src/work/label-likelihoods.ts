import type { LabelModel } from '@assay/contracts';
import { boostedLearner, type Control, calibration, crossFit } from '@assay/learn';
import { findColumn, type Table } from '@assay/stats';
import { asCategories } from '../tables/as-categories.ts';

const FOLDS = 5;

export type LikelihoodRequest = {
  /** Features and the target among them. */
  table: Table;
  target: string;
  seed: string;
};

/** Probabilities of every row and class, by models that did not see the row; or why there are none. */
export type LabelLikelihoods =
  | {
      known: true;
      classes: readonly string[];
      /** `values[classes.length * row + k]`. */
      values: Float64Array;
      /** The place of each row's own label among the classes; -1 where it has none. */
      own: Int32Array;
      about: Pick<LabelModel, 'rows' | 'folds' | 'classes' | 'agrees' | 'calibration'>;
    }
  | { known: false; reason: string };

/** The place of the greatest probability of a row; of equal ones the first. */
function likeliestOf(values: Float64Array, classes: number, row: number): number {
  let most = 0;
  for (let k = 1; k < classes; k += 1) {
    if (values[row * classes + k]! > values[row * classes + most]!) most = k;
  }
  return most;
}

/**
 * How likely each row's own label is by what the other rows say: boosted trees in five stratified folds, each row
 * judged by the fold's model that did not see it; and how far that can be believed. Confident learning (Northcutt,
 * Jiang, Chuang, 2021) ranks suspects by the same number, the self-confidence.
 */
export function labelLikelihoods(request: LikelihoodRequest, control: Control): LabelLikelihoods {
  const table = asCategories(request.table, request.target);
  const target = findColumn(table, request.target);
  if (target?.kind !== 'category') return { known: false, reason: 'no-target' };
  const features = { rows: table.rows, columns: table.columns.filter((column) => column !== target) };
  if (features.columns.length === 0) return { known: false, reason: 'no-features' };
  const fitted = crossFit(features, target, {
    learner: boostedLearner(),
    seed: request.seed,
    folds: FOLDS,
    control,
  });
  if (!fitted.ok) return { known: false, reason: fitted.reason };
  const { classes, values } = fitted.value.probabilities;
  const labelled = Int32Array.from(target.codes.keys()).filter((row) => target.codes[row]! >= 0);
  const sure = new Float64Array(labelled.length);
  const right = new Uint8Array(labelled.length);
  for (const [at, row] of labelled.entries()) {
    const k = likeliestOf(values, classes.length, row);
    // Sums of what trees say may be beyond 1 by rounding.
    sure[at] = Math.min(1, Math.max(0, values[row * classes.length + k]!));
    right[at] = target.codes[row] === k ? 1 : 0;
  }
  const calibrated = calibration(right, sure);
  if (!calibrated.ok) return { known: false, reason: calibrated.reason };
  return {
    known: true,
    classes,
    values,
    own: Int32Array.from(target.codes),
    about: {
      rows: labelled.length,
      folds: FOLDS,
      classes: classes.length,
      agrees: right.reduce((sum, each) => sum + each, 0),
      calibration: {
        bins: calibrated.value.bins.map(({ rows, predicted, observed }) => ({
          rows,
          predicted,
          observed: observed.estimate,
          low: observed.low,
          high: observed.high,
        })),
        error: calibrated.value.error,
      },
    },
  };
}
