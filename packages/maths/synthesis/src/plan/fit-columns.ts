import { type CategoryColumn, type Column, findColumn, type Table } from '@assay/stats';
import { categoryCells } from '../cells/category-cells.ts';
import { type ColumnCells, encodeColumn } from '../cells/column-cells.ts';
import { numberCells } from '../cells/number-cells.ts';
import { storeCells } from '../cells/stored-cells.ts';
import type { ColumnPlan } from './column-plan.ts';
import type { ModelColumn } from './model-column.ts';

/** A modelled column cut into cells, with the cell of each row. */
export type FittedColumn = {
  readonly name: string;
  readonly column: Column;
  readonly cells: ColumnCells;
  readonly codes: Uint16Array;
};

/** What generators begin with. */
export type FittedColumns = {
  /** All columns of the plan, in its order. */
  readonly columns: readonly ModelColumn[];
  /** Those that are modelled, in the plan's order. */
  readonly modelled: readonly FittedColumn[];
};

/**
 * Cuts the modelled columns of a table into cells.
 *
 * @param rare levels and values of fewer rows are merged
 * @param target column whose cells tell which rare levels of the others are alike
 * @throws RangeError when the table has no rows, or the plan names a column twice or one that is not there
 */
export function fitColumns(
  table: Table,
  plan: readonly ColumnPlan[],
  rare: number,
  target: string | undefined,
): FittedColumns {
  if (table.rows === 0) throw new RangeError('there are no rows to learn from');
  const names = new Set<string>();
  for (const { name } of plan) {
    if (names.has(name)) throw new RangeError(`the plan names column ${name} twice`);
    names.add(name);
  }
  const lead = target === undefined ? undefined : fitLead(table, plan, target, rare);
  const modelled: FittedColumn[] = [];
  const columns = plan.map((each): ModelColumn => {
    if (each.make !== 'model') return each;
    const column = findColumn(table, each.name);
    if (!column) throw new RangeError(`the plan models column ${each.name}, which the table does not have`);
    const fitted = lead?.name === each.name ? lead : fitOne(column, rare, lead);
    modelled.push(fitted);
    return { make: 'model', cells: storeCells(fitted.cells) };
  });
  return { columns, modelled };
}

function fitLead(table: Table, plan: readonly ColumnPlan[], target: string, rare: number): FittedColumn {
  const column = findColumn(table, target);
  if (!column || !plan.some(({ name, make }) => name === target && make === 'model'))
    throw new RangeError(`the target ${target} is not a column that is modelled`);
  return fitOne(column, rare, undefined);
}

function fitOne(column: Column, rare: number, lead: FittedColumn | undefined): FittedColumn {
  const cells =
    column.kind === 'number'
      ? numberCells(column, rare)
      : categoryCells(column, rare, lead && leadRank(column, lead));
  return { name: column.name, column, cells, codes: encodeColumn(cells, column) };
}

/** Orders levels by the mean cell of the target among their rows, drawn towards the overall mean by ten rows. */
function leadRank(column: CategoryColumn, lead: FittedColumn): (level: number) => number {
  const rows = new Float64Array(column.levels.length);
  const sums = new Float64Array(column.levels.length);
  let total = 0;
  for (let row = 0; row < column.codes.length; row += 1) {
    const level = column.codes[row]!;
    total += lead.codes[row]!;
    if (level < 0) continue;
    rows[level]! += 1;
    sums[level]! += lead.codes[row]!;
  }
  const mean = total / column.codes.length;
  return (level) => (sums[level]! + 10 * mean) / (rows[level]! + 10);
}
