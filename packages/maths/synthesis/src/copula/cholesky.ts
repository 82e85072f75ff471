/** A lower triangle, row by row: entry (i, j) with j <= i at i (i + 1) / 2 + j. */
export type Triangle = Float64Array;

/** What a column keeps of its own at least, as a share of its variance. */
const OWN = 1e-6;
const LEAST_PIVOT = 0.2;

/**
 * The lower triangular L with L L' = matrix, for correlations that were estimated pair by pair and need not be
 * positive definite: where the columns before a column would explain more than all of it, its row of L is scaled down
 * to what is possible. `shrunkBy` is the largest share by which a row was, 0 for a positive definite matrix.
 */
export function repairedCholesky(matrix: Triangle, size: number): { factor: Triangle; shrunkBy: number } {
  const factor = new Float64Array(matrix.length);
  let shrunkBy = 0;
  for (let i = 0; i < size; i += 1) {
    const row = (i * (i + 1)) / 2;
    let explained = 0;
    for (let j = 0; j < i; j += 1) {
      const other = (j * (j + 1)) / 2;
      let sum = matrix[row + j]!;
      for (let k = 0; k < j; k += 1) sum -= factor[row + k]! * factor[other + k]!;
      // A column that others explain all but wholly has too little of its own for anything to depend on.
      factor[row + j] = factor[other + j]! < LEAST_PIVOT ? 0 : sum / factor[other + j]!;
      explained += factor[row + j]! ** 2;
    }
    if (explained > 1 - OWN) {
      const scale = Math.sqrt((1 - OWN) / explained);
      for (let j = 0; j < i; j += 1) factor[row + j]! *= scale;
      explained = 1 - OWN;
      shrunkBy = Math.max(shrunkBy, 1 - scale);
    }
    factor[row + i] = Math.sqrt(1 - explained);
  }
  return { factor, shrunkBy };
}
