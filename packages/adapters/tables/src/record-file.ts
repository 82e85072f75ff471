import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type ColumnSpec, columnSpec, type PhysicalType, ROW_COLUMN } from '@assay/contracts';
import { DOUBLE, type DuckDBType, type DuckDBValue, VARCHAR } from '@duckdb/node-api';
import { collectGarbage } from './collect-garbage.ts';
import { asImportFailure, type Duck, openDuck, type TablesConfig } from './duck.ts';
import { rowGroupRows, wideOptions } from './parquet-options.ts';
import { scanColumns } from './scan.ts';
import { identifier, literalSql } from './sql-text.ts';

export type RecordColumn = { name: string; physical: PhysicalType };

/**
 * Where a column of the file comes from: a column of the chunk, the row's number, a UUID made of that, the same text for
 * all rows, or a column of texts that are given for some rows. Null is missing in all rows.
 */
export type RecordSource =
  | { column: string }
  | 'row'
  /** Version 5 of RFC 9562, of this namespace and the name `row:<number>`. */
  | { rowUuidIn: string }
  | { constant: string }
  /** What is given, between two texts; where nothing is, `otherwise`. */
  | { given: number; before?: string; after?: string; otherwise: string | null }
  | null;

/** Rows of a chunk by their numbers, in order, with the columns of texts that are given for them. At most 2048. */
export type RecordBlock = { rows: readonly number[]; cells: readonly (readonly (string | null)[])[] };

/** Rows of one chunk of a table. */
export type RecordPart = {
  /** The chunk: a Parquet file with the rows' numbers. */
  file: string;
  /** Of each column of the file. */
  sources: readonly RecordSource[];
  /** How many columns of texts are given. */
  given: number;
  /** Does a row go in that is in no block? */
  others: boolean;
  /** How many rows go in. */
  rows: number;
  blocks: () => AsyncIterable<RecordBlock>;
};

/** What is given is spilled to disk beyond this: it leaves in the order in which it came, and is read once. */
const MEMORY_MB = 32;
/** A row group of 122,880 values of each column is put together in memory. */
const MEMORY_PER_COLUMN_MB = 3;

/** Under this key a file says what its columns are. */
const KEY = 'assay';

export type RecordFile = {
  columns: readonly RecordColumn[];
  parts: AsyncIterable<RecordPart>;
  /** So many more rows have gone in. */
  onRows: (rows: number) => Promise<void>;
  /** Goes into the file, under `assay`. */
  metadata: string;
  file: string;
  signal: AbortSignal;
};

/**
 * Writes rows of chunks as one Parquet file (zstd): the same rows give the same bytes. What the chunks hold never passes
 * through JavaScript, where a million rows would leave tens of millions of short-lived objects.
 */
export async function writeRecords(config: TablesConfig, options: RecordFile): Promise<void> {
  const { columns, parts, metadata, file, signal } = options;
  const tempDir = await mkdtemp(join(config.tempDir, 'records-')).catch((error: unknown) => {
    throw asImportFailure(error);
  });
  try {
    const memoryLimitMb = Math.min(config.memoryLimitMb, MEMORY_MB + MEMORY_PER_COLUMN_MB * columns.length);
    const opened = await openDuck({ ...config, memoryLimitMb, threads: 1, tempDir }, signal);
    try {
      await opened.makeRoom(columns.length);
      const duck = await opened.connect();
      await duck.run(
        `CREATE TEMP TABLE taken (${columns.map(({ physical }, at) => `c${at} ${physical}`).join(', ')})`,
      );
      let rows = 0;
      for await (const part of parts) {
        await takePart(duck, columns, part, signal);
        rows += part.rows;
        collectGarbage();
        await options.onRows(part.rows);
      }
      const [taken] = await duck.rows('SELECT count(*)::DOUBLE FROM taken');
      if (taken?.[0] !== rows) throw new Error(`Of ${rows} rows the chunks have ${String(taken?.[0])}.`);
      const list = columns.map(({ name }, at) => `c${at} AS ${identifier(name)}`);
      await duck.run(
        `COPY (SELECT ${list.join(', ')} FROM taken) TO ${literalSql(file)}
         (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${rowGroupRows(columns.length)}${wideOptions(columns.length)}, KV_METADATA {${KEY}: ${literalSql(metadata)}})`,
      );
    } finally {
      await opened.close();
    }
  } catch (error) {
    throw signal.aborted ? signal.reason : asImportFailure(error);
  } finally {
    await rm(tempDir, { recursive: true, force: true });
  }
}

