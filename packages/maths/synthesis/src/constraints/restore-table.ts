import {
  type CategoryColumn,
  type Column,
  findColumn,
  type NumberColumn,
  type Table,
  tableOf,
} from '@assay/stats';
import { evaluate } from '../expression/evaluate.ts';
import { parseExpression } from '../expression/parse-expression.ts';
import type { Restoration } from './learnt-table.ts';
import { rowReader } from './row-values.ts';

/** Puts the columns of a sampled table together again, in the order of `names`. */
export function restoreTable(
  sampled: Table,
  names: readonly string[],
  restorations: readonly Restoration[],
): Table {
  const columns = new Map<string, Column>(sampled.columns.map((column) => [column.name, column]));
  // Combinations first: formulas may read their columns.
  for (const each of restorations)
    if (each.kind === 'combinations')
      for (const column of split(columns, each)) columns.set(column.name, column);
  for (const each of restorations) {
    if (each.kind === 'combinations') continue;
    const table: Table = { rows: sampled.rows, columns: [...columns.values()] };
    columns.set(each.column, restored(table, each));
  }
  if (names.length === 0) return sampled;
  return tableOf(names.map((name) => columns.get(name)!));
}

function split(
  columns: ReadonlyMap<string, Column>,
  { joint, columns: parts }: Extract<Restoration, { kind: 'combinations' }>,
): CategoryColumn[] {
  const column = columns.get(joint);
  if (column?.kind !== 'category') throw new RangeError(`column ${joint} is not a category`);
  const codesOf = column.levels.map((level) => JSON.parse(level) as number[]);
  return parts.map(({ name, levels }, part) => {
    const codes = Int32Array.from(column.codes, (code) => codesOf[code]?.[part] ?? -1);
    return { kind: 'category', name, levels, codes };
  });
}

function restored(table: Table, how: Exclude<Restoration, { kind: 'combinations' }>): NumberColumn {
  const { column: name, scale, decimals } = how;
  const step = decimals === null ? null : 10 ** decimals;
  const values = new Float64Array(table.rows);
  if (how.kind === 'order') {
    const [low, gap] = [findColumn(table, how.low), findColumn(table, name)];
    if (low?.kind !== 'number' || gap?.kind !== 'number')
      throw new RangeError(`column ${name} cannot be restored`);
    for (let row = 0; row < values.length; row += 1) {
      const from = low.values[row]!;
      values[row] = Number.isNaN(from) ? how.middle + gap.values[row]! : from + Math.max(0, gap.values[row]!);
    }
  } else {
    const expression = parseExpression(how.formula);
    const read = rowReader(table);
    for (let row = 0; row < values.length; row += 1) {
      const value = evaluate(expression, read(row));
      values[row] = typeof value === 'number' ? value : Number.NaN;
    }
  }
  const kept = step === null ? values : values.map((value) => Math.round(value * step) / step);
  return { kind: 'number', name, scale, values: kept };
}
