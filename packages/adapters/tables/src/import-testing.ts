import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChunkRef, ColumnSpec, Dialect } from '@assay/contracts';
import type { CommitResult } from './commit.ts';
import type { StageOptions, StageResult } from './stage.ts';
import { createTables, type Tables } from './tables.ts';

/** A folder of its own with the tables adapter on it, for tests of this package. */
export type Bench = {
  dir: string;
  tables: Tables;
  stage: (content: string | Uint8Array | AsyncIterable<Uint8Array>, more?: StageMore) => Promise<StageResult>;
  commit: (staged: StageResult, columns?: ColumnSpec[]) => Promise<CommitResult>;
  localPathOf: (chunk: ChunkRef) => Promise<string>;
  /** Everything in the working directory, by relative path. */
  left: () => Promise<string[]>;
  close: () => Promise<void>;
};

type StageMore = {
  fileName?: string;
  dialect?: Dialect;
  missing?: NonNullable<StageOptions['missing']>;
  signal?: AbortSignal;
  workDir?: string;
};

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

export async function openBench(): Promise<Bench> {
  const dir = await mkdtemp(join(tmpdir(), 'assay-tables-'));
  const tables = createTables({ memoryLimitMb: 400, threads: 2, tempDir: dir });
  const blobs = await mkdtemp(join(tmpdir(), 'assay-blobs-'));
  const signal = new AbortController().signal;
  return {
    dir,
    tables,
    stage: (content, more = {}) => {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      return tables.stage({
        open: () => (bytes instanceof Uint8Array ? pieces(bytes) : bytes),
        fileName: more.fileName ?? 'table.csv',
        workDir: more.workDir ?? dir,
        signal: more.signal ?? signal,
        onProgress: () => {},
        ...(more.dialect === undefined ? {} : { dialect: more.dialect }),
        ...(more.missing === undefined ? {} : { missing: more.missing }),
      });
    },
    commit: (staged, columns) =>
      tables.commit({
        staged: staged.staged,
        columns: columns ?? staged.columns,
        workDir: dir,
        signal,
        onProgress: () => {},
        putChunk: async (file, rows, rowStart) => {
          const sha256 = createHash('sha256')
            .update(await readFile(file))
            .digest('hex');
          const { size } = await stat(file);
          await rename(file, join(blobs, sha256));
          return { sha256, key: sha256, bytes: size, rows, rowStart };
        },
      }),
    localPathOf: async (chunk) => join(blobs, chunk.key),
    left: async () => (await readdir(dir, { recursive: true })).sort(),
    close: async () => {
      await rm(dir, { recursive: true, force: true });
      await rm(blobs, { recursive: true, force: true });
    },
  };
}
