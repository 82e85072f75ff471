import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type ColumnSpec, columnSpec, type PhysicalType, ROW_COLUMN } from '@assay/contracts';
import { DOUBLE, type DuckDBType, type DuckDBValue, VARCHAR } from '@duckdb/node-api';
import { asImportFailure, openDuck, type TablesConfig } from './duck.ts';
import { scanColumns } from './scan.ts';
import { identifier, literalSql } from './sql-text.ts';

export type RecordColumn = { name: string; physical: PhysicalType };

/** Cells of one block by column: numbers of DOUBLE columns, texts of all others; null is missing. At most 2048 rows. */
export type RecordBlock = (string | number | null)[][];

/** Under this key a file says what its columns are. */
const KEY = 'assay';

export type RecordFile = {
  columns: readonly RecordColumn[];
  blocks: AsyncIterable<RecordBlock>;
  /** Goes into the file, under `assay`. */
  metadata: string;
  file: string;
  signal: AbortSignal;
};

/** Writes rows that come block by block as one Parquet file (zstd): the same rows give the same bytes. */
export async function writeRecords(config: TablesConfig, options: RecordFile): Promise<void> {
  const { columns, blocks, metadata, file, signal } = options;
  const tempDir = await mkdtemp(join(config.tempDir, 'records-')).catch((error: unknown) => {
    throw asImportFailure(error);
  });
  try {
    const opened = await openDuck({ ...config, tempDir }, signal);
    try {
      await opened.makeRoom(columns.length);
      const duck = await opened.connect();
      const types: DuckDBType[] = columns.map(({ physical }) => (physical === 'DOUBLE' ? DOUBLE : VARCHAR));
      await duck.run(
        `CREATE TEMP TABLE given (${columns.map(({ physical }, at) => `c${at} ${physical === 'DOUBLE' ? 'DOUBLE' : 'VARCHAR'}`).join(', ')})`,
      );
      for await (const block of blocks) {
        signal.throwIfAborted();
        await duck.append('given', types, () => [block as DuckDBValue[][]]);
      }
      const list = columns.map(
        ({ name, physical }, at) => `CAST(c${at} AS ${physical}) AS ${identifier(name)}`,
      );
      await duck.run(
        `COPY (SELECT ${list.join(', ')} FROM given) TO ${literalSql(file)}
         (FORMAT parquet, COMPRESSION zstd, KV_METADATA {${KEY}: ${literalSql(metadata)}})`,
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
