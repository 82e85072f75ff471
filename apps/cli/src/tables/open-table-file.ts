import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rename, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import type {
  ChunkRef,
  ColumnSpec,
  Dialect,
  ImportNotice,
  RejectedRow,
  TableManifest,
} from '@assay/contracts';
import { createTables, type Misfit, type TableReader, type Tables } from '@assay/tables';

const MEMORY_LIMIT_MB = 400;

/** A table file, read as the product reads an upload. `close` it. */
export type TableFile = {
  tables: Tables;
  reader: TableReader;
  manifest: TableManifest;
  input: { file: string; bytes: number; sha256: string };
  dialect: Dialect;
  dialectConfidence: number;
  rejected: { count: number; first: readonly RejectedRow[] };
  misfits: readonly Misfit[];
  notices: readonly ImportNotice[];
};

/**
 * Stages a file and writes it as typed chunks below `folder`, which the caller removes after closing the reader.
 * `correct` may change what was inferred about the columns, before their text is read into types.
 */
export async function openTableFile(options: {
  path: string;
  dialect: Dialect | undefined;
  folder: string;
  signal: AbortSignal;
  tell: (stage: string, share?: number) => void;
  correct?: (columns: ColumnSpec[]) => ColumnSpec[];
}): Promise<TableFile> {
  const { path, dialect, folder, signal, tell } = options;
  const [tempDir, workDir, chunkDir] = ['duck', 'work', 'chunks'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await Promise.all([tempDir, workDir, chunkDir].map((each) => mkdir(each, { recursive: true })));
  const tables = createTables({ memoryLimitMb: MEMORY_LIMIT_MB, threads: availableParallelism(), tempDir });
  const { size } = await stat(path);
  const hash = createHash('sha256');
  const staged = await tables.stage({
    open: () => hashed(path, hash),
    fileName: basename(path),
    ...(dialect === undefined ? {} : { dialect }),
    workDir,
    signal,
    onProgress: ({ phase, bytes }) =>
      phase === 'infer' ? tell('Inferring types') : tell('Reading', bytes / Math.max(1, size)),
  });
  const committed = await tables.commit({
    staged: staged.staged,
    columns: options.correct === undefined ? staged.columns : options.correct(staged.columns),
    workDir,
    signal,
    onProgress: ({ rows, total }) => tell('Writing columns', rows / Math.max(1, total)),
    putChunk: (file, rows, rowStart) => keepChunk(chunkDir, file, rows, rowStart),
  });
  const { manifest } = committed;
  return {
    tables,
    reader: await tables.open(manifest, async (chunk) => join(chunkDir, chunk.key)),
    manifest,
    input: { file: basename(path), bytes: size, sha256: hash.digest('hex') },
    dialect: staged.dialect,
    dialectConfidence: staged.confidence,
    rejected: staged.rejected,
    misfits: committed.misfits,
    notices: [...staged.notices, ...committed.notices],
  };
}

async function* hashed(path: string, hash: ReturnType<typeof createHash>): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 ** 2 })) {
    hash.update(chunk as Uint8Array);
    yield chunk as Uint8Array;
  }
}

async function keepChunk(folder: string, file: string, rows: number, rowStart: number): Promise<ChunkRef> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part as Uint8Array);
  const sha256 = hash.digest('hex');
  // Two chunks of the same rows are one file of that content.
  const key = `${sha256}.parquet`;
  const { size: bytes } = await stat(file);
  await rename(file, join(folder, key));
  return { key, sha256, bytes, rows, rowStart };
}
