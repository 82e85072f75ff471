import type { Predicate, Recipe } from '@assay/contracts';
import { constraintPredicate } from '@assay/domain';
import {
  type Column,
  categoryColumn,
  findColumn,
  type Table,
  tableOf,
  takeRows,
  valueAt,
} from '@assay/stats';
import type { ColumnPlan } from '@assay/synthesis';
import { z } from 'zod';
import type { RowTest } from './row-test.ts';

/** How drawn rows are finished so that constraints hold by construction; stored with the fitted model. */
export const finishing = z.object({
  /** Columns that are learnt as one, so that only combinations of the fit rows are drawn. */
  joints: z.array(
    z.object({
      name: z.string(),
      columns: z.array(
        z.object({ name: z.string(), scale: z.enum(['category', 'integer', 'decimal', 'datetime']) }),
      ),
    }),
  ),
  /** Columns whose value follows from others: by key the value, else the most frequent one. */
  dependencies: z.array(
    z.object({
      from: z.array(z.string()),
      column: z.string(),
      values: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
      otherwise: z.union([z.string(), z.number(), z.null()]),
    }),
  ),
  sums: z.array(z.object({ total: z.string(), parts: z.array(z.string()) })),
});
export type Finishing = z.infer<typeof finishing>;

/** What must hold of each row and cannot be had by construction alone: rows that break it are drawn again. */
export function rejected(recipe: Recipe): Predicate[] {
  return recipe.constraints.map(constraintPredicate).filter((each) => each !== null);
}

type Value = string | number | null;

const keyAt = (columns: readonly Column[], row: number): string =>
  JSON.stringify(columns.map((column) => valueAt(column, row)));

function columnsNamed(table: Table, names: readonly string[]): Column[] {
  return names.map((name) => {
    const column = findColumn(table, name);
    if (column === undefined) throw new RangeError(`the constraint names ${name}, which is not learnt`);
    return column;
  });
}

/** Fit rows that break nothing: what is never seen is hardly ever drawn. */
export function rowsThatHold(table: Table, tests: readonly RowTest[]): Table {
  if (tests.length === 0) return table;
  const asked = tests.map((test) => test(table));
  const rows: number[] = [];
  for (let row = 0; row < table.rows; row += 1)
    if (asked.every((test) => test(row) !== false)) rows.push(row);
  return rows.length === table.rows ? table : takeRows(table, rows);
}

/** Shapes what is learnt from so that constraints hold by construction, and says how rows are finished. */
export function prepareFit(
  recipe: Recipe,
  table: Table,
  plan: readonly ColumnPlan[],
): { table: Table; plan: ColumnPlan[]; finishing: Finishing; target: string | null } {
  const made: Finishing = { joints: [], dependencies: [], sums: [] };
  let current = table;
  let columns = [...plan];
  for (const constraint of recipe.constraints) {
    if (constraint.kind === 'sum') {
      made.sums.push({ total: constraint.total, parts: constraint.parts });
      columnsNamed(table, [constraint.total, ...constraint.parts]);
    } else if (constraint.kind === 'dependency') {
      made.dependencies.push(dependencyOf(table, constraint.from, constraint.column));
    } else if (constraint.kind === 'combinations') {
      const parts = columnsNamed(current, constraint.columns);
      const name = `joint of ${constraint.columns.join(', ')}`;
      made.joints.push({
        name,
        columns: parts.map((part) => ({
          name: part.name,
          scale: part.kind === 'category' ? ('category' as const) : part.scale,
        })),
      });
      const joint = categoryColumn(
        name,
        Array.from({ length: current.rows }, (_, row) => keyAt(parts, row)),
      );
      const gone = new Set(constraint.columns);
      current = tableOf([...current.columns.filter((column) => !gone.has(column.name)), joint]);
      columns = [...columns.filter((each) => !gone.has(each.name)), { name, make: 'model' }];
    }
  }
  // A target that is learnt as part of a joint is drawn first together with it.
  const joint = made.joints.find((each) => each.columns.some((column) => column.name === recipe.target));
  const target =
    joint?.name ?? columns.find((each) => each.name === recipe.target && each.make === 'model')?.name;
  return { table: current, plan: columns, finishing: made, target: target ?? null };
}

