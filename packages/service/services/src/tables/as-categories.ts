import { type Column, categoryColumn, type Table, tableOf } from '@assay/stats';

/** The same table with a column of numbers as texts: for a side on which the column holds texts. */
export function asCategories(table: Table, name: string): Table {
  return tableOf(
    table.columns.map((column): Column => {
      if (column.name !== name || column.kind === 'category') return column;
      const texts = Array.from(column.values, (value) => (Number.isNaN(value) ? null : String(value)));
      return categoryColumn(name, texts);
    }),
  );
}
