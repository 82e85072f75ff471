import type { StoredCells } from '../cells/stored-cells.ts';
import type { MadePlan } from './column-plan.ts';

/** A column of the synthetic table as a fitted model keeps it. */
export type ModelColumn = { readonly make: 'model'; readonly cells: StoredCells } | MadePlan;

/** The name of a column. */
export function nameOf(column: ModelColumn): string {
  return column.make === 'model' ? column.cells.name : column.name;
}
