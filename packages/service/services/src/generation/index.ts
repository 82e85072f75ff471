export { type Acceptance, drawRows } from './draw-rows.ts';
export { engineFor } from './engines.ts';
export { fitDocument } from './fit-document.ts';
export type { FittedModelDocument } from './model-document.ts';
export { type PlannedColumn, planColumns } from './plan-columns.ts';
export { rulesColumns, rulesProblems } from './rules-columns.ts';
