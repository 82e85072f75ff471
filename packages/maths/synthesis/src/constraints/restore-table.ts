import { type CategoryColumn, type Column, findColumn, type NumberColumn, type Table } from '@assay/stats';
import { gridIndex, gridValue } from '../cells/grid.ts';
import { evaluate } from '../expression/evaluate.ts';
import { parseExpression } from '../expression/parse-expression.ts';
import { columnFrom } from './column-type.ts';
import { dependentValue } from './dependency-table.ts';
import type { Restoration } from './learnt-table.ts';
import { rowReader } from './row-values.ts';

/** Puts the columns of a sampled table together again. */
export function restoreTable(sampled: Table, restorations: readonly Restoration[]): Table {
  if (restorations.length === 0) return sampled;
  const { rows } = sampled;
  const columns = new Map<string, Column>(sampled.columns.map((column) => [column.name, column]));
  for (const each of restorations) {
    const table: Table = { rows, columns: [...columns.values()] };
    for (const column of restored(table, each)) columns.set(column.name, column);
  }
  return { rows, columns: [...columns.values()] };
}

function restored(table: Table, how: Restoration): Column[] {
  switch (how.kind) {
    case 'joint':
      return split(table, how);
    case 'gap':
      return [aboveLow(table, how)];
    case 'computed': {
      const expression = parseExpression(how.formula);
      const read = rowReader(table);
      return [columnFrom(how.column, how.type, table.rows, (row) => evaluate(expression, read(row)))];
    }
    case 'dependency': {
      const from = how.from.map((name) => findColumn(table, name));
      const value = (row: number) => dependentValue(how.values, from, row);
      return [columnFrom(how.column, how.type, table.rows, value)];
    }
  }
}

function split(table: Table, { joint, columns: parts }: Extract<Restoration, { kind: 'joint' }>): Column[] {
  const column = findColumn(table, joint) as CategoryColumn;
  const seen = column.levels.map((level) => JSON.parse(level) as (string | number | null)[]);
  return parts.map(({ name, type }, part) =>
    columnFrom(name, type, table.rows, (row) => seen[column.codes[row]!]?.[part] ?? null),
  );
}

function aboveLow(table: Table, how: Extract<Restoration, { kind: 'gap' }>): NumberColumn {
  const { column: name, scale, grid, strict, middle } = how;
  const [low, gap] = [findColumn(table, how.low), findColumn(table, name)];
  if (low?.kind !== 'number' || gap?.kind !== 'number')
    throw new RangeError(`column ${name} cannot be restored`);
  const values = gap.values.map((width, row) => {
    const from = low.values[row]!;
    if (Number.isNaN(width)) return Number.NaN;
    const high = Number.isNaN(from) ? middle + width : from + Math.max(0, width);
    if (grid === null) return high;
    // The next place of the grid that is not below: rounding could fall behind the low.
    let index = gridIndex(grid, high);
    const least = Number.isNaN(from) ? Number.NEGATIVE_INFINITY : from;
    while (gridValue(grid, index) < least || (strict && gridValue(grid, index) === least)) index += 1;
    return gridValue(grid, index);
  });
  return { kind: 'number', name, scale, values };
}
