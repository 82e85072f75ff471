import {
  type ChunkRef,
  type ColumnProfile,
  type Predicate,
  ROW_COLUMN,
  type TableManifest,
} from '@assay/contracts';
import { compileToSql } from '@assay/domain';
import { type CellValue, cellSql, cellValue } from './cell.ts';
import { countMatching } from './count-matching.ts';
import type { Duck, OpenDuck, TablesConfig } from './duck.ts';
import { type ExportRequest, exportCsv, exportJsonLines, exportParquet } from './export-table.ts';
import { profileColumn } from './profile-column.ts';
import { type Page, type PageRequest, readPage } from './read-page.ts';
import { columnNamed, openRelation, TABLE } from './relation.ts';
import { type Batch, type ScanRequest, scanColumns } from './scan.ts';
import { identifier } from './sql-text.ts';

/** Groups of a contingency table, most rows first; `rest` counts rows in groups beyond the cap. */
export type Counts = {
  columns: string[];
  groups: { values: CellValue[]; count: number }[];
  rest: { groups: number; rows: number };
};

const MOST_GROUPS = 10_000;

/**
 * A committed table, read in row order or by predicate. Each operation has a connection of its own, so that they
 * may overlap; `close` frees memory and temporary files and must be called.
 */
export type TableReader = {
  manifest: TableManifest;
  page: (request: PageRequest, signal?: AbortSignal) => Promise<Page>;
  /** Cells of one row in column order; null when there is no such row. */
  row: (row: number, signal?: AbortSignal) => Promise<CellValue[] | null>;
  columnStats: (column: string, predicate?: Predicate, signal?: AbortSignal) => Promise<ColumnProfile>;
  scan: (request: ScanRequest, signal?: AbortSignal) => AsyncGenerator<Batch>;
  countBy: (
    columns: readonly string[],
    options?: { predicate?: Predicate; cap?: number },
    signal?: AbortSignal,
  ) => Promise<Counts>;
  /** Rows that match each predicate, among all rows or among those named. */
  countMatching: (
    predicates: readonly Predicate[],
    kept: readonly number[] | null,
    signal?: AbortSignal,
  ) => Promise<number[]>;
  exportCsv: (request?: ExportRequest, signal?: AbortSignal) => AsyncGenerator<Uint8Array>;
  exportJsonLines: (request?: ExportRequest, signal?: AbortSignal) => AsyncGenerator<Uint8Array>;
  exportParquet: (request?: ExportRequest, signal?: AbortSignal) => AsyncGenerator<Uint8Array>;
  /** Runs work on a connection of this table's database; for operations of this package. */
  using: <T>(signal: AbortSignal | undefined, work: (duck: Duck) => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
};

export async function openReader(
  config: TablesConfig,
  manifest: TableManifest,
  localPathOf: (chunk: ChunkRef) => Promise<string>,
): Promise<TableReader> {
  const opened = await openRelation(config, manifest, localPathOf);
  return readerOn(config, manifest, opened);
}

function readerOn(
  config: TablesConfig,
  manifest: TableManifest,
  opened: OpenDuck & { parts: string[] },
): TableReader {
  const { columns } = manifest;
  const using = async <T>(signal: AbortSignal | undefined, work: (duck: Duck) => Promise<T>): Promise<T> => {
    const duck = await opened.connect(signal);
    try {
      return await work(duck);
    } finally {
      duck.close();
    }
  };
  async function* streaming<T>(
    signal: AbortSignal | undefined,
    work: (duck: Duck) => AsyncGenerator<T>,
  ): AsyncGenerator<T> {
    const duck = await opened.connect(signal);
    try {
      for await (const item of work(duck)) {
        signal?.throwIfAborted();
        yield item;
      }
    } finally {
      duck.close();
    }
  }
  return {
    manifest,
    using,
    page: (request, signal) => using(signal, (duck) => readPage(duck, columns, request)),
    row: (row, signal) =>
      using(signal, async (duck) => {
        const list = columns.map(cellSql).join(', ');
        const found = await duck.rows(
          `SELECT ${list} FROM ${TABLE} WHERE ${ROW_COLUMN} = ${Math.trunc(row)}`,
        );
        return found[0]?.map(cellValue) ?? null;
      }),
    columnStats: (column, predicate, signal) =>
      using(signal, (duck) => {
        const { sql, params } = compileToSql(predicate ?? { op: 'true' }, columns);
        const spec = columnNamed(columns, column);
        const from = `(SELECT ${ROW_COLUMN}, ${identifier(spec.name)} FROM ${TABLE} WHERE ${sql})`;
        return profileColumn(duck, from, spec, params);
      }),
    scan: (request, signal) => streaming(signal, (duck) => scanColumns(duck, columns, request, opened.parts)),
    countBy: (names, options = {}, signal) =>
      using(signal, async (duck) => {
        const specs = names.map((name) => columnNamed(columns, name));
        const { sql, params } = compileToSql(options.predicate ?? { op: 'true' }, columns);
        const cap = Math.max(1, Math.min(MOST_GROUPS, options.cap ?? MOST_GROUPS));
        const keys = specs.map((spec) => identifier(spec.name)).join(', ');
        const by = keys === '' ? '' : `GROUP BY ${keys}`;
        const grouped = `(SELECT ${keys === '' ? '' : `${keys}, `}count(*) AS n__ FROM ${TABLE} WHERE ${sql} ${by})`;
        const list = [...specs.map(cellSql), 'n__'].join(', ');
        const order = ['n__ DESC', ...specs.map((spec) => `${identifier(spec.name)} NULLS LAST`)].join(', ');
        const found = await duck.rows(
          `SELECT ${list} FROM ${grouped} ORDER BY ${order} LIMIT ${cap}`,
          params,
        );
        const all = await duck.rows(`SELECT count(*), coalesce(sum(n__), 0)::DOUBLE FROM ${grouped}`, params);
        const groups = found.map((row) => ({
          values: row.slice(0, -1).map(cellValue),
          count: Number(row.at(-1)),
        }));
        const listed = groups.reduce((sum, group) => sum + group.count, 0);
        return {
          columns: [...names],
          groups,
          rest: { groups: Number(all[0]?.[0] ?? 0) - groups.length, rows: Number(all[0]?.[1] ?? 0) - listed },
        };
      }),
    countMatching: (predicates, kept, signal) =>
      using(signal, (duck) => countMatching(duck, columns, predicates, kept)),
    exportCsv: (request = {}, signal) => streaming(signal, (duck) => exportCsv(duck, columns, request)),
    exportJsonLines: (request = {}, signal) =>
      streaming(signal, (duck) => exportJsonLines(duck, columns, request)),
    exportParquet: (request = {}, signal) =>
      streaming(signal, (duck) => exportParquet(duck, columns, request, config.tempDir)),
    close: opened.close,
  };
}
