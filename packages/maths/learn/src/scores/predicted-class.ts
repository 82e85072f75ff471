import type { CategoryColumn } from '@assay/stats';
import type { ClassProbabilities } from '../class-probabilities.ts';

/** The most probable class of each row; of equally probable ones the first. */
export function predictedClass(probabilities: ClassProbabilities, name = 'predicted'): CategoryColumn {
  const { classes, rows, values } = probabilities;
  const codes = new Int32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const start = row * classes.length;
    let best = 0;
    for (let k = 1; k < classes.length; k += 1) if (values[start + k]! > values[start + best]!) best = k;
    codes[row] = best;
  }
  return { kind: 'category', name, codes, levels: classes };
}
