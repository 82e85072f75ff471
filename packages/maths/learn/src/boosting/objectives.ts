import { softmaxRows } from '../softmax-rows.ts';
import type { Objective } from './boost.ts';
import { binarySlopes, classSlopes, squaredSlopes } from './losses.ts';

/** Log loss over two classes; the score is the log odds of the second. */
export function binaryObjective(codes: Int32Array, weights: Float64Array | undefined): Objective {
  return {
    width: 1,
    prepare: () => {},
    slopes: (_, scores, out) => binarySlopes(codes, scores, weights, out),
    loss: (rows, scores) =>
      weightedMean(rows, weights, (row) => {
        const margin = codes[row] === 1 ? scores[row]! : -scores[row]!;
        return margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin;
      }),
  };
}

/** Log loss over more classes; a score for each. */
export function softmaxObjective(
  codes: Int32Array,
  classes: number,
  weights: Float64Array | undefined,
): Objective {
  const probabilities = new Float64Array(codes.length * classes);
  return {
    width: classes,
    prepare: (scores) => softmaxRows(scores, classes, probabilities),
    slopes: (k, _, out) => classSlopes(codes, k, classes, probabilities, weights, out),
    loss: (rows, scores) => {
      softmaxRows(scores, classes, probabilities);
      return weightedMean(rows, weights, (row) => -Math.log(probabilities[row * classes + codes[row]!]!));
    },
  };
}

/** Half the squared error; the score is the prediction. */
export function squaredObjective(values: Float64Array, weights: Float64Array | undefined): Objective {
  return {
    width: 1,
    prepare: () => {},
    slopes: (_, scores, out) => squaredSlopes(values, scores, weights, out),
    loss: (rows, scores) => weightedMean(rows, weights, (row) => (scores[row]! - values[row]!) ** 2 / 2),
  };
}

function weightedMean(
  rows: Int32Array,
  weights: Float64Array | undefined,
  of: (row: number) => number,
): number {
  let sum = 0;
  let total = 0;
  for (const row of rows) {
    const weight = weights === undefined ? 1 : weights[row]!;
    if (weight === 0) continue;
    sum += weight * of(row);
    total += weight;
  }
  return sum / total;
}
