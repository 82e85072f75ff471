import { alignLevels } from './align-levels.ts';
import { type CategoryColumn, type Column, findColumn, lengthOf, type Table, tableOf } from './table.ts';

/**
 * The rows of several tables one after the other, with the columns of the first.
 *
 * @throws RangeError when a later table lacks a column of the first, or has it as the other kind
 */
export function stackTables(tables: readonly Table[]): Table {
  const first = tables[0];
  if (first === undefined) return tableOf([]);
  const columns = first.columns.map((column) =>
    stackColumns(
      tables.map((table) => {
        const found = findColumn(table, column.name);
        if (found === undefined || found.kind !== column.kind)
          throw new RangeError(`column ${column.name} is not in all tables as ${column.kind}`);
        return found;
      }),
    ),
  );
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return columns.length === 0 ? { rows, columns } : tableOf(columns);
}

function stackColumns(columns: readonly Column[]): Column {
  const first = columns[0]!;
  const total = columns.reduce((sum, column) => sum + lengthOf(column), 0);
  let at = 0;
  if (first.kind === 'number') {
    const values = new Float64Array(total);
    for (const column of columns) {
      if (column.kind !== 'number') continue;
      values.set(column.values, at);
      at += column.values.length;
    }
    return { ...first, values };
  }
  const codes = new Int32Array(total);
  const aligned = alignLevels(columns as readonly CategoryColumn[]);
  for (const column of aligned) {
    codes.set(column.codes, at);
    at += column.codes.length;
  }
  return { ...aligned[0]!, codes };
}
