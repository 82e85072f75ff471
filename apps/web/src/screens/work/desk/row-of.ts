import type { PredicateRow } from '@assay/domain';
import type { HeldTask, WorkCell } from './desk-types.ts';

/** A value as predicates and screens take it: what is no plain value is its JSON. */
export function cellOf(value: WorkCell | undefined): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'object' ? JSON.stringify(value) : value;
}

/** The sample by the names of its columns. */
export function rowOf({ task, batch }: Pick<HeldTask, 'task' | 'batch'>): PredicateRow {
  return Object.fromEntries(batch.columns.map((column, at) => [column.name, cellOf(task.cells[at])]));
}
