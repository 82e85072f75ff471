import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type ColumnSpec, type Predicate, ROW_COLUMN } from '@assay/contracts';
import { compileToSql } from '@assay/domain';
import { csvLine } from '@assay/formats';
import { asImportFailure, type Duck } from './duck.ts';
import { columnNamed, TABLE } from './relation.ts';
import { type ColumnBatch, scanColumns } from './scan.ts';
import { identifier, literalSql } from './sql-text.ts';

export type ExportRequest = { columns?: readonly string[]; predicate?: Predicate };

/**
 * CSV (RFC 4180, UTF-8, LF, header) in row order, streamed. Cells of text columns that a spreadsheet would run as
 * a formula get an apostrophe in front (`unescapeFormula` takes it off); missing is an empty cell.
 */
export async function* exportCsv(
  duck: Duck,
  columns: readonly ColumnSpec[],
  request: ExportRequest,
): AsyncGenerator<Uint8Array> {
  const specs = request.columns?.map((name) => columnNamed(columns, name)) ?? [...columns];
  const numeric = specs.map((spec) => spec.physical === 'BIGINT' || spec.physical === 'DOUBLE');
  const encoder = new TextEncoder();
  const header = csvLine(
    specs.map((spec) => spec.name),
    specs.map(() => false),
  );
  yield encoder.encode(header);
  const batches = scanColumns(duck, columns, {
    columns: specs.map((spec) => spec.name),
    exact: true,
    ...(request.predicate === undefined ? {} : { predicate: request.predicate }),
  });
  for await (const { rowNumbers, columns: values } of batches) {
    let text = '';
    for (let row = 0; row < rowNumbers.length; row++) {
      const cells = values.map((column) => {
        if (column.kind === 'texts') return column.values[row] ?? null;
        const number = column.values[row] as number;
        return Number.isNaN(number) ? null : String(number);
      });
      text += csvLine(cells, numeric);
    }
    yield encoder.encode(text);
  }
}

/** JSON text of a cell that `scanColumns` gave: whole numbers beyond 2^53 and infinities as text, missing as null. */
export function jsonCell(spec: ColumnSpec, column: ColumnBatch, row: number): string {
  if (column.kind === 'numbers') {
    const number = column.values[row] ?? Number.NaN;
    if (Number.isNaN(number)) return 'null';
    return Number.isFinite(number) ? JSON.stringify(number) : JSON.stringify(String(number));
  }
  const text = column.values[row] ?? null;
  if (text === null) return 'null';
  const bare =
    spec.physical === 'BOOLEAN' || (spec.physical === 'BIGINT' && Number.isSafeInteger(Number(text)));
  return bare ? text : JSON.stringify(text);
}

/** JSON Lines (UTF-8, LF) in row order, streamed: an object per row with all columns, values as `CellValue`. */
export async function* exportJsonLines(
  duck: Duck,
  columns: readonly ColumnSpec[],
  request: ExportRequest,
): AsyncGenerator<Uint8Array> {
  const specs = request.columns?.map((name) => columnNamed(columns, name)) ?? [...columns];
  const keys = specs.map((spec) => `${JSON.stringify(spec.name)}:`);
  const encoder = new TextEncoder();
  const batches = scanColumns(duck, columns, {
    columns: specs.map((spec) => spec.name),
    exact: true,
    ...(request.predicate === undefined ? {} : { predicate: request.predicate }),
  });
  for await (const { rowNumbers, columns: values } of batches) {
    let text = '';
    for (let row = 0; row < rowNumbers.length; row++) {
      const cells = values.map(
        (column, at) => `${keys[at]}${jsonCell(specs[at] as ColumnSpec, column, row)}`,
      );
      text += `{${cells.join(',')}}\n`;
    }
    yield encoder.encode(text);
  }
}

/** One Parquet file (zstd) in row order without the row number, written to a temporary file and streamed. */
export async function* exportParquet(
  duck: Duck,
  columns: readonly ColumnSpec[],
  request: ExportRequest,
  tempDir: string,
): AsyncGenerator<Uint8Array> {
  const specs = request.columns?.map((name) => columnNamed(columns, name)) ?? [...columns];
  const { sql, params } = compileToSql(request.predicate ?? { op: 'true' }, columns);
  const folder = await mkdtemp(join(tempDir, 'export-')).catch((error: unknown) => {
    throw asImportFailure(error);
  });
  try {
    const file = join(folder, 'table.parquet');
    await duck.rows(
      `COPY (SELECT ${specs.map((spec) => identifier(spec.name)).join(', ')} FROM ${TABLE} WHERE ${sql} ORDER BY ${ROW_COLUMN})
       TO ${literalSql(file)} (FORMAT parquet, COMPRESSION zstd)`,
      params,
    );
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) yield chunk as Uint8Array;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
