/** Writes the first and second derivative of a loss by score, for each row of the table that has a target. */
export type Slopes = { readonly gradients: Float64Array; readonly hessians: Float64Array };

/**
 * Log loss of the second of two classes: with p = 1 / (1 + exp(-score)), gradient p - y, second derivative p (1 - p),
 * each times the row's weight.
 */
export function binarySlopes(
  codes: Int32Array,
  scores: Float64Array,
  weights: Float64Array | undefined,
  out: Slopes,
): void {
  const { gradients, hessians } = out;
  for (let row = 0; row < codes.length; row += 1) {
    const p = 1 / (1 + Math.exp(-scores[row]!));
    const weight = weights === undefined ? 1 : weights[row]!;
    gradients[row] = (p - codes[row]!) * weight;
    hessians[row] = p * (1 - p) * weight;
  }
}

/**
 * Log loss of many classes: with the softmax p of a row's scores, gradient p_k - [y = k], second derivative
 * p_k (1 - p_k), for class `k`; `probabilities` and scores are row by row.
 */
export function classSlopes(
  codes: Int32Array,
  k: number,
  classes: number,
  probabilities: Float64Array,
  weights: Float64Array | undefined,
  out: Slopes,
): void {
  const { gradients, hessians } = out;
  for (let row = 0; row < codes.length; row += 1) {
    const p = probabilities[row * classes + k]!;
    const weight = weights === undefined ? 1 : weights[row]!;
    gradients[row] = (p - (codes[row] === k ? 1 : 0)) * weight;
    hessians[row] = p * (1 - p) * weight;
  }
}

/** Half the squared error: gradient score - y, second derivative 1, each times the row's weight. */
export function squaredSlopes(
  values: Float64Array,
  scores: Float64Array,
  weights: Float64Array | undefined,
  out: Slopes,
): void {
  const { gradients, hessians } = out;
  for (let row = 0; row < values.length; row += 1) {
    const weight = weights === undefined ? 1 : weights[row]!;
    gradients[row] = (scores[row]! - values[row]!) * weight;
    hessians[row] = weight;
  }
}