async function takePart(
  duck: Duck,
  columns: readonly RecordColumn[],
  { file, sources, given, others, blocks }: RecordPart,
  signal: AbortSignal,
): Promise<void> {
  const texts = Array.from({ length: given }, (_, at) => `g${at} VARCHAR`);
  await duck.run(`CREATE OR REPLACE TEMP TABLE given (${['row DOUBLE', ...texts].join(', ')})`);
  const types: DuckDBType[] = [DOUBLE, ...texts.map(() => VARCHAR)];
  await duck.append('given', types, async function* () {
    for await (const block of blocks()) {
      signal.throwIfAborted();
      yield [block.rows, ...block.cells] as DuckDBValue[][];
    }
  });
  const list = columns.map(
    ({ physical }, at) => `CAST(${sourceSql(sources[at] ?? null, physical)} AS ${physical})`,
  );
  await duck.run(
    `INSERT INTO taken SELECT ${list.join(', ')} FROM read_parquet(${literalSql(file)}) t
     ${others ? 'LEFT' : 'INNER'} JOIN given g ON t.${ROW_COLUMN} = CAST(g.row AS BIGINT) ORDER BY t.${ROW_COLUMN}`,
  );
}

function sourceSql(source: RecordSource, physical: PhysicalType): string {
  if (source === null) return 'NULL';
  if (source === 'row') return `t.${ROW_COLUMN}`;
  if ('constant' in source) return literalSql(source.constant);
  if ('rowUuidIn' in source) return rowUuidSql(source.rowUuidIn);
  if ('given' in source) {
    const { before = '', after = '' } = source;
    const given = `g.g${source.given}`;
    const cell =
      before === '' && after === '' ? given : `${literalSql(before)} || ${given} || ${literalSql(after)}`;
    return source.otherwise === null ? cell : `coalesce(${cell}, ${literalSql(source.otherwise)})`;
  }
  const value = `t.${identifier(source.column)}`;
  // What is not a number is missing.
  return physical === 'DOUBLE' ? `CASE WHEN isnan(${value}) THEN NULL ELSE ${value} END` : value;
}

function rowUuidSql(namespace: string): string {
  const hash = `sha1(unhex(${literalSql(namespace.replaceAll('-', ''))}) || encode('row:' || t.${ROW_COLUMN}))`;
  const variant = `substr('89ab89ab89ab89ab', strpos('0123456789abcdef', substr(${hash}, 17, 1)), 1)`;
  const parts = [
    `substr(${hash}, 1, 8)`,
    `substr(${hash}, 9, 4)`,
    `'5' || substr(${hash}, 14, 3)`,
    `${variant} || substr(${hash}, 18, 3)`,
    `substr(${hash}, 21, 12)`,
  ];
  return parts.join(` || '-' || `);
}

/**
 * Reads a file that `writeRecords` wrote: what it says of itself, and its rows as texts of their cells in the order of
 * the columns that `columnsOf` finds in that.
 */
export async function* readRecords(
  config: TablesConfig,
  file: string,
  columnsOf: (metadata: string) => readonly RecordColumn[],
): AsyncGenerator<(string | null)[]> {
  const opened = await openDuck(config);
  try {
    const duck = await opened.connect();
    const [said] = await duck.rows(
      `SELECT decode(value) FROM parquet_kv_metadata(${literalSql(file)}) WHERE decode(key) = '${KEY}'`,
    );
    const columns = columnsOf(String(said?.[0] ?? ''));
    const specs: ColumnSpec[] = columns.map(({ name, physical }, index) =>
      columnSpec.parse({
        index,
        name,
        sourceName: name,
        type: 'text',
        physical,
        role: 'feature',
        parse: {},
        label: '',
        unit: null,
        meaning: null,
        allowedValues: null,
      }),
    );
    const table = `(SELECT file_row_number AS ${ROW_COLUMN}, * EXCLUDE (file_row_number)
      FROM read_parquet(${literalSql(file)}, file_row_number = true))`;
    const request = { columns: specs.map((spec) => spec.name), exact: true };
    for await (const { rowNumbers, columns: cells } of scanColumns(duck, specs, request, [table])) {
      for (let row = 0; row < rowNumbers.length; row += 1) {
        yield cells.map((column) => {
          const value = column.values[row] ?? null;
          if (typeof value !== 'number') return value;
          return Number.isNaN(value) ? null : String(value);
        });
      }
    }
  } finally {
    await opened.close();
  }
}
