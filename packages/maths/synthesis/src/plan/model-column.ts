import type { StoredCells } from '../cells/stored-cells.ts';
import type { MadePlan } from './column-plan.ts';

/** A column of the synthetic table as a fitted model keeps it. */
export type ModelColumn = { readonly make: 'model'; readonly cells: StoredCells } | MadePlan;
