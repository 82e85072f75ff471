import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ChunkRef } from '@assay/contracts';
import { benchCsv } from './bench-csv.ts';
import { createTables } from './tables.ts';

/** Stores chunks in a folder under their hash, as the blob store does. */
async function put(folder: string, file: string, rows: number, rowStart: number): Promise<ChunkRef> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  const sha256 = hash.digest('hex');
  const { size } = await stat(file);
  await rename(file, join(folder, sha256));
  return { sha256, key: sha256, bytes: size, rows, rowStart };
}

/** Highest resident memory of this process so far, in MB. */
const peakMegabytes = (): number => process.resourceUsage().maxRSS / 1024;

/**
 * Measures an import from a file on disk to committed chunks on a generated table of 15 mixed columns. Run it in a
 * process of its own: the peak memory is the process's.
 */
export async function importBench(options: {
  rows: number;
}): Promise<{ name: string; value: number; unit: string }[]> {
  const dir = await mkdtemp(join(tmpdir(), 'assay-import-bench-'));
  try {
    const csv = join(dir, 'bench.csv');
    await pipeline(benchCsv(options.rows), createWriteStream(csv));
    const before = peakMegabytes();
    const workDir = join(dir, 'work');
    const blobs = join(dir, 'blobs');
    await mkdir(workDir);
    await mkdir(blobs);
    const tables = createTables({ memoryLimitMb: 512, threads: 2, tempDir: workDir });
    const signal = new AbortController().signal;
    const started = performance.now();
    const staged = await tables.stage({
      open: () => createReadStream(csv, { highWaterMark: 1 << 20 }),
      fileName: 'bench.csv',
      workDir,
      signal,
      onProgress: () => {},
    });
    const between = performance.now();
    const done = await tables.commit({
      staged: staged.staged,
      columns: staged.columns,
      workDir,
      signal,
      onProgress: () => {},
      putChunk: (file, rows, rowStart) => put(blobs, file, rows, rowStart),
    });
    const ended = performance.now();
    const seconds = (ended - started) / 1000;
    return [
      { name: 'import rows', value: done.manifest.rows, unit: 'rows' },
      { name: 'import file', value: (await stat(csv)).size / 1e6, unit: 'MB' },
      { name: 'import stage', value: (between - started) / 1000, unit: 's' },
      { name: 'import commit', value: (ended - between) / 1000, unit: 's' },
      { name: 'import rate', value: done.manifest.rows / seconds, unit: 'rows/s' },
      { name: 'import memory before', value: before, unit: 'MB' },
      { name: 'import peak memory', value: peakMegabytes(), unit: 'MB' },
    ];
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
