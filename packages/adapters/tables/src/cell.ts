import type { ColumnSpec } from '@assay/contracts';
import type { DuckDBValue } from '@duckdb/node-api';
import { identifier } from './sql-text.ts';

/**
 * A value as it travels in JSON: integers beyond 2^53 and infinities as text, dates as `2024-01-31`, times as
 * `2024-01-31T08:00:00` (with `Z` where the column has a zone), missing as null.
 */
export type CellValue = string | number | boolean | null;

/** SQL that brings a column into a form `cellValue` understands. */
export function cellSql(spec: ColumnSpec): string {
  const name = identifier(spec.name);
  if (spec.physical === 'DATE') return `CAST(${name} AS VARCHAR)`;
  if (spec.physical === 'TIMESTAMP') return `replace(CAST(${name} AS VARCHAR), ' ', 'T')`;
  // The session's zone is UTC, so that the text ends in +00.
  if (spec.physical === 'TIMESTAMPTZ')
    return `replace(replace(CAST(${name} AS VARCHAR), ' ', 'T'), '+00', 'Z')`;
  return name;
}

export function cellValue(value: DuckDBValue): CellValue {
  if (value === null) return null;
  switch (typeof value) {
    case 'bigint':
      return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER)
        ? Number(value)
        : String(value);
    case 'number':
      return Number.isFinite(value) ? value : String(value);
    case 'string':
    case 'boolean':
      return value;
    default:
      return String(value);
  }
}

/** Text of a cell for files: numbers and booleans in their shortest form. */
export function cellText(value: CellValue): string | null {
  return value === null ? null : String(value);
}
