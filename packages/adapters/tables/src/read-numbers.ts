import { type ColumnSpec, ROW_COLUMN } from '@assay/contracts';
import type { Duck } from './duck.ts';
import { numbersOf } from './scan.ts';
import { identifier } from './sql-text.ts';

/** SQL for a column as a number: times as milliseconds since 1970, false and true as 0 and 1. */
export function numberSql(spec: ColumnSpec): string {
  const name = identifier(spec.name);
  if (spec.physical === 'DATE') return `CAST(epoch_ms(CAST(${name} AS TIMESTAMP)) AS DOUBLE)`;
  if (spec.physical === 'TIMESTAMP' || spec.physical === 'TIMESTAMPTZ')
    return `CAST(epoch_us(${name}) AS DOUBLE) / 1000`;
  return `CAST(${name} AS DOUBLE)`;
}

/** All values of a numeric expression in row order, NaN where it is missing. */
export async function readNumbers(
  duck: Duck,
  from: string,
  sql: string,
  params: readonly string[] = [],
): Promise<Float64Array> {
  const result = await duck.stream(`SELECT ${sql} FROM ${from} ORDER BY ${ROW_COLUMN}`, params);
  let values = new Float64Array(65_536);
  let length = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return values.slice(0, length);
    if (length + chunk.rowCount > values.length) {
      const grown = new Float64Array(Math.max(values.length * 2, length + chunk.rowCount));
      grown.set(values.subarray(0, length));
      values = grown;
    }
    values.set(numbersOf(chunk, 0), length);
    length += chunk.rowCount;
  }
}