function dependencyOf(table: Table, from: readonly string[], name: string) {
  const keys = columnsNamed(table, from);
  const [column] = columnsNamed(table, [name]) as [Column];
  const counts = new Map<string, Map<Value, number>>();
  const all = new Map<Value, number>();
  for (let row = 0; row < table.rows; row += 1) {
    const key = keyAt(keys, row);
    const value = valueAt(column, row);
    const byValue = counts.get(key) ?? new Map<Value, number>();
    byValue.set(value, (byValue.get(value) ?? 0) + 1);
    counts.set(key, byValue);
    all.set(value, (all.get(value) ?? 0) + 1);
  }
  return {
    from: [...from],
    column: name,
    values: Object.fromEntries([...counts].map(([key, byValue]) => [key, mostFrequent(byValue)])),
    otherwise: mostFrequent(all),
  };
}

function mostFrequent(counts: ReadonlyMap<Value, number>): Value {
  let best: Value = null;
  let most = -1;
  for (const [value, count] of counts) {
    if (count > most || (count === most && String(value) < String(best))) {
      best = value;
      most = count;
    }
  }
  return best;
}

/** Brings drawn rows into their final form. */
export function finishTable(table: Table, { joints, dependencies, sums }: Finishing): Table {
  let columns = [...table.columns];
  const put = (column: Column) => {
    columns = columns.some((each) => each.name === column.name)
      ? columns.map((each) => (each.name === column.name ? column : each))
      : [...columns, column];
  };
  for (const joint of joints) {
    const at = columns.findIndex((column) => column.name === joint.name);
    const column = columns[at];
    if (column?.kind !== 'category') throw new RangeError(`there is no column ${joint.name}`);
    columns.splice(at, 1);
    const rows = column.levels.map((level) => JSON.parse(level) as Value[]);
    joint.columns.forEach((part, place) => {
      put(columnOf(part, table.rows, (row) => rows[column.codes[row]!]?.[place] ?? null));
    });
  }
  for (const { from, column: name, values, otherwise } of dependencies) {
    const keys = from.map((each) => columns.find((column) => column.name === each)!);
    const before = columns.find((column) => column.name === name);
    const scale = before === undefined || before.kind === 'category' ? 'category' : before.scale;
    put(
      columnOf({ name, scale }, table.rows, (row) => {
        const key = keyAt(keys, row);
        return Object.hasOwn(values, key) ? values[key]! : otherwise;
      }),
    );
  }
  for (const { total, parts } of sums) {
    const terms = parts.map((part) => columns.find((column) => column.name === part));
    const before = columns.find((column) => column.name === total);
    if (before?.kind !== 'number') throw new RangeError(`the total ${total} is no number`);
    const values = new Float64Array(table.rows);
    for (const term of terms) {
      if (term?.kind !== 'number') throw new RangeError(`a part of ${total} is no number`);
      for (let row = 0; row < values.length; row += 1) values[row]! += term.values[row]!;
    }
    put({ ...before, values });
  }
  return tableOf(columns);
}

function columnOf(
  { name, scale }: { name: string; scale: 'category' | 'integer' | 'decimal' | 'datetime' },
  rows: number,
  cellAt: (row: number) => Value,
): Column {
  if (scale === 'category')
    return categoryColumn(
      name,
      Array.from({ length: rows }, (_, row) => {
        const value = cellAt(row);
        return value === null ? null : String(value);
      }),
    );
  const values = Float64Array.from({ length: rows }, (_, row) => {
    const value = cellAt(row);
    return value === null ? Number.NaN : Number(value);
  });
  return { kind: 'number', name, scale, values };
}
