import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rename, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import type { ChunkRef, Dialect } from '@assay/contracts';
import { findPersonalData } from '@assay/services/find-personal-data';
import { createTables } from '@assay/tables';
import { type ProfileDocument, profileDocument } from './profile-document.ts';

const MEMORY_LIMIT_MB = 400;

/**
 * Reads a table as the product does: staged, written as chunks, searched for personal data in every value, and
 * profiled. Everything is written below `folder`, which the caller removes.
 */
export async function profileTable(options: {
  path: string;
  dialect: Dialect | undefined;
  folder: string;
  signal: AbortSignal;
  tell: (stage: string, share?: number) => void;
}): Promise<ProfileDocument> {
  const { path, dialect, folder, signal, tell } = options;
  const [tempDir, workDir, chunkDir] = ['duck', 'work', 'chunks'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await Promise.all([tempDir, workDir, chunkDir].map((each) => mkdir(each)));
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
    columns: staged.columns,
    workDir,
    signal,
    onProgress: ({ rows, total }) => tell('Writing columns', rows / Math.max(1, total)),
    putChunk: (file, rows, rowStart) => keepChunk(chunkDir, file, rows, rowStart),
  });
  const { manifest } = committed;
  const reader = await tables.open(manifest, async (chunk) => join(chunkDir, chunk.key));
  try {
    const findings = await findPersonalData(reader, manifest.columns, signal, async (rows) => {
      signal.throwIfAborted();
      tell('Looking for personal data', rows / Math.max(1, manifest.rows));
    });
    const profile = await tables.profile(reader, {
      signal,
      onProgress: ({ phase, done, total }) => tell(`Profiling ${phase}`, done / Math.max(1, total)),
    });
    return profileDocument({
      input: { file: basename(path), bytes: size, sha256: hash.digest('hex') },
      dialect: staged.dialect,
      confidence: staged.confidence,
      rejected: staged.rejected,
      columns: manifest.columns,
      findings,
      profile,
      notices: [...staged.notices, ...committed.notices],
    });
  } finally {
    await reader.close();
  }
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
