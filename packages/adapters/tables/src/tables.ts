import type { ChunkRef, TableDrift, TableManifest, TableProfile } from '@assay/contracts';
import { type CommitOptions, type CommitResult, commit } from './commit.ts';
import { type DriftOptions, drift } from './drift.ts';
import type { TablesConfig } from './duck.ts';
import { type ProfileOptions, profile } from './profile.ts';
import { openReader, type TableReader } from './reader.ts';
import { type RecordColumn, type RecordFile, readRecords, writeRecords } from './record-file.ts';
import { type StageOptions, type StageResult, stage } from './stage.ts';
import { type WriteOptions, writeTable } from './write-table.ts';

/** Tables on disk: import, reading, profiles and drift, each in a database of its own. */
export type Tables = {
  stage: (options: StageOptions) => Promise<StageResult>;
  commit: (options: CommitOptions) => Promise<CommitResult>;
  /** `localPathOf` names a readable file for each chunk, fetched there if need be. Close the reader when done. */
  open: (manifest: TableManifest, localPathOf: (chunk: ChunkRef) => Promise<string>) => Promise<TableReader>;
  /** Writes a table in memory as chunks of a version. */
  write: (options: WriteOptions) => Promise<ChunkRef[]>;
  /** Writes rows that come block by block as one Parquet file to take away. */
  writeRecords: (options: RecordFile) => Promise<void>;
  /** Reads such a file: texts of the cells of each row, in the order of the columns that its metadata tell. */
  readRecords: (
    file: string,
    columnsOf: (metadata: string) => readonly RecordColumn[],
  ) => AsyncGenerator<(string | null)[]>;
  profile: (reader: TableReader, options: ProfileOptions) => Promise<TableProfile>;
  drift: (before: TableReader, after: TableReader, options: DriftOptions) => Promise<TableDrift>;
};

export function createTables(config: TablesConfig): Tables {
  return {
    stage: (options) => stage(config, options),
    commit: (options) => commit(config, options),
    open: (manifest, localPathOf) => openReader(config, manifest, localPathOf),
    write: (options) => writeTable(config, options),
    writeRecords: (options) => writeRecords(config, options),
    readRecords: (file, columnsOf) => readRecords(config, file, columnsOf),
    profile,
    drift,
  };
}
