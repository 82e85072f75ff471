/** A lower triangle, row by row: entry (i, j) with j <= i at i (i + 1) / 2 + j. */
export type Triangle = Float64Array;

/** The lower triangular L with L L' = matrix, or null where the matrix is not positive definite. */
export function cholesky(matrix: Triangle, size: number): Triangle | null {
  const factor = new Float64Array(matrix.length);
  for (let i = 0; i < size; i += 1) {
    const row = (i * (i + 1)) / 2;
    for (let j = 0; j <= i; j += 1) {
      const other = (j * (j + 1)) / 2;
      let sum = matrix[row + j]!;
      for (let k = 0; k < j; k += 1) sum -= factor[row + k]! * factor[other + k]!;
      if (i !== j) factor[row + j] = sum / factor[other + j]!;
      else if (sum > 1e-9) factor[row + j] = Math.sqrt(sum);
      else return null;
    }
  }
  return factor;
}

/**
 * The factor of a correlation matrix that was estimated pair by pair and need not be positive definite: correlations
 * are multiplied by the largest of 1, 1 - 2^-20, 1 - 2^-19 ... 1/2, 0 that makes it so.
 */
export function repairedCholesky(matrix: Triangle, size: number): { factor: Triangle; shrunkBy: number } {
  for (let shrunkBy = 0; shrunkBy <= 1; shrunkBy = shrunkBy === 0 ? 2 ** -20 : 2 * shrunkBy) {
    const shrunk = matrix.slice();
    for (let i = 0; i < size; i += 1)
      for (let j = 0; j < i; j += 1) shrunk[(i * (i + 1)) / 2 + j]! *= 1 - shrunkBy;
    const factor = cholesky(shrunk, size);
    if (factor) return { factor, shrunkBy };
  }
  throw new RangeError('a correlation matrix must have ones on its diagonal');
}
