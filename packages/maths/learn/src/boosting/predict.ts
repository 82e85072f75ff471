import type { Table } from '@assay/stats';
import { binTable } from '../binning/bin-table.ts';
import type { ClassProbabilities } from '../class-probabilities.ts';
import { probabilitiesOfScores } from '../probabilities-of-scores.ts';
import { addForest, forestOf } from './forest.ts';
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
  return probabilitiesOfScores(model.classes, scores);
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
