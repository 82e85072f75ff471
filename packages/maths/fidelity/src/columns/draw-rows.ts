import { createStream, drawSubset } from '@assay/random';
import { type Table, takeRows } from '@assay/stats';

/** So many cells of pairs, columns squared times rows, are gone through exactly; beyond it rows are drawn. */
const PAIR_CELLS = 4e9;
/** However wide the table, so many rows are taken: fewer say nothing about a pair. */
const LEAST_ROWS = 1000;

/** How many rows of a table pairs and triples of its columns are compared on, of how many. */
export type RowsTaken = { readonly rows: number; readonly of: number };

/** How many rows of `rows` a comparison of all pairs of so many columns takes. */
export function pairRows(rows: number, columns: number): number {
  return Math.min(rows, Math.max(LEAST_ROWS, Math.floor(PAIR_CELLS / Math.max(1, columns) ** 2)));
}

/** The rows of a table that pairs and triples are compared on: all of them within the budget, else a draw by seed. */
export function drawPairRows(
  table: Table,
  columns: number,
  seed: string | number,
  side: 'real' | 'synthetic',
): Table {
  const rows = pairRows(table.rows, columns);
  return rows === table.rows
    ? table
    : takeRows(table, drawSubset(createStream(seed, `pair-rows-${side}`), table.rows, rows));
}
