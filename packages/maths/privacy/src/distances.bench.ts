import { readFileSync } from 'node:fs';
import path from 'node:path';
import { categoryColumn, type Table, tableOf, takeRows } from '@assay/stats';
import { dcrShare } from './distances/dcr-share.ts';
import { equalHalves } from './distances/equal-halves.ts';
import { gowerRows, gowerSpace } from './distances/gower-space.ts';
import { type Nearest, nearest } from './distances/nearest.ts';
import { nearestIndex } from './distances/nearest-index.ts';
import { drawPeople, replaceCells } from './testing/draw-table.ts';

export interface BenchResult {
  readonly name: string;
  /** Undefined: not run. */
  readonly value: number | undefined;
  readonly unit: string;
}

const SHARES = [0.1, 0.3, 0.5, 0.9];
const ROWS = 32_561;

/**
 * Seconds of exact distances on one thread, tree included, for rows with cells replaced by chance; and the DCR share of
 * such rows of Adult (half of adult-train against adult-test), where 0.5 says that nothing leaks.
 */
export async function distancesBench({ adult }: { adult: string | undefined }): Promise<BenchResult[]> {
  const drawn = drawPeople(ROWS, 1);
  const results = SHARES.map((share) => seconds(`drawn ${ROWS} x 8`, drawn, share));
  const train = adult === undefined ? undefined : readAdult(path.join(adult, 'adult-train.csv'));
  const test = adult === undefined ? undefined : readAdult(path.join(adult, 'adult-test.csv'));
  for (const share of SHARES) results.push(seconds('Adult 32,561 x 15', train, share));
  for (const share of SHARES) results.push(shareOf(train, test, share));
  return results;
}

function seconds(table: string, rows: Table | undefined, share: number): BenchResult {
  const name = `DCR, ${table} against itself, ${share * 100}% of cells replaced`;
  if (rows === undefined) return { name, value: undefined, unit: 's' };
  const queries = replaceCells(rows, share, 1);
  const start = performance.now();
  nearestIn(queries, rows, rows);
  return { name, value: (performance.now() - start) / 1000, unit: 's' };
}

function shareOf(train: Table | undefined, test: Table | undefined, share: number): BenchResult {
  const name = `DCR share, Adult, ${share * 100}% of cells replaced`;
  if (train === undefined || test === undefined) return { name, value: undefined, unit: '' };
  const halves = equalHalves(train.rows, test.rows, 1);
  const known = takeRows(train, halves.train);
  const made = replaceCells(known, share, 2);
  const result = dcrShare(nearestIn(made, known, train).first, nearestIn(made, test, train).first);
  return { name, value: result.ok ? result.value.estimate : undefined, unit: '' };
}

function nearestIn(queries: Table, reference: Table, ranges: Table): Nearest {
  const space = gowerSpace(ranges, [queries, reference]);
  return nearest(gowerRows(space, queries), nearestIndex(gowerRows(space, reference)));
}

/** The UCI file as it is distributed with a header: commas without quotes, `?` or nothing is missing. */
function readAdult(file: string): Table {
  const [head, ...lines] = readFileSync(file, 'utf8').trimEnd().split(/\r?\n/);
  const cells = lines.map((line) => line.split(',').map((cell) => cell.trim()));
  return tableOf(
    head!.split(',').map((name, at) => {
      const texts = cells.map((row) => (row[at] === '?' || row[at] === '' ? null : row[at]!));
      const values = Float64Array.from(texts, (text) => (text === null ? Number.NaN : Number(text)));
      const numeric = texts.every((text, row) => text === null || !Number.isNaN(values[row]!));
      return numeric
        ? { kind: 'number', name: name.trim(), scale: 'integer', values }
        : categoryColumn(name.trim(), texts);
    }),
  );
}
