import { type CategoryColumn, defined, type Result, undefinedBecause } from '@assay/stats';
import { type ClassProbabilities, probabilityOf } from '../class-probabilities.ts';
import { rocAuc } from './roc-auc.ts';

export type ClassRocAuc = {
  /** The mean over the classes. */
  readonly macro: number;
  readonly classes: readonly { readonly name: string; readonly auc: number }[];
};

/**
 * The area under the ROC curve of each class against the others, and the mean over classes, each counting once. The
 * classes are those that the truth holds; one that the model does not know has probability 0. Rows without truth are
 * left out.
 *
 * Undefined: 'length-mismatch'; 'empty'; 'one-class'; 'not-finite'.
 */
export function classRocAuc(truth: CategoryColumn, probabilities: ClassProbabilities): Result<ClassRocAuc> {
  if (truth.codes.length !== probabilities.rows) return undefinedBecause('length-mismatch');
  const known = Int32Array.from(truth.codes.keys()).filter((row) => truth.codes[row]! >= 0);
  if (known.length === 0) return undefinedBecause('empty');
  const classes: { name: string; auc: number }[] = [];
  for (const [code, name] of truth.levels.entries()) {
    const positive = known.map((row) => (truth.codes[row] === code ? 1 : 0));
    if (!positive.includes(1)) continue;
    const scores = probabilityOf(probabilities, name);
    const auc = rocAuc(
      positive,
      Float64Array.from(known, (row) => scores[row]!),
    );
    if (!auc.ok) return auc;
    classes.push({ name, auc: auc.value });
  }
  return defined({ macro: classes.reduce((sum, { auc }) => sum + auc, 0) / classes.length, classes });
}
