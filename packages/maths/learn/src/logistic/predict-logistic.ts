import type { Table } from '@assay/stats';
import type { ClassProbabilities } from '../class-probabilities.ts';
import { probabilitiesOfScores } from '../probabilities-of-scores.ts';
import { designOf, linearScores } from './design.ts';
import type { LogisticModel } from './model.ts';

/**
 * The probability of each class for each row. A level that the model never saw has no term.
 *
 * @throws RangeError when the table lacks a column of the model, or has it as the other kind
 */
export function predictLogistic(model: LogisticModel, table: Table): ClassProbabilities {
  const design = designOf(table, model.features);
  const width = model.coefficients.length;
  const scores = new Float64Array(table.rows * width);
  const column = new Float64Array(table.rows);
  for (let k = 0; k < width; k += 1) {
    linearScores(design, Float64Array.from(model.coefficients[k]!), model.intercepts[k]!, column);
    for (let row = 0; row < table.rows; row += 1) scores[row * width + k] = column[row]!;
  }
  return probabilitiesOfScores(model.classes, scores);
}
