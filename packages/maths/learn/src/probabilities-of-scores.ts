import type { ClassProbabilities } from './class-probabilities.ts';
import { softmaxRows } from './softmax-rows.ts';

/**
 * Probabilities from scores, row by row: two classes have one score, the log odds of the second; more have one each,
 * and their softmax.
 */
export function probabilitiesOfScores(classes: readonly string[], scores: Float64Array): ClassProbabilities {
  if (classes.length > 2) {
    const values = new Float64Array(scores.length);
    softmaxRows(scores, classes.length, values);
    return { classes, rows: scores.length / classes.length, values };
  }
  const values = new Float64Array(2 * scores.length);
  for (let row = 0; row < scores.length; row += 1) {
    const p = 1 / (1 + Math.exp(-scores[row]!));
    values[2 * row] = 1 - p;
    values[2 * row + 1] = p;
  }
  return { classes, rows: scores.length, values };
}
