/** How tables leave as CSV; other lists that leave as CSV are written alike. */
export { csvLine } from '@assay/formats';
export type { CellValue } from './cell.ts';
export type { CommitOptions, CommitResult, Misfit, PutChunk } from './commit.ts';
export type { DriftOptions } from './drift.ts';
export type { TablesConfig } from './duck.ts';
export type { ExportRequest } from './export-table.ts';
export { jsonCell } from './export-table.ts';
export type { ProfileOptions } from './profile.ts';
export type { Page, PageKey, PageRequest, Sort } from './read-page.ts';
export type { Counts, TableReader } from './reader.ts';
export type { RecordBlock, RecordColumn, RecordPart, RecordSource } from './record-file.ts';
export type { Batch, ColumnBatch, ScanRequest } from './scan.ts';
export type { StageOptions, StageResult } from './stage.ts';
export type { StagedColumn, StagedPart, StagedTable } from './staged-table.ts';
export type { Tables } from './tables.ts';
export { createTables } from './tables.ts';
export type { WriteOptions } from './write-table.ts';
