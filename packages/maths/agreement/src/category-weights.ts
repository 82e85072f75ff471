/**
 * How much two categories count as agreeing, from 0 (not at all) to 1 (fully), as a matrix in row order.
 *
 * - identity: only equal categories agree.
 * - linear: 1 - |i - j| / (q - 1).
 * - quadratic: 1 - (i - j)^2 / (q - 1)^2.
 * - ordinal: 1 - C(|i - j| + 1, 2) / C(q, 2): by the number of pairs of categories between the two.
 *
 * Source: Gwet, Handbook of Inter-Rater Reliability, 4th edition (2014), chapter 3.
 */
export type WeightKind = 'identity' | 'linear' | 'quadratic' | 'ordinal';

export function categoryWeights(kind: WeightKind, categories: number): Float64Array {
  const weights = new Float64Array(categories * categories);
  const far = categories - 1;
  for (let row = 0; row < categories; row += 1) {
    for (let column = 0; column < categories; column += 1) {
      weights[row * categories + column] = weightOf(kind, Math.abs(row - column), far);
    }
  }
  return weights;
}

function weightOf(kind: WeightKind, apart: number, far: number): number {
  if (apart === 0) return 1;
  switch (kind) {
    case 'identity':
      return 0;
    case 'linear':
      return 1 - apart / far;
    case 'quadratic':
      return 1 - (apart * apart) / (far * far);
    case 'ordinal':
      return 1 - (apart * (apart + 1)) / (far * (far + 1));
  }
}
