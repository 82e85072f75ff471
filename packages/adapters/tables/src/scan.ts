import { type ColumnSpec, type Predicate, ROW_COLUMN } from '@assay/contracts';
import { compileToSql } from '@assay/domain';
import type { DuckDBDataChunk } from '@duckdb/node-api';
import { cellSql, cellText, cellValue } from './cell.ts';
import type { Duck } from './duck.ts';
import { columnNamed, TABLE } from './relation.ts';
import { identifier } from './sql-text.ts';

/**
 * Values of one column in a batch. Numbers: float64, NaN is missing, infinities are values; with `exact` an integer
 * column comes as text instead. Everything else is text as `CellValue` writes it (`true`, `2024-01-31`).
 */
export type ColumnBatch =
  | { kind: 'numbers'; name: string; values: Float64Array }
  | { kind: 'texts'; name: string; values: (string | null)[] };

export type Batch = { rowNumbers: Float64Array; columns: ColumnBatch[] };

export type ScanRequest = {
  columns: readonly string[];
  /** Rows per batch at most; batches are cut where the reader's own chunks end. */
  batch?: number;
  predicate?: Predicate;
  exact?: boolean;
  /** Its chunks hold their rows in order already, which is checked: sorting them takes several times their memory. */
  ordered?: boolean;
};

const isNumber = (spec: ColumnSpec): boolean => spec.physical === 'BIGINT' || spec.physical === 'DOUBLE';

/**
 * Streams whole columns in row order, chunk by chunk, never as row objects. With `parts`, tables that hold the rows one
 * after the other, no more than one part is put in order at a time, which keeps a wide table out of memory.
 */
export async function* scanColumns(
  duck: Duck,
  columns: readonly ColumnSpec[],
  request: ScanRequest,
  parts: readonly string[] = [TABLE],
): AsyncGenerator<Batch> {
  for (const part of parts) yield* scanPart(duck, columns, request, part);
}

async function* scanPart(
  duck: Duck,
  columns: readonly ColumnSpec[],
  request: ScanRequest,
  table: string,
): AsyncGenerator<Batch> {
  const specs = request.columns.map((name) => columnNamed(columns, name));
  const asNumber = (spec: ColumnSpec): boolean =>
    isNumber(spec) && !(request.exact === true && spec.physical === 'BIGINT');
  const select = specs.map((spec) =>
    asNumber(spec) ? `CAST(${identifier(spec.name)} AS DOUBLE)` : cellSql(spec),
  );
  const { sql, params } = compileToSql(request.predicate ?? { op: 'true' }, columns);
  const result = await duck.stream(
    `SELECT CAST(${ROW_COLUMN} AS DOUBLE), ${select.join(', ')} FROM ${table} WHERE ${sql} ${request.ordered === true ? '' : `ORDER BY ${ROW_COLUMN}`}`,
    params,
  );
  const size = Math.max(1, request.batch ?? 2048);
  let last = -1;
  // A chunk is let go before its rows are handed on: its memory is native, and freed with the object that holds it,
  // which must not grow old.
  const fetch = async (): Promise<Batch | null> => {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return null;
    return {
      rowNumbers: numbersOf(chunk, 0),
      columns: specs.map((spec, i) =>
        asNumber(spec)
          ? { kind: 'numbers', name: spec.name, values: numbersOf(chunk, i + 1) }
          : { kind: 'texts', name: spec.name, values: textsOf(chunk, i + 1) },
      ),
    };
  };
  for (let whole = await fetch(); whole !== null; whole = await fetch()) {
    const { rowNumbers } = whole;
    for (const row of rowNumbers) {
      if (row <= last) throw new RangeError(`row ${row} comes behind row ${last}`);
      last = row;
    }
    if (rowNumbers.length <= size) yield whole;
    else for (let from = 0; from < rowNumbers.length; from += size) yield sliceOf(whole, from, from + size);
  }
}

function sliceOf({ rowNumbers, columns }: Batch, from: number, to: number): Batch {
  return {
    rowNumbers: rowNumbers.slice(from, to),
    columns: columns.map((column) =>
      column.kind === 'numbers'
        ? { ...column, values: column.values.slice(from, to) }
        : { ...column, values: column.values.slice(from, to) },
    ),
  };
}

/** A DOUBLE column of a chunk, NaN where it is missing. */
export function numbersOf(chunk: DuckDBDataChunk, column: number): Float64Array {
  const vector = chunk.getColumnVector(column);
  const values = new Float64Array(chunk.rowCount);
  for (let i = 0; i < values.length; i++) {
    const item = vector.getItem(i);
    values[i] = typeof item === 'number' ? item : Number.NaN;
  }
  return values;
}

function textsOf(chunk: DuckDBDataChunk, column: number): (string | null)[] {
  return chunk.getColumnValues(column).map((value) => cellText(cellValue(value)));
}
