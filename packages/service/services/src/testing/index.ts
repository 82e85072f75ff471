export { addBatch, addLabelSchema, answerOf } from './add-batch.ts';
export { addRowsRun } from './add-rows-run.ts';
export { addSource } from './add-source.ts';
export { answerBatch } from './answer-batch.ts';
export { uploadBytes } from './import-csv.ts';
export { OPEN_TERMS, prepareSource, setTerms } from './prepare-source.ts';
export { runHere } from './run-jobs.ts';
export type { TestDeps, UserActor } from './test-deps.ts';
export { createTestDeps } from './test-deps.ts';
