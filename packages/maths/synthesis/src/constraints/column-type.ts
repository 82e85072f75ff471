import type { CategoryColumn, Column, NumberColumn } from '@assay/stats';
import { gridOf } from '../cells/grid.ts';

/** What a column that is put together again looks like. */
export type ColumnType =
  | { readonly kind: 'number'; readonly scale: NumberColumn['scale']; readonly decimals: number | null }
  | { readonly kind: 'category'; readonly levels: readonly string[] };

export function typeOfColumn(column: Column): ColumnType {
  if (column.kind === 'category') return { kind: 'category', levels: column.levels };
  const known = column.values.filter((value) => !Number.isNaN(value));
  return { kind: 'number', scale: column.scale, decimals: gridOf(known)?.decimals ?? null };
}

/** A column of a type from its values; numbers to the decimals of the type, what is no number missing. */
export function columnFrom(
  name: string,
  type: ColumnType,
  rows: number,
  valueAt: (row: number) => string | number | boolean | null,
): Column {
  if (type.kind === 'number') {
    const step = type.decimals === null ? null : 10 ** type.decimals;
    const values = Float64Array.from({ length: rows }, (_, row) => {
      const value = valueAt(row);
      if (value === null) return Number.NaN;
      const number = Number(value);
      if (!Number.isFinite(number)) return Number.NaN;
      return step === null ? number : Math.round(number * step) / step;
    });
    return { kind: 'number', name, scale: type.scale, values };
  }
  // Known levels come first and in their order, so that parts of a table are coded alike.
  const levels = [...type.levels];
  const codeOf = new Map(levels.map((level, code) => [level, code]));
  const codes = Int32Array.from({ length: rows }, (_, row) => {
    const value = valueAt(row);
    if (value === null) return -1;
    const text = String(value);
    const known = codeOf.get(text);
    if (known !== undefined) return known;
    codeOf.set(text, levels.length);
    return levels.push(text) - 1;
  });
  return { kind: 'category', name, levels, codes } satisfies CategoryColumn;
}
