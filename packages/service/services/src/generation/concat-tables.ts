import { type CategoryColumn, type Column, findColumn, type Table, tableOf } from '@assay/stats';

/** Tables of the same columns, one below the other. Levels are those of the first, then what later ones add. */
export function concatTables(tables: readonly Table[]): Table {
  const [first] = tables;
  if (first === undefined) return { rows: 0, columns: [] };
  if (tables.length === 1) return first;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return tableOf(first.columns.map((column) => concatColumn(column.name, rows, tables)));
}

function concatColumn(name: string, rows: number, tables: readonly Table[]): Column {
  const columns = tables.map((table) => {
    const column = findColumn(table, name);
    if (column === undefined) throw new RangeError(`a part has no column ${name}`);
    return column;
  });
  const [first] = columns;
  if (first?.kind === 'number') {
    const values = new Float64Array(rows);
    let at = 0;
    for (const column of columns) {
      if (column.kind !== 'number') throw new RangeError(`${name} is of two kinds`);
      values.set(column.values, at);
      at += column.values.length;
    }
    return { ...first, values };
  }
  const categories = columns.filter((column): column is CategoryColumn => column.kind === 'category');
  if (categories.length !== columns.length) throw new RangeError(`${name} is of two kinds`);
  const codeOf = new Map<string, number>();
  const codes = new Int32Array(rows);
  let at = 0;
  for (const column of categories) {
    // Only levels that occur: blocks of unique texts would otherwise be gone through many times.
    const recode = new Int32Array(column.levels.length).fill(-1);
    for (const code of column.codes) {
      if (code >= 0 && recode[code] === -1) {
        const level = column.levels[code]!;
        let known = codeOf.get(level);
        if (known === undefined) {
          known = codeOf.size;
          codeOf.set(level, known);
        }
        recode[code] = known;
      }
      codes[at] = code < 0 ? -1 : recode[code]!;
      at += 1;
    }
  }
  return { kind: 'category', name, codes, levels: [...codeOf.keys()] };
}
