import { createStream, drawSubset } from '@assay/random';
import { type Table, takeRows } from '@assay/stats';

/** `rows` of the table by seed, without repeats and in row order; the table itself where it has no more. */
export function subsetRows(table: Table, rows: number, seed: string): { table: Table; rows: Int32Array } {
  const drawn = drawSubset(createStream(seed, 'draw-rows'), table.rows, rows);
  return { table: drawn.length === table.rows ? table : takeRows(table, drawn), rows: drawn };
}
