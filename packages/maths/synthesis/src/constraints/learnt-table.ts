import {
  type Column,
  categoryColumn,
  findColumn,
  type NumberColumn,
  type Table,
  tableOf,
  valueAt,
} from '@assay/stats';
import { type Grid, gridOf } from '../cells/grid.ts';
import type { ModelledPlan } from '../plan/column-plan.ts';
import { type ColumnType, typeOfColumn } from './column-type.ts';
import { formulaOf } from './computed-columns.ts';
import { dependencyTable } from './dependency-table.ts';
import type { ConstraintPlan, Gap } from './plan-constraints.ts';

/** How columns are put together again. */
export type Restoration =
  | {
      readonly kind: 'gap';
      readonly low: string;
      readonly column: string;
      readonly strict: boolean;
      /** Stands in for `low` where that is missing. */
      readonly middle: number;
      readonly scale: NumberColumn['scale'];
      readonly grid: Grid | null;
    }
  | {
      readonly kind: 'computed';
      readonly column: string;
      readonly formula: string;
      readonly type: ColumnType;
    }
  | {
      readonly kind: 'dependency';
      readonly from: readonly string[];
      readonly column: string;
      readonly type: ColumnType;
      /** By the text of the values of `from`, and of fewer and fewer of them. */
      readonly values: Readonly<Record<string, string | number | null>>;
    }
  | {
      readonly kind: 'joint';
      readonly joint: string;
      /** The combinations that were seen, as texts of their values. */
      readonly seen: readonly string[];
      readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
    };

/** The table that a generator learns in place of the real one, its plan, and the way back. */
export type LearntTable = {
  readonly table: Table;
  readonly plan: readonly ModelledPlan[];
  readonly restorations: readonly Restoration[];
};

/** Replaces what constraints speak of by what cannot break them: gaps for highs, one column for combinations. */
export function learntTable(
  table: Table,
  plan: readonly ModelledPlan[],
  { joints, derived }: ConstraintPlan,
): LearntTable {
  const changed = new Map<string, Column | null>();
  const restorations: Restoration[] = [];
  for (const names of joints) {
    const parts = names.map((name) => columnNamed(table, name));
    const [joint, ...others] = names;
    const texts = Array.from({ length: table.rows }, (_, row) =>
      JSON.stringify(parts.map((part) => valueAt(part, row))),
    );
    const together = categoryColumn(joint!, texts);
    changed.set(joint!, together);
    for (const other of others) changed.set(other, null);
    const columns = parts.map((part) => ({ name: part.name, type: typeOfColumn(part) }));
    restorations.push({ kind: 'joint', joint: joint!, seen: together.levels, columns });
  }
  for (const { constraint, column: name, from } of derived) {
    if (constraint.kind === 'order') {
      const { gap, restoration } = gapOf(table, constraint);
      changed.set(name, gap);
      restorations.push(restoration);
      continue;
    }
    changed.set(name, null);
    const column = columnNamed(table, name);
    const type = typeOfColumn(column);
    if (constraint.kind === 'dependency') {
      const values = dependencyTable(
        from.map((each) => columnNamed(table, each)),
        column,
      );
      restorations.push({ kind: 'dependency', from, column: name, type, values });
    } else restorations.push({ kind: 'computed', column: name, formula: formulaOf(constraint), type });
  }
  const columns = table.columns.flatMap((column) => {
    const other = changed.get(column.name);
    return other === null ? [] : [other ?? column];
  });
  return {
    table: columns.length === 0 ? { rows: table.rows, columns } : tableOf(columns),
    plan: plan.filter(({ name }) => changed.get(name) !== null),
    restorations,
  };
}

function gapOf(
  table: Table,
  { low, high, strict = false }: Gap['constraint'],
): { gap: NumberColumn; restoration: Restoration } {
  const column = numberColumn(table, high);
  const lows = numberColumn(table, low).values;
  const { scale } = column;
  const grid = gridOf(column.values.filter((value) => !Number.isNaN(value)));
  const sorted = lows.filter((value) => !Number.isNaN(value)).sort();
  const middle = sorted[sorted.length >> 1] ?? 0;
  const decimals = Math.max(grid?.decimals ?? 99, gridOf(sorted)?.decimals ?? 99);
  const values = column.values.map((value, row) => {
    const gap = value - (Number.isNaN(lows[row]!) ? middle : lows[row]!);
    // Differences of decimals carry noise in their last bits.
    return decimals > 9 ? gap : Math.round(gap * 10 ** decimals) / 10 ** decimals;
  });
  return {
    gap: { kind: 'number', name: high, scale: scale === 'datetime' ? 'integer' : scale, values },
    restoration: { kind: 'gap', low, column: high, strict, middle, scale, grid },
  };
}

function columnNamed(table: Table, name: string): Column {
  const column = findColumn(table, name);
  if (column === undefined) throw new RangeError(`a constraint names ${name}, which is not learnt`);
  return column;
}

function numberColumn(table: Table, name: string): NumberColumn {
  const column = columnNamed(table, name);
  if (column.kind !== 'number') throw new RangeError(`column ${name} is not a number column`);
  return column;
}
