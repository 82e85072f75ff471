import type { Column } from './table.ts';

/** The value of a column in one row: the number, the level of a category, or null where it is missing. */
export function valueAt(column: Column, row: number): string | number | null {
  if (column.kind === 'number') {
    const value = column.values[row]!;
    return Number.isNaN(value) ? null : value;
  }
  const code = column.codes[row]!;
  return code < 0 ? null : column.levels[code]!;
}
