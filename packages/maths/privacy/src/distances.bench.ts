import { type Table, takeRows } from '@assay/stats';
import { dcrShare } from './distances/dcr-share.ts';
import { equalHalves } from './distances/equal-halves.ts';
import { gowerRows, gowerSpace } from './distances/gower-space.ts';
import { type Nearest, nearest } from './distances/nearest.ts';
import { nearestIndex } from './distances/nearest-index.ts';
import { drawPeople, replaceCells } from './testing/draw-table.ts';

export interface BenchResult {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

const SHARES = [0.1, 0.3, 0.5, 0.9];
const ROWS = 32_561;

/**
 * Seconds of exact distances on one thread, tree included, for rows with cells replaced by chance; and the DCR share of
 * such rows of the table (half of its rows against unseen ones), where 0.5 says that nothing leaks.
 */
export async function distancesBench(of: {
  table: string;
  fit: Table;
  unseen: Table;
}): Promise<BenchResult[]> {
  const drawn = drawPeople(ROWS, 1);
  return [
    ...SHARES.map((share) => seconds(`drawn ${ROWS} x 8`, drawn, share)),
    ...SHARES.map((share) => seconds(of.table, of.fit, share)),
    ...SHARES.map((share) => shareOf(of.table, of.fit, of.unseen, share)),
  ];
}

function seconds(table: string, rows: Table, share: number): BenchResult {
  const name = `DCR, ${table} against itself, ${share * 100}% of cells replaced`;
  const queries = replaceCells(rows, share, 1);
  const start = performance.now();
  nearestIn(queries, rows, rows);
  return { name, value: (performance.now() - start) / 1000, unit: 's' };
}

function shareOf(table: string, train: Table, test: Table, share: number): BenchResult {
  const name = `DCR share, ${table}, ${share * 100}% of cells replaced`;
  const halves = equalHalves(train.rows, test.rows, 1);
  const known = takeRows(train, halves.train);
  const made = replaceCells(known, share, 2);
  const result = dcrShare(nearestIn(made, known, train).first, nearestIn(made, test, train).first);
  if (!result.ok) throw new Error(result.reason);
  return { name, value: result.value.estimate, unit: '' };
}

function nearestIn(queries: Table, reference: Table, ranges: Table): Nearest {
  const space = gowerSpace(ranges, [queries, reference]);
  return nearest(gowerRows(space, queries), nearestIndex(gowerRows(space, reference)));
}
