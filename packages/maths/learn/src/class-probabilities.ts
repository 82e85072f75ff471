/** A probability for each row and class: `values[classes.length * row + k]`. Each row sums to 1. */
export type ClassProbabilities = {
  readonly classes: readonly string[];
  readonly rows: number;
  readonly values: Float64Array;
};

/**
 * The probabilities of one class by row, all 0 for a class that the model does not know.
 */
export function probabilityOf(of: ClassProbabilities, name: string): Float64Array {
  const k = of.classes.indexOf(name);
  const column = new Float64Array(of.rows);
  if (k >= 0)
    for (let row = 0; row < of.rows; row += 1) column[row] = of.values[of.classes.length * row + k]!;
  return column;
}
