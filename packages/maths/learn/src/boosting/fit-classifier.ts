import { type CategoryColumn, defined, type Result, type Table, undefinedBecause } from '@assay/stats';
import { binTable } from '../binning/bin-table.ts';
import { binsOfColumn } from '../binning/bins-of-column.ts';
import { MAX_BINS } from '../binning/column-bins.ts';
import { checkedWeights } from '../checked-weights.ts';
import { classTarget } from '../class-target.ts';
import { boost } from './boost.ts';
import { holdOut } from './hold-out.ts';
import type { BoostedClassifier } from './model.ts';
import { binaryObjective, softmaxObjective } from './objectives.ts';
import type { BoostingOptions } from './options.ts';
import { BOOSTING } from './settings.ts';

/**
 * Fits boosted trees that tell the levels of `target` apart: log loss over two classes, or softmax with one tree per
 * class and round. Classes are the levels that occur, in their order; rows without target are left out. Deterministic.
 *
 * Undefined: 'length-mismatch'; 'empty' (no row has a target and a weight); 'one-class'; 'out-of-range' (a negative or
 * infinite weight).
 *
 * Source: Friedman, Annals of Statistics 29 (2001); histograms and leaf-wise growth as in Ke et al., LightGBM, 2017.
 *
 * @param features every column is a feature: take the target out
 */
export function fitBoostedClassifier(
  features: Table,
  target: CategoryColumn,
  options: BoostingOptions = {},
): Result<BoostedClassifier> {
  if (target.codes.length !== features.rows) return undefinedBecause('length-mismatch');
  const weights = checkedWeights(options.weights, features.rows);
  if (!weights.ok) return weights;
  const known = classTarget(target, weights.value);
  if (!known.ok) return known;
  const { classes, codes, totals } = known.value;
  const baseline = startingScores(totals);
  const scores = new Float64Array(features.rows * baseline.length);
  for (let at = 0; at < scores.length; at += 1) scores[at] = baseline[at % baseline.length]!;
  const { rows, held } = holdOut(codes, options.earlyStopping?.seed);
  const bins = features.columns.map((column) => binsOfColumn(column, MAX_BINS, rows));
  const trees = boost(
    binTable(features, bins),
    rows,
    held,
    scores,
    classes.length === 2
      ? binaryObjective(codes, weights.value)
      : softmaxObjective(codes, classes.length, weights.value),
    { ...BOOSTING, ...options.settings },
    options.control,
  );
  return defined({
    type: 'boosted-classifier',
    version: 1,
    classes,
    scores: baseline,
    features: bins,
    trees,
  });
}

/** The log odds of the second of two classes; of more, each logarithm less their mean. */
function startingScores(totals: Float64Array): number[] {
  if (totals.length === 2) return [Math.log(totals[1]! / totals[0]!)];
  const sum = totals.reduce((all, total) => all + total, 0);
  const logs = Array.from(totals, (total) => Math.log(total / sum));
  const mean = logs.reduce((all, log) => all + log, 0) / logs.length;
  return logs.map((log) => log - mean);
}
