import type { Column } from '@assay/stats';
import type { ColumnCells } from '../cells/column-cells.ts';

/** A column that another determines: `value[key]` is its value (level code or number; -1 or NaN is missing). */
export type Lookup = { readonly from: number; readonly value: Float64Array };

/** A dependency must be seen on so many rows per value of the column that determines. */
const ROWS_PER_KEY = 20;

/**
 * What a column is looked up by: a category's level or a number's cell, each shifted by one so that 0 is missing;
 * null where a number is not wholly made of single values.
 */
export function lookupKeys(cells: ColumnCells, column: Column, codes: Uint16Array): Int32Array | null {
  if (cells.kind === 'category')
    return column.kind === 'category' ? Int32Array.from(column.codes, (code) => code + 1) : null;
  if (cells.low.some((low, cell) => low !== cells.high[cell]!)) return null;
  const missing = cells.low.length;
  return Int32Array.from(codes, (code) => (code === missing ? 0 : code + 1));
}

/** How many keys `lookupKeys` can give. */
export function keyCount(cells: ColumnCells): number {
  return 1 + (cells.kind === 'category' ? cells.levels.length : cells.low.length);
}

/**
 * The values of `column` by key, if each key has one value in all rows (a functional dependency) and the rows are
 * many enough to believe it; else null.
 */
export function lookupOf(keys: Int32Array, keyTotal: number, column: Column): Float64Array | null {
  const value = new Float64Array(keyTotal).fill(Number.NaN);
  const seen = new Uint8Array(keyTotal);
  const values = column.kind === 'number' ? column.values : column.codes;
  let distinct = 0;
  for (let row = 0; row < keys.length; row += 1) {
    const key = keys[row]!;
    if (seen[key] === 0) {
      seen[key] = 1;
      value[key] = values[row]!;
      distinct += 1;
    } else if (value[key] !== values[row] && !(Number.isNaN(value[key]) && Number.isNaN(values[row])))
      return null;
  }
  return distinct > 1 && keys.length >= ROWS_PER_KEY * distinct ? value : null;
}
