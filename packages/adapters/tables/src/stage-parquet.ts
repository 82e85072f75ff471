import { open, readdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { ImportNotice, PhysicalType } from '@assay/contracts';
import { headerNames, ImportFailure, isParquetMagic } from '@assay/formats';
import { asImportFailure, type Duck } from './duck.ts';
import { identifier, literalSql } from './sql-text.ts';
import type { StageProgress } from './stage-text.ts';
import { chunkRowsFor, type StagedColumn, type StagedPart } from './staged-table.ts';

export type ParquetStaging = {
  columns: StagedColumn[];
  parts: StagedPart[];
  rows: number;
  chunkRows: number;
  notices: ImportNotice[];
};

type Mapping = { physical: PhysicalType; sql: (column: string) => string; note: string | null };

const as = (physical: PhysicalType, note: string | null = null): Mapping => ({
  physical,
  sql: (column) => `CAST(${column} AS ${physical})`,
  note,
});

/** How each DuckDB type of a Parquet column is stored; nested and binary types have no entry. */
function mappingOf(type: string): Mapping | null {
  if (/^(TINYINT|SMALLINT|INTEGER|BIGINT|UTINYINT|USMALLINT|UINTEGER)$/.test(type)) return as('BIGINT');
  // Values above 2^63 would be lost in BIGINT: text keeps them, and inference decides.
  if (/^(UBIGINT|HUGEINT|UHUGEINT)$/.test(type))
    return as('VARCHAR', 'was read as text first, to keep large numbers exact');
  if (/^(FLOAT|DOUBLE)$/.test(type)) return as('DOUBLE');
  const decimal = /^DECIMAL\((\d+),/.exec(type);
  if (decimal !== null) {
    return Number(decimal[1]) <= 15
      ? as('DOUBLE')
      : as(
          'VARCHAR',
          `is ${type}: more digits than a 64-bit decimal number keeps, so it was read as text first`,
        );
  }
  if (type === 'BOOLEAN' || type === 'DATE') return as(type);
  if (type === 'TIMESTAMP WITH TIME ZONE') return as('TIMESTAMPTZ');
  if (/^TIMESTAMP/.test(type)) return as('TIMESTAMP');
  if (type === 'VARCHAR' || type === 'UUID' || /^(ENUM|TIME|INTERVAL)/.test(type)) return as('VARCHAR');
  return null;
}

/** Copies the stream to a file and checks both ends of it. */
async function saveParquet(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
  fileName: string,
  signal: AbortSignal,
  onProgress: StageProgress,
): Promise<void> {
  const handle = await open(path, 'w+').catch((error: unknown) => {
    throw asImportFailure(error);
  });
  try {
    let size = 0;
    for await (const chunk of chunks) {
      signal.throwIfAborted();
      let at = 0;
      while (at < chunk.length) at += (await handle.write(chunk, at, chunk.length - at)).bytesWritten;
      size += chunk.length;
      onProgress({ phase: 'read', bytes: size, rows: 0 });
    }
    const tail = new Uint8Array(8);
    if (size >= 12) await handle.read(tail, 0, 8, size - 8);
    const footer = new DataView(tail.buffer).getUint32(0, true);
    if (size < 12 || !isParquetMagic(tail.subarray(4)) || footer > size - 12) {
      throw new ImportFailure(
        'parquet-truncated',
        `${fileName} is cut off: a Parquet file ends with its table of contents and the marker PAR1, this one ends after ${size} bytes without them. Nothing was imported; upload the whole file again.`,
      );
    }
  } catch (error) {
    throw asImportFailure(error);
  } finally {
    await handle.close();
  }
}

/** Stages a Parquet file with its own types; names every column that cannot be stored. */
export async function stageParquet(options: {
  chunks: AsyncIterable<Uint8Array>;
  fileName: string;
  folder: string;
  duck: Duck;
  signal: AbortSignal;
  onProgress: StageProgress;
}): Promise<ParquetStaging> {
  const { duck, folder, fileName } = options;
  const source = join(folder, 'source.parquet');
  await saveParquet(options.chunks, source, fileName, options.signal, options.onProgress);
  const reader = `read_parquet(${literalSql(source)}, file_row_number = true)`;
  const described = await duck
    .rows(`DESCRIBE SELECT * EXCLUDE (file_row_number) FROM ${reader}`)
    .catch((error: unknown) => unreadable(fileName, error));
  const fields = described.map((row) => ({ name: String(row[0]), type: String(row[1]) }));
  const refused = fields.filter(({ type }) => mappingOf(type) === null);
  if (refused.length > 0) {
    const list = refused.slice(0, 20).map(({ name, type }) => `"${name}" (${type.slice(0, 60)})`);
    throw new ImportFailure(
      'parquet-unsupported',
      `${fileName} has ${refused.length} columns that hold nested or binary values: ${list.join(', ')}. Nothing was imported; flatten these columns or leave them out and upload again.`,
      { column: refused[0]?.name ?? '' },
    );
  }
  const { names, sourceNames, notices } = headerNames(
    fields.map(({ name }) => name),
    fields.length,
  );
  const chunkRows = chunkRowsFor(fields.length);
  const mappings = fields.map(({ type }) => mappingOf(type) as Mapping);
  for (const [i, mapping] of mappings.entries()) {
    const name = names[i] as string;
    if (mapping.note !== null) {
      notices.push({
        severity: 'info',
        code: 'parquet-type',
        message: `"${name}" ${mapping.note}.`,
        column: name,
        line: null,
        count: null,
      });
    }
  }
  const list = mappings.map((mapping, i) => {
    const sql = mapping.sql(identifier((fields[i] as { name: string }).name));
    return `${mapping.physical === 'DOUBLE' ? `CASE WHEN isnan(${sql}) THEN NULL ELSE ${sql} END` : sql} AS c${i}`;
  });
  const target = join(folder, 'parts');
  await duck
    .run(
      `COPY (SELECT ${list.join(', ')}, file_row_number AS __src, file_row_number // ${chunkRows} AS __part FROM ${reader})
       TO ${literalSql(target)} (FORMAT parquet, COMPRESSION snappy, PARTITION_BY (__part), WRITE_PARTITION_COLUMNS false)`,
    )
    .catch((error: unknown) => unreadable(fileName, error));
  const counted = await duck.rows(`SELECT count(*)::DOUBLE FROM ${reader}`);
  const rows = Number(counted[0]?.[0] ?? 0);
  await rm(source);
  return {
    columns: names.map((name, i) => ({
      name,
      sourceName: sourceNames[i] ?? name,
      stored:
        mappings[i]?.physical === 'VARCHAR' && mappings[i]?.note !== null
          ? null
          : (mappings[i]?.physical ?? null),
    })),
    parts: await partsIn(folder, target, rows, chunkRows, fields.length),
    rows,
    chunkRows,
    notices,
  };
}

function unreadable(fileName: string, error: unknown): never {
  if (error instanceof ImportFailure || (error instanceof Error && error.name === 'AbortError')) throw error;
  const detail = error instanceof Error ? error.message.split('\n')[0] : String(error);
  throw new ImportFailure(
    'parquet-truncated',
    `${fileName} is damaged and cannot be read as Parquet (${detail?.slice(0, 200)}). Nothing was imported; upload the file again or write it anew.`,
    { cause: error },
  );
}

async function partsIn(folder: string, target: string, rows: number, chunkRows: number, columns: number) {
  const parts: StagedPart[] = [];
  for (let rowStart = 0; rowStart < rows; rowStart += chunkRows) {
    const dir = join(target, `__part=${rowStart / chunkRows}`);
    const files = (await readdir(dir)).sort().map((file) => join(relative(folder, dir), file));
    parts.push({ files, rows: Math.min(chunkRows, rows - rowStart), rowStart, columns });
  }
  return parts;
}
