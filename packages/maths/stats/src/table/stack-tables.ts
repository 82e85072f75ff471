import { categoryCodes } from './category-codes.ts';
import { type CategoryColumn, type Column, findColumn, lengthOf, type Table, tableOf } from './table.ts';

/**
 * The rows of several tables one after the other, with the columns of the first. Levels keep their order: those of the
 * first table, then what later ones add; of several tables only those that occur in a row are kept.
 *
 * @throws RangeError when a later table lacks a column of the first, or has it as the other kind
 */
export function stackTables(tables: readonly Table[]): Table {
  const first = tables[0];
  if (first === undefined) return tableOf([]);
  if (tables.length === 1) return first;
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
  const codeOf = new Map<string, number>();
  const recodes = (columns as readonly CategoryColumn[]).map((column) => {
    // Blocks of unique texts would otherwise be gone through again with every block that is added.
    const recode = new Int32Array(column.levels.length).fill(-1);
    for (const code of column.codes) if (code >= 0) recode[code] = 0;
    for (const [code, used] of recode.entries()) {
      if (used < 0) continue;
      const level = column.levels[code]!;
      if (!codeOf.has(level)) codeOf.set(level, codeOf.size);
      recode[code] = codeOf.get(level)!;
    }
    return recode;
  });
  const codes = categoryCodes(total, codeOf.size);
  for (const [index, column] of (columns as readonly CategoryColumn[]).entries())
    for (const code of column.codes) {
      codes[at] = code < 0 ? -1 : recodes[index]![code]!;
      at += 1;
    }
  return { kind: 'category', name: first.name, codes, levels: [...codeOf.keys()] };
}
