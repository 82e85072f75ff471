import type { Table } from '@assay/stats';
import { binTable } from '../binning/bin-table.ts';
import type { ClassProbabilities } from '../class-probabilities.ts';
import { addForest, forestOf } from './forest.ts';
import { softmaxRows } from './losses.ts';
import type { BoostedClassifier, BoostedRegressor } from './model.ts';

/**
 * The probability of each class for each row. Levels that the model never saw count as missing.
 *
 * @throws RangeError when the table lacks a column of the model, or has it as the other kind
 */
export function predictBoosted(model: BoostedClassifier, table: Table): ClassProbabilities {
  const width = model.scores.length;
  const scores = new Float64Array(table.rows * width);
  for (let at = 0; at < scores.length; at += 1) scores[at] = model.scores[at % width]!;
  addForest(forestOf(model.trees.flat(), model.features), binTable(table, model.features), scores, width);
  const { classes } = model;
  if (width > 1) {
    const values = new Float64Array(scores.length);
    softmaxRows(scores, width, values);
    return { classes, rows: table.rows, values };
  }
  const values = new Float64Array(2 * table.rows);
  for (let row = 0; row < table.rows; row += 1) {
    const p = 1 / (1 + Math.exp(-scores[row]!));
    values[2 * row] = 1 - p;
    values[2 * row + 1] = p;
  }
  return { classes, rows: table.rows, values };
}

/**
 * The predicted number for each row. Levels that the model never saw count as missing.
 *
 * @throws RangeError when the table lacks a column of the model, or has it as the other kind
 */
export function predictBoostedNumber(model: BoostedRegressor, table: Table): Float64Array {
  const scores = new Float64Array(table.rows).fill(model.mean);
  addForest(forestOf(model.trees.flat(), model.features), binTable(table, model.features), scores, 1);
  return scores;
}
