import { type CommitOptions, type CommitResult, commit } from './commit.ts';
import type { TablesConfig } from './duck.ts';
import { type StageOptions, type StageResult, stage } from './stage.ts';

/** Tables on disk: import, reading and profiles, each operation in a database of its own. */
export type Tables = {
  stage: (options: StageOptions) => Promise<StageResult>;
  commit: (options: CommitOptions) => Promise<CommitResult>;
};

export function createTables(config: TablesConfig): Tables {
  return {
    stage: (options) => stage(config, options),
    commit: (options) => commit(config, options),
  };
}
