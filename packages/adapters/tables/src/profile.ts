import type { ColumnProfile, ColumnSpec, ImportNotice, TableProfile } from '@assay/contracts';
import { ROW_COLUMN } from '@assay/contracts';
import { cellSql } from './cell.ts';
import type { Duck } from './duck.ts';
import { countDuplicates } from './duplicates.ts';
import { profileColumn } from './profile-column.ts';
import { PAIR_COLUMNS, profilePairs } from './profile-pairs.ts';
import { type ColumnValues, profileValues } from './profile-values.ts';
import { numberSql } from './read-numbers.ts';
import type { TableReader } from './reader.ts';
import { TABLE } from './relation.ts';
import { numbersOf } from './scan.ts';
import { identifier } from './sql-text.ts';

export type ProfileOptions = {
  signal: AbortSignal;
  onProgress: (progress: { phase: 'columns' | 'duplicates' | 'pairs'; done: number; total: number }) => void;
  /** How many columns pairs are formed of; 60 by default. */
  pairColumns?: number;
};

/** Columns copied into memory at a time, because opening a wide Parquet file for each one would take minutes. */
const WIDE = 200;
/** Up to so many cells a batch of columns of a wide table is profiled in memory. */
const CELLS_IN_MEMORY = 4_000_000;

/** The profile of a whole table: see `tableProfile` in contracts. */
export async function profile(reader: TableReader, options: ProfileOptions): Promise<TableProfile> {
  const { columns, rows } = reader.manifest;
  return reader.using(options.signal, async (duck) => {
    const profiles: ColumnProfile[] = [];
    const batch = columns.length > WIDE ? WIDE : Math.max(1, columns.length);
    for (let from = 0; from < columns.length; from += batch) {
      profiles.push(
        ...(await profileBatch(
          duck,
          columns.slice(from, from + batch),
          { wide: columns.length > WIDE, rows },
          (done) => options.onProgress({ phase: 'columns', done: from + done, total: columns.length }),
        )),
      );
    }
    options.onProgress({ phase: 'duplicates', done: 0, total: 1 });
    const duplicates = await countDuplicates(duck, TABLE, columns);
    options.onProgress({ phase: 'duplicates', done: 1, total: 1 });
    const paired = await profilePairs(duck, { from: TABLE, rows, columns }, profiles, {
      maxColumns: options.pairColumns ?? PAIR_COLUMNS,
      onPair: (done, total) => {
        options.signal.throwIfAborted();
        options.onProgress({ phase: 'pairs', done, total });
      },
    });
    return {
      type: 'assay.profile',
      version: 1,
      rows,
      columns: profiles,
      ...duplicates,
      pairRows: paired.pairRows,
      pairs: paired.pairs,
      notices: [...columnNotices(profiles), ...paired.notices],
    };
  });
}

async function profileBatch(
  duck: Duck,
  specs: readonly ColumnSpec[],
  table: { wide: boolean; rows: number },
  onColumn: (done: number) => void,
): Promise<ColumnProfile[]> {
  if (table.wide && table.rows * specs.length <= CELLS_IN_MEMORY) {
    const values = await readColumns(duck, specs);
    onColumn(specs.length);
    return specs.map((spec, i) => profileValues(spec, values[i] as ColumnValues));
  }
  const from = table.wide ? 'some_columns' : TABLE;
  if (table.wide) {
    const names = specs.map((spec) => identifier(spec.name)).join(', ');
    await duck.run(`CREATE OR REPLACE TEMP TABLE ${from} AS SELECT ${ROW_COLUMN}, ${names} FROM ${TABLE}`);
  }
  const profiles: ColumnProfile[] = [];
  for (const [i, spec] of specs.entries()) {
    profiles.push(await profileColumn(duck, from, spec));
    onColumn(i + 1);
  }
  return profiles;
}

/** Whole columns in row order, each as text and, where it has an order, as numbers. */
async function readColumns(duck: Duck, specs: readonly ColumnSpec[]): Promise<ColumnValues[]> {
  const select = specs.flatMap((spec) => [
    `CAST(${cellSql(spec)} AS VARCHAR)`,
    spec.physical === 'VARCHAR' ? 'NULL::DOUBLE' : numberSql(spec),
  ]);
  const result = await duck.stream(`SELECT ${select.join(', ')} FROM ${TABLE} ORDER BY ${ROW_COLUMN}`);
  const texts: (string | null)[][] = specs.map(() => []);
  const numbers: Float64Array[][] = specs.map(() => []);
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    for (let i = 0; i < specs.length; i++) {
      for (const value of chunk.getColumnValues(2 * i)) texts[i]?.push(value === null ? null : String(value));
      numbers[i]?.push(numbersOf(chunk, 2 * i + 1));
    }
  }
  return specs.map((_, i) => ({
    texts: texts[i] ?? [],
    numbers: Float64Array.from((numbers[i] ?? []).flatMap((part) => [...part])),
  }));
}

function columnNotices(profiles: readonly ColumnProfile[]): ImportNotice[] {
  const notices: ImportNotice[] = [];
  for (const column of profiles.slice(0, 1000)) {
    if (column.nearKey && column.role !== 'identifier' && column.type !== 'decimal') {
      notices.push({
        severity: 'info',
        code: 'near-key',
        message: `"${column.name}" has ${column.distinct} distinct values in ${column.rows - column.missing}: it may tell rows apart. Consider the role identifier.`,
        column: column.name,
        line: null,
        count: column.distinct,
      });
    }
  }
  return notices;
}
