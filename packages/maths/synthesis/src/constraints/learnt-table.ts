import {
  type Column,
  categoryColumn,
  findColumn,
  type NumberColumn,
  type Table,
  tableOf,
} from '@assay/stats';
import { gridOf } from '../cells/grid.ts';
import type { ColumnPlan } from '../plan/column-plan.ts';
import type { Constraint } from './constraint.ts';
import { derivationOrder } from './derivation-order.ts';

/** How a column is put together again. */
export type Restoration =
  | {
      readonly kind: 'order';
      readonly low: string;
      readonly column: string;
      /** Stands in for `low` where that is missing. */
      readonly middle: number;
      readonly scale: NumberColumn['scale'];
      readonly decimals: number | null;
    }
  | {
      readonly kind: 'sum' | 'formula';
      readonly column: string;
      readonly formula: string;
      readonly scale: NumberColumn['scale'];
      readonly decimals: number | null;
    }
  | {
      readonly kind: 'combinations';
      readonly joint: string;
      /** The combinations that were seen, as texts of their codes. */
      readonly seen: readonly string[];
      readonly columns: readonly { readonly name: string; readonly levels: readonly string[] }[];
    };

/** The table that a generator learns in place of the real one, its plan, and the way back. */
export type LearntTable = {
  readonly table: Table;
  readonly plan: readonly ColumnPlan[];
  readonly restorations: readonly Restoration[];
};

/** Replaces what constraints speak of by what cannot break them: gaps for highs, one column for combinations. */
export function learntTable(
  table: Table,
  plan: readonly ColumnPlan[],
  constraints: readonly Constraint[],
): LearntTable {
  const changed = new Map<string, Column | null>();
  const restorations: Restoration[] = [];
  for (const { constraint, column: name } of derivationOrder(constraints) ?? []) {
    const column = numberColumn(table, name);
    const { scale } = column;
    const decimals = gridOf(column.values.filter((value) => !Number.isNaN(value)))?.decimals ?? null;
    if (constraint.kind === 'order') {
      const low = numberColumn(table, constraint.low).values;
      const known = low.filter((value) => !Number.isNaN(value)).sort();
      const middle = known[known.length >> 1] ?? 0;
      const values = column.values.map((high, row) => high - (Number.isNaN(low[row]!) ? middle : low[row]!));
      // Differences of decimals carry noise in their last bits.
      const gap =
        decimals === null
          ? values
          : values.map((value) => Math.round(value * 10 ** decimals) / 10 ** decimals);
      changed.set(name, {
        kind: 'number',
        name,
        scale: scale === 'datetime' ? 'integer' : scale,
        values: gap,
      });
      restorations.push({ kind: 'order', low: constraint.low, column: name, middle, scale, decimals });
      continue;
    }
    changed.set(name, null);
    const formula =
      constraint.kind === 'formula'
        ? constraint.formula
        : constraint.parts.map((part) => `\`${part}\``).join(' + ');
    restorations.push({ kind: constraint.kind, column: name, formula, scale, decimals });
  }
  let learnt = plan.filter(({ name }) => changed.get(name) !== null);
  for (const constraint of constraints) {
    if (constraint.kind !== 'combinations') continue;
    const parts = constraint.columns.map((name) => {
      const column = findColumn(table, name);
      if (column?.kind !== 'category') throw new RangeError(`column ${name} is not a category`);
      return column;
    });
    const [first, ...others] = parts.map(({ name }) => name);
    const joint = first!;
    const texts = Array.from({ length: table.rows }, (_, row) =>
      JSON.stringify(parts.map(({ codes }) => codes[row])),
    );
    const together = categoryColumn(joint, texts);
    changed.set(joint, together);
    for (const other of others) changed.set(other, null);
    learnt = learnt.filter(({ name }) => !others.includes(name));
    const columns = parts.map(({ name, levels }) => ({ name, levels }));
    restorations.push({ kind: 'combinations', joint, seen: together.levels, columns });
  }
  const columns = table.columns.flatMap((column) => {
    const other = changed.get(column.name);
    return other === null ? [] : [other ?? column];
  });
  return { table: tableOf(columns), plan: learnt, restorations };
}

function numberColumn(table: Table, name: string): NumberColumn {
  const column = findColumn(table, name);
  if (column?.kind !== 'number') throw new RangeError(`column ${name} is not a number column`);
  return column;
}
