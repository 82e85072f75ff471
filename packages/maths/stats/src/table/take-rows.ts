import { categoryCodes } from './category-codes.ts';
import { type Column, type Table, tableOf } from './table.ts';

/**
 * The rows of a table at `rows`, in that order; a row may be taken more than once.
 *
 * @param rows row numbers in [0, table.rows)
 * @throws RangeError for a row number outside the table
 */
export function takeRows(table: Table, rows: ArrayLike<number>): Table {
  for (let at = 0; at < rows.length; at += 1)
    if (!(rows[at]! >= 0 && rows[at]! < table.rows))
      throw new RangeError(`row ${rows[at]} is not in a table of ${table.rows} rows`);
  const columns = table.columns.map((column) => takeOf(column, rows));
  return columns.length === 0 ? { rows: rows.length, columns } : tableOf(columns);
}

function takeOf(column: Column, rows: ArrayLike<number>): Column {
  if (column.kind === 'number') {
    const values = new Float64Array(rows.length);
    for (let at = 0; at < values.length; at += 1) values[at] = column.values[rows[at]!]!;
    return { ...column, values };
  }
  const codes = categoryCodes(rows.length, column.levels.length);
  for (let at = 0; at < codes.length; at += 1) codes[at] = column.codes[rows[at]!]!;
  return { ...column, codes };
}
