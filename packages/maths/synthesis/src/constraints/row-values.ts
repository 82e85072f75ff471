import type { Table } from '@assay/stats';
import type { ExpressionValue } from '../expression/expression.ts';

/** Reads values of a table for expressions; what is missing or not there is null. */
export function rowReader(table: Table): (row: number) => (column: string) => ExpressionValue {
  const byName = new Map(table.columns.map((column) => [column.name, column]));
  return (row) => (name) => {
    const column = byName.get(name);
    if (!column) return null;
    if (column.kind === 'category') return column.levels[column.codes[row]!] ?? null;
    const value = column.values[row]!;
    return Number.isNaN(value) ? null : value;
  };
}
