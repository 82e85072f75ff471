import { defined, type NumberColumn, type Result, type Table, undefinedBecause } from '@assay/stats';
import { binTable } from '../binning/bin-table.ts';
import { binsOfColumn } from '../binning/bins-of-column.ts';
import { MAX_BINS } from '../binning/column-bins.ts';
import { checkedWeights } from '../checked-weights.ts';
import { boost } from './boost.ts';
import { holdOut } from './hold-out.ts';
import type { BoostedRegressor } from './model.ts';
import { squaredObjective } from './objectives.ts';
import type { BoostingOptions } from './options.ts';
import { BOOSTING } from './settings.ts';

/**
 * Fits boosted trees that predict a number, by squared error. Rows whose target is missing or infinite are left out.
 * Deterministic.
 *
 * Undefined: 'length-mismatch'; 'empty' (no row has a target and a weight); 'out-of-range' (a negative or infinite
 * weight). Source: as `fitBoostedClassifier`.
 */
export function fitBoostedRegressor(
  features: Table,
  target: NumberColumn,
  options: BoostingOptions = {},
): Result<BoostedRegressor> {
  const { values } = target;
  if (values.length !== features.rows) return undefinedBecause('length-mismatch');
  const weights = checkedWeights(options.weights, features.rows);
  if (!weights.ok) return weights;
  const codes = Int32Array.from(values, (value, row) =>
    Number.isFinite(value) && (weights.value === undefined || weights.value[row]! > 0) ? 0 : -1,
  );
  const { rows, held } = holdOut(codes, options.earlyStopping?.seed);
  if (rows.length === 0) return undefinedBecause('empty');
  const mean = weightedMean(values, rows, weights.value);
  const bins = features.columns.map((column) => binsOfColumn(column, MAX_BINS, rows));
  const trees = boost(
    binTable(features, bins),
    rows,
    held,
    new Float64Array(features.rows).fill(mean),
    squaredObjective(values, weights.value),
    { ...BOOSTING, ...options.settings },
    options.control,
  );
  return defined({ type: 'boosted-regressor', version: 1, mean, features: bins, trees });
}

function weightedMean(values: Float64Array, rows: Int32Array, weights: Float64Array | undefined): number {
  let mean = 0;
  let total = 0;
  for (const row of rows) {
    const weight = weights === undefined ? 1 : weights[row]!;
    total += weight;
    mean += ((values[row]! - mean) * weight) / total;
  }
  return mean;
}
