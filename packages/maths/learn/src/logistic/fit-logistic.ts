import {
  type CategoryColumn,
  defined,
  type Numbers,
  type Result,
  type Table,
  undefinedBecause,
} from '@assay/stats';
import { checkedWeights } from '../checked-weights.ts';
import { classTarget } from '../class-target.ts';
import type { Control } from '../control.ts';
import { designOf, meanSquares } from './design.ts';
import { codingOf } from './feature-coding.ts';
import { logisticLoss } from './logistic-loss.ts';
import { minimise } from './minimise.ts';
import type { LogisticModel } from './model.ts';
import { LOGISTIC, type LogisticSettings } from './settings.ts';

export type LogisticOptions = {
  /** A weight from 0 for each row; 1 when left out. Means and deviations are unweighted. */
  readonly weights?: Numbers;
  /** Settings other than the documented ones. */
  readonly settings?: Partial<LogisticSettings>;
  readonly control?: Control;
};

/**
 * Fits a logistic regression, binary or multinomial, with an L2 penalty on the coefficients and none on intercepts.
 * Numbers are standardised and missing ones imputed by the mean, with a term for "is missing"; categories have a term
 * for each level. Classes are the levels that occur; rows without target are left out. Deterministic.
 *
 * Undefined: 'length-mismatch'; 'empty' (no row has a target and a weight); 'one-class'; 'out-of-range' (a weight or
 * setting); 'not-converged' (the documented number of steps did not meet the tolerance).
 *
 * @param features every column is a feature: take the target out
 */
export function fitLogistic(
  features: Table,
  target: CategoryColumn,
  options: LogisticOptions = {},
): Result<LogisticModel> {
  if (target.codes.length !== features.rows) return undefinedBecause('length-mismatch');
  const settings = { ...LOGISTIC, ...options.settings };
  if (!(settings.c > 0)) return undefinedBecause('out-of-range');
  const weights = checkedWeights(options.weights, features.rows);
  if (!weights.ok) return weights;
  const known = classTarget(target, weights.value);
  if (!known.ok) return known;
  const { classes, codes, totals } = known.value;
  const rows = Int32Array.from(codes.keys()).filter((row) => codes[row]! >= 0);
  const codings = features.columns.map((column) => codingOf(column, rows));
  const design = designOf(features, codings, rows);
  const total = totals.reduce((sum, each) => sum + each, 0);
  const taken = weights.value;
  const ownWeights = taken && Float64Array.from(rows, (row) => taken[row]!);
  const penalty = 1 / (settings.c * total);
  const loss = logisticLoss(
    design,
    rows.map((row) => codes[row]!),
    classes.length,
    ownWeights,
    penalty,
  );
  const width = classes.length === 2 ? 1 : classes.length;
  const start = new Float64Array(width * (design.terms + 1));
  // A logistic curve is at most 1/4 as curved as the squares of what it is given.
  const squares = [...meanSquares(design, ownWeights), 1];
  const curvature = start.map((_, at) => squares[at % squares.length]! / 4 + penalty);
  const minimum = minimise(loss, start, { ...settings, curvature }, options.control);
  if (!minimum.ok) return minimum;
  const { at, iterations } = minimum.value;
  const starts = Array.from({ length: width }, (_, k) => k * (design.terms + 1));
  return defined({
    type: 'logistic-regression',
    version: 1,
    classes,
    features: codings,
    coefficients: starts.map((start) => [...at.subarray(start, start + design.terms)]),
    intercepts: starts.map((start) => at[start + design.terms]!),
    iterations,
  });
}
