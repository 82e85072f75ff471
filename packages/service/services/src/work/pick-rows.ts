import type { ColumnSpec } from '@assay/contracts';
import type { Batch, CellValue, TableReader } from '@assay/tables';

type Values = Batch['columns'][number];

/** A value of a scan as rows have it. */
function cellOf(column: ColumnSpec, values: Values | undefined, at: number): CellValue {
  const value = values?.values[at] ?? null;
  if (value === null || Number.isNaN(value)) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (column.physical === 'BOOLEAN') return value === 'true';
  const whole = column.physical === 'BIGINT' ? Number(value) : Number.NaN;
  return Number.isSafeInteger(whole) ? whole : value;
}

/** Cells of many rows, in one pass over the table: asking for them one by one takes milliseconds each. */
export async function pickRows(
  reader: TableReader,
  rows: readonly number[],
  signal: AbortSignal,
): Promise<ReadonlyMap<number, CellValue[]>> {
  const wanted = new Set(rows);
  const found = new Map<number, CellValue[]>();
  if (wanted.size === 0) return found;
  const { columns } = reader.manifest;
  const names = columns.map((column) => column.name);
  for await (const batch of reader.scan({ columns: names, exact: true }, signal)) {
    for (const [at, row] of batch.rowNumbers.entries()) {
      if (!wanted.has(row)) continue;
      found.set(
        row,
        columns.map((column, i) => cellOf(column, batch.columns[i], at)),
      );
    }
    if (found.size === wanted.size) break;
  }
  return found;
}
