/** The softmax of each row of scores, row by row, into `out`. */
export function softmaxRows(scores: Float64Array, classes: number, out: Float64Array): void {
  for (let at = 0; at < scores.length; at += classes) {
    let largest = scores[at]!;
    for (let k = 1; k < classes; k += 1) largest = Math.max(largest, scores[at + k]!);
    let sum = 0;
    for (let k = 0; k < classes; k += 1) {
      const part = Math.exp(scores[at + k]! - largest);
      out[at + k] = part;
      sum += part;
    }
    for (let k = 0; k < classes; k += 1) out[at + k]! /= sum;
  }
}
