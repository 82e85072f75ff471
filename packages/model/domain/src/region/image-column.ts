import type { ColumnSpec } from '@assay/contracts';

/** The place of the column that says which picture a row is; null of rows that are none. */
export function imageColumn(columns: readonly Pick<ColumnSpec, 'holds'>[]): number | null {
  const at = columns.findIndex((column) => column.holds === 'image');
  return at === -1 ? null : at;
}

/** The place of the column that says how many frames a row has; null of rows that are single pictures, or none. */
export function framesColumn(columns: readonly Pick<ColumnSpec, 'holds'>[]): number | null {
  const at = columns.findIndex((column) => column.holds === 'frames');
  return at === -1 ? null : at;
}
