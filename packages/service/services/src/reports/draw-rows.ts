import { createPermutation, createStream } from '@assay/random';
import { type Table, takeRows } from '@assay/stats';

/** `rows` of the table by seed, without repeats and in row order; the table itself where it has no more. */
export function drawRows(table: Table, rows: number, seed: string): { table: Table; rows: Int32Array } {
  if (table.rows <= rows) return { table, rows: Int32Array.from({ length: table.rows }, (_, row) => row) };
  const order = createPermutation(createStream(seed, 'draw-rows'), table.rows);
  const drawn = Int32Array.from({ length: rows }, (_, at) => order.at(at)).sort();
  return { table: takeRows(table, drawn), rows: drawn };
}
