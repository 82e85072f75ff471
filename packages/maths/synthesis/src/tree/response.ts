import type { ColumnCells } from '../cells/column-cells.ts';

/**
 * What a tree's splits are to explain about its column, row by row. A number column has scores: its rank, its size
 * and, where some are missing, whether it is; a category column has classes, the rarest as one.
 */
export type Response =
  | { readonly kind: 'scores'; readonly dimensions: number; readonly scores: Float64Array }
  | { readonly kind: 'classes'; readonly count: number; readonly classes: Uint8Array };

/** More classes than this are not told apart by splits; leaves still are. */
const MOST_CLASSES = 32;
/** A size counts up to so many standard deviations from the mean. */
const FAR = 4;

/** The response of a column, given the cell of each row. */
export function responseOf(cells: ColumnCells, codes: Uint16Array): Response {
  if (cells.kind === 'category') return classesOf(cells.counts, codes);
  const table = cellScores(cells.low, cells.high, cells.counts);
  const dimensions = table.length / cells.counts.length;
  const scores = new Float64Array(codes.length * dimensions);
  for (let row = 0; row < codes.length; row += 1)
    for (let d = 0; d < dimensions; d += 1)
      scores[row * dimensions + d] = table[codes[row]! * dimensions + d]!;
  return { kind: 'scores', dimensions, scores };
}

function classesOf(counts: Float64Array, codes: Uint16Array): Response {
  const byCount = [...counts.keys()].filter((cell) => counts[cell]! > 0);
  byCount.sort((a, b) => counts[b]! - counts[a]! || a - b);
  const classOf = new Uint8Array(counts.length);
  byCount.forEach((cell, place) => {
    classOf[cell] = Math.min(place, MOST_CLASSES - 1);
  });
  const count = Math.max(1, Math.min(byCount.length, MOST_CLASSES));
  return { kind: 'classes', count, classes: Uint8Array.from(codes, (code) => classOf[code]!) };
}

/** Scores per cell, each with mean 0 over the rows; missing values lie at the mean of the first two. */
function cellScores(low: Float64Array, high: Float64Array, counts: Float64Array): Float64Array {
  const last = counts.length - 1;
  const dimensions = counts[last]! > 0 ? 3 : 2;
  const table = new Float64Array(counts.length * dimensions);
  let known = 0;
  let sum = 0;
  for (let cell = 0; cell < last; cell += 1) {
    table[cell * dimensions] = known + counts[cell]! / 2;
    table[cell * dimensions + 1] = (low[cell]! + high[cell]!) / 2;
    known += counts[cell]!;
    sum += counts[cell]! * table[cell * dimensions + 1]!;
  }
  if (known === 0) return table;
  const mean = sum / known;
  let square = 0;
  for (let cell = 0; cell < last; cell += 1)
    square += counts[cell]! * (table[cell * dimensions + 1]! - mean) ** 2;
  const deviation = Math.sqrt(square / known);
  for (let cell = 0; cell < last; cell += 1) {
    table[cell * dimensions] = table[cell * dimensions]! / known - 0.5;
    const size = deviation > 0 ? (table[cell * dimensions + 1]! - mean) / deviation : 0;
    table[cell * dimensions + 1] = Math.max(-FAR, Math.min(FAR, size));
    if (dimensions === 3) table[cell * dimensions + 2] = 0;
  }
  if (dimensions === 3) table[last * dimensions + 2] = 1;
  return table;
}
