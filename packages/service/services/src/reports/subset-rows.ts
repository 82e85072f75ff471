import { createStream, drawSubset } from '@assay/random';
import { type Table, takeRows } from '@assay/stats';

/** `rows` row numbers of `of` by seed, without repeats and ascending; all where there are no more. */
export function drawRows(of: number, rows: number, seed: string): Int32Array {
  return drawSubset(createStream(seed, 'draw-rows'), of, rows);
}

/** `rows` of the table by seed, without repeats and in row order; the table itself where it has no more. */
export function subsetRows(table: Table, rows: number, seed: string): { table: Table; rows: Int32Array } {
  const drawn = drawRows(table.rows, rows, seed);
  return { table: drawn.length === table.rows ? table : takeRows(table, drawn), rows: drawn };
}
