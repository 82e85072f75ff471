import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type ChunkRef, type ColumnSpec, ROW_COLUMN } from '@assay/contracts';
import { type Column, findColumn, type Table } from '@assay/stats';
import { DOUBLE, type DuckDBType, type DuckDBValue, VARCHAR } from '@duckdb/node-api';
import type { PutChunk } from './commit.ts';
import { asImportFailure, type Duck, openDuck, type TablesConfig } from './duck.ts';
import { wideOptions } from './parquet-options.ts';
import { identifier, literalSql } from './sql-text.ts';
import { chunkRowsFor } from './staged-table.ts';

export type WriteOptions = {
  table: Table;
  /** One per column of the table to keep, in the order of the chunks. */
  columns: readonly ColumnSpec[];
  /** The row number of the table's first row. */
  rowStart: number;
  workDir: string;
  signal: AbortSignal;
  putChunk: PutChunk;
};

/** Rows that are handed to DuckDB at once. */
const VECTOR = 2048;

/** Writes a table in memory as Parquet chunks: the same rows and columns give the same bytes. */
export async function writeTable(config: TablesConfig, options: WriteOptions): Promise<ChunkRef[]> {
  const { table, columns, signal } = options;
  const folder = await mkdtemp(join(options.workDir, 'write-')).catch((error: unknown) => {
    throw asImportFailure(error);
  });
  try {
    const opened = await openDuck({ ...config, tempDir: folder }, signal);
    try {
      await opened.makeRoom(columns.length);
      const duck = await opened.connect();
      const chunks: ChunkRef[] = [];
      const size = chunkRowsFor(columns.length);
      for (let from = 0; from < table.rows; from += size) {
        const to = Math.min(table.rows, from + size);
        const file = join(folder, `chunk-${from}.parquet`);
        await writeChunk(duck, options, from, to, file);
        chunks.push(await options.putChunk(file, to - from, options.rowStart + from));
        await rm(file, { force: true });
      }
      return chunks;
    } finally {
      await opened.close();
    }
  } catch (error) {
    throw signal.aborted ? signal.reason : asImportFailure(error);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeChunk(
  duck: Duck,
  { table, columns, rowStart, signal }: WriteOptions,
  from: number,
  to: number,
  file: string,
): Promise<void> {
  const sides = columns.map((spec) => {
    const column = findColumn(table, spec.name);
    if (column === undefined) throw new RangeError(`there is no column ${spec.name}`);
    return { spec, column };
  });
  const types: DuckDBType[] = [
    DOUBLE,
    ...sides.map(({ column }) => (column.kind === 'number' ? DOUBLE : VARCHAR)),
  ];
  await duck.run(
    `CREATE OR REPLACE TEMP TABLE given (r DOUBLE, ${sides
      .map(({ column }, at) => `c${at} ${column.kind === 'number' ? 'DOUBLE' : 'VARCHAR'}`)
      .join(', ')})`,
  );
  await duck.append('given', types, function* () {
    for (let start = from; start < to; start += VECTOR) {
      signal.throwIfAborted();
      const end = Math.min(to, start + VECTOR);
      yield [
        Array.from({ length: end - start }, (_, row) => rowStart + start + row),
        ...sides.map(({ column }) => valuesOf(column, start, end)),
      ];
    }
  });
  const casts = sides.map(
    ({ spec, column }, at) => `${castOf(spec, column, `c${at}`)} AS ${identifier(spec.name)}`,
  );
  await duck.run(
    `COPY (SELECT CAST(r AS BIGINT) AS ${ROW_COLUMN}, ${casts.join(', ')} FROM given ORDER BY r) ` +
      `TO ${literalSql(file)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${Math.max(2048, to - from)}${wideOptions(columns.length)})`,
  );
}

function valuesOf(column: Column, from: number, to: number): DuckDBValue[] {
  if (column.kind === 'number')
    return Array.from(column.values.subarray(from, to), (value) => (Number.isNaN(value) ? null : value));
  return Array.from(column.codes.subarray(from, to), (code) => (code < 0 ? null : column.levels[code]!));
}

/** From what the table holds to what the chunk stores. A text that is no value of the type becomes missing. */
function castOf(spec: ColumnSpec, column: Column, name: string): string {
  if (column.kind === 'category') return `TRY_CAST(${name} AS ${spec.physical})`;
  if (column.scale !== 'datetime') return `TRY_CAST(${name} AS ${spec.physical})`;
  // Milliseconds since 1970 are whole; halves of them would be rounded to even.
  const moment = `make_timestamp(CAST(round(${name}) AS BIGINT) * 1000)`;
  return spec.physical === 'TIMESTAMP' ? moment : `CAST(${moment} AS ${spec.physical})`;
}
