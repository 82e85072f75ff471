import { softmaxRows } from '../softmax-rows.ts';
import { addTermSums, type Design, linearScores } from './design.ts';
import type { Smooth } from './minimise.ts';

/**
 * The mean log loss plus `penalty / 2` times the squared coefficients (not the intercepts), as a function of the
 * coefficients: for each score its terms, then its intercept. Two classes have one score, more have one each.
 */
export function logisticLoss(
  design: Design,
  codes: Int32Array,
  classes: number,
  weights: Float64Array | undefined,
  penalty: number,
): Smooth {
  const width = classes === 2 ? 1 : classes;
  const { rows, terms } = design;
  const total = weights?.reduce((sum, weight) => sum + weight, 0) ?? rows;
  const scores = Array.from({ length: width }, () => new Float64Array(rows));
  const residuals = width === 1 ? binaryResiduals : softmaxResiduals;
  return (at, slopes) => {
    for (let k = 0; k < width; k += 1) {
      const start = k * (terms + 1);
      linearScores(design, at.subarray(start, start + terms), at[start + terms]!, scores[k]!);
    }
    const loss = residuals(scores, codes, weights);
    let squares = 0;
    for (let k = 0; k < width; k += 1) {
      const start = k * (terms + 1);
      const own = slopes.subarray(start, start + terms);
      own.fill(0);
      addTermSums(design, scores[k]!, own);
      for (let term = 0; term < terms; term += 1) {
        const coefficient = at[start + term]!;
        own[term] = own[term]! / total + penalty * coefficient;
        squares += coefficient * coefficient;
      }
      slopes[start + terms] = scores[k]!.reduce((sum, residual) => sum + residual, 0) / total;
    }
    return loss / total + (penalty / 2) * squares;
  };
}

/** Turns scores into the loss' derivatives by them, and returns the summed loss. */
type Residuals = (scores: Float64Array[], codes: Int32Array, weights: Float64Array | undefined) => number;

const binaryResiduals: Residuals = ([scores], codes, weights) => {
  let loss = 0;
  for (let row = 0; row < codes.length; row += 1) {
    const score = scores![row]!;
    const weight = weights === undefined ? 1 : weights[row]!;
    const shrunk = Math.exp(-Math.abs(score));
    const p = score >= 0 ? 1 / (1 + shrunk) : shrunk / (1 + shrunk);
    loss += weight * (Math.log1p(shrunk) + Math.max(0, codes[row] === 1 ? -score : score));
    scores![row] = weight * (p - codes[row]!);
  }
  return loss;
};

const softmaxResiduals: Residuals = (scores, codes, weights) => {
  const width = scores.length;
  const line = new Float64Array(width);
  const p = new Float64Array(width);
  let loss = 0;
  for (let row = 0; row < codes.length; row += 1) {
    for (let k = 0; k < width; k += 1) line[k] = scores[k]![row]!;
    softmaxRows(line, width, p);
    const weight = weights === undefined ? 1 : weights[row]!;
    loss -= weight * Math.log(Math.max(Number.MIN_VALUE, p[codes[row]!]!));
    for (let k = 0; k < width; k += 1) scores[k]![row] = weight * (p[k]! - (codes[row] === k ? 1 : 0));
  }
  return loss;
};
