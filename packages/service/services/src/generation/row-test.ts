import type { ColumnSpec, Predicate } from '@assay/contracts';
import { type Cell, columnsOf, compilePredicate, findColumn as findSpec } from '@assay/domain';
import { type Column, findColumn } from '@assay/stats';
import type { RowTest } from '@assay/synthesis';

/** A predicate of the product's language as a test of rows in memory. */
export function rowTest(predicate: Predicate, specs: readonly ColumnSpec[]): RowTest {
  const truth = compilePredicate(predicate, specs);
  const names = [...new Set(columnsOf(predicate).map((name) => findSpec(specs, name)?.name ?? name))];
  return (table) => {
    const readers = names.map((name) => {
      const column = findColumn(table, name);
      const spec = findSpec(specs, name);
      return { name, read: column === undefined ? () => null : cellsOf(column, spec?.physical === 'DATE') };
    });
    return (row) => {
      const cells: Record<string, Cell> = {};
      for (const { name, read } of readers) cells[name] = read(row);
      return truth(cells);
    };
  };
}

function cellsOf(column: Column, isDate: boolean): (row: number) => Cell {
  if (column.kind === 'category') {
    return (row) => {
      const code = column.codes[row]!;
      return code < 0 ? null : column.levels[code]!;
    };
  }
  return (row) => {
    const value = column.values[row]!;
    if (Number.isNaN(value)) return null;
    if (column.scale !== 'datetime') return value;
    const text = new Date(value).toISOString();
    return isDate ? text.slice(0, 10) : text;
  };
}
