export { constraintProblems } from './constraint-problems.ts';
export { type Acceptance, drawRows, sumOf } from './draw-rows.ts';
export { engineOfDocument } from './engine-of-document.ts';
export { fitDocument } from './fit-document.ts';
export type { FittedModelDocument } from './model-document.ts';
export { type PlannedColumn, planColumns } from './plan-columns.ts';
export { rulesColumns, rulesProblems } from './rules-columns.ts';
