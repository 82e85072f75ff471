export type { CommitOptions, CommitResult, Misfit, PutChunk } from './commit.ts';
export type { TablesConfig } from './duck.ts';
export { importBench } from './import.bench.ts';
export type { StageOptions, StageResult } from './stage.ts';
export type { StagedTable } from './staged-table.ts';
export type { Tables } from './tables.ts';
export { createTables } from './tables.ts';
