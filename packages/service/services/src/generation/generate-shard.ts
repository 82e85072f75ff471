import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  AssayError,
  type ChunkRef,
  chunkRef,
  type RunStats,
  type TableManifest,
  tableManifest,
} from '@assay/contracts';
import { z } from 'zod';
import { keepBlobs, type StoredBlob, storeBlob } from '../blobs/store-blob.ts';
import { type CommandContext, command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { orderRunReport } from '../reports/order-report.ts';
import { requireReadySource } from '../runs/require-ready-source.ts';
import { type RunRow, requireRun, statusOf } from '../runs/run-record.ts';
import { asJson } from '../sources/source-record.ts';
import { type Acceptance, drawRows, sumOf } from './draw-rows.ts';
import type { FittedModelDocument } from './model-document.ts';
import { readModel } from './read-model.ts';
import { acceptanceOf, type ShardStats, shardStats } from './shard-stats.ts';

type Run = JobRun<'generation.shard'>;

/** Rows of one chunk file. */
const CHUNK_ROWS = 65_536;

/** How often, at most, the run page is told how many rows are accepted. */
const TELL_MS = 1000;

/** Refuses when the run was stopped, or its source may not be read any more. */
async function requireGoing(deps: Deps, run: Run, row: RunRow): Promise<void> {
  const { sourceId } = row;
  if (sourceId === null) return;
  await query(deps, run.actor, (t) => requireReadySource(t, sourceId, row.sourceVersionId, deps.clock.now()));
}

/** Samples the rows of one shard, stores them as chunks, and, as the last one, finishes the run. */
export async function generateShard(deps: Deps, run: Run) {
  const { runId, shard: index } = run.job.payload;
  const { row, shard } = await query(deps, run.actor, async (t) => ({
    row: await requireRun(t, runId),
    shard: await t.runs.shard(runId, index),
  }));
  if (shard === null || row.modelId === null) {
    throw new AssayError('not-ready', 'This part of the run was never planned.');
  }
  // Its rows are there: only the news of it was lost with a worker.
  if (shard.finishedAt !== null)
    return { rows: Number(shard.toRow - shard.fromRow), chunks: chunksOf(shard).length };
  if (statusOf(row) !== 'RUNNING') {
    throw new AssayError('not-ready', `The run is ${statusOf(row).toLowerCase()}: its rows are not made.`, {
      next: 'Retry the run from its page.',
    });
  }
  await requireGoing(deps, run, row);
  const { document, engine } = await readModel(deps, run.actor, row.modelId);
  const [from, to] = [Number(shard.fromRow), Number(shard.toRow)];
  const rows = to - from;
  await run.progress({ stage: 'sample', done: 0, total: rows });
  const began = performance.now();
  const stored: StoredBlob[] = [];
  const chunks: ChunkRef[] = [];
  const stats: ShardStats = { sampleMs: 0, peakMemoryBytes: 0, acceptance: null };
  const tellAcceptance = acceptanceTeller(deps, run, stats);
  const folder = await mkdtemp(join(deps.workDir, 'shard-'));
  try {
    for (let start = from; start < to; start += CHUNK_ROWS) {
      const end = Math.min(to, start + CHUNK_ROWS);
      const drawn = await drawRows(engine, document, {
        seed: row.seed,
        from: start,
        to: end,
        rows: Number(row.rows ?? 0n),
        control: { throwIfAborted: () => run.signal.throwIfAborted(), progress: () => undefined },
        onStep: async (done, acceptance) => {
          stats.peakMemoryBytes = Math.max(stats.peakMemoryBytes, process.memoryUsage().rss);
          await run.progress({ stage: 'sample', done: start - from + done, total: rows });
          const live = sumOf(stats.acceptance, acceptance);
          if (live !== null) await tellAcceptance(live);
        },
      });
      stats.acceptance = sumOf(stats.acceptance, drawn.acceptance);
      const written = await deps.tables.write({
        table: drawn.table,
        columns: document.columns,
        rowStart: start,
        workDir: folder,
        signal: run.signal,
        putChunk: async (file, count, rowStart) => {
          const blob = await storeBlob(deps, run.actor.orgId, {
            kind: 'chunk',
            source: { file },
            contentType: 'application/vnd.apache.parquet',
          });
          stored.push(blob);
          return { sha256: blob.sha256, key: blob.key, bytes: blob.bytes, rows: count, rowStart };
        },
      });
      chunks.push(...written);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  stats.sampleMs = Math.round(performance.now() - began);
  await finishShard(deps, run, { index, document, stored, chunks, stats });
  return { rows, chunks: chunks.length };
}

/** Notes on the shard how many rows are accepted, while it goes on. */
function acceptanceTeller(
  deps: Deps,
  run: Run,
  stats: ShardStats,
): (acceptance: Acceptance) => Promise<void> {
  const { runId, shard } = run.job.payload;
  let toldAt = Number.NEGATIVE_INFINITY;
  return async (acceptance) => {
    const now = performance.now();
    if (now - toldAt < TELL_MS) return;
    toldAt = now;
    const live: ShardStats = { ...stats, acceptance };
    await query(deps, run.actor, (t) => t.runs.noteShard(runId, shard, asJson(live)));
  };
}

async function finishShard(
  deps: Deps,
  run: Run,
  done: {
    index: number;
    document: FittedModelDocument;
    stored: readonly StoredBlob[];
    chunks: readonly ChunkRef[];
    stats: ShardStats;
  },
): Promise<void> {
  const { runId } = run.job.payload;
  await command(deps, run.actor, async (context) => {
    const { t, record } = context;
    // Shards end at the same time: with the run's row held, one of them is the last.
    const row = await t.runs.lock(runId);
    if (row === null || statusOf(row) !== 'RUNNING') {
      throw new AssayError('not-ready', 'The run was stopped while these rows were made.', {
        kept: 'They were not added to it.',
        next: 'Retry the run from its page.',
      });
    }
    await run.requireMine(t);
    if (row.sourceId !== null) {
      await requireReadySource(t, row.sourceId, row.sourceVersionId, deps.clock.now());
    }
    const owner = { type: `run-shard-${done.index}`, id: runId };
    // Doing a shard again replaces what it left.
    await t.blobs.release(owner);
    await keepBlobs(t, done.stored, owner);
    await t.runs.finishShard(runId, done.index, {
      chunks: asJson(done.chunks),
      stats: asJson(done.stats),
      finishedAt: deps.clock.now(),
    });
    const shards = await t.runs.shards(runId);
    const left = shards.filter((shard) => shard.finishedAt === null).length;
    await record({
      action: 'run.shard-generated',
      object: { type: 'run', id: runId },
      projectId: row.projectId,
      details: { shard: done.index, chunks: done.chunks.length, left },
      alsoTouched: [{ type: 'job', id: run.job.id }],
    });
    if (left === 0) await finishRun(deps, context, run, row, done.document, shards);
  });
}

type ShardRow = { chunks: unknown; stats: unknown };

function chunksOf({ chunks }: Pick<ShardRow, 'chunks'>): ChunkRef[] {
  return z.array(chunkRef).parse(chunks);
}

/** All rows are there: the run is generated, and its report is ordered; one by rules alone has come to its end. */
async function finishRun(
  deps: Deps,
  context: CommandContext,
  run: Run,
  row: RunRow,
  document: FittedModelDocument,
  shards: readonly ShardRow[],
): Promise<void> {
  const { t, record } = context;
  const chunks = shards.flatMap(chunksOf).sort((a, b) => a.rowStart - b.rowStart);
  const manifest: TableManifest = tableManifest.parse({
    type: 'assay.table-manifest',
    version: 1,
    columns: document.columns,
    rows: Number(row.rows ?? 0n),
    chunks,
  });
  const model = row.modelId === null ? null : await t.models.get(row.modelId);
  await t.runs.move(row.id, ['RUNNING'], {
    status: 'GENERATED',
    manifest: asJson(manifest),
    stats: asJson(statsOf(shards, manifest.rows, model === null ? null : Number(model.fitMs))),
  });
  await record({
    action: 'run.generated',
    object: { type: 'run', id: row.id },
    projectId: row.projectId,
    details: { rows: manifest.rows, chunks: chunks.length },
    alsoTouched: [{ type: 'job', id: run.job.id }],
  });
  const ordered = await orderRunReport(deps, context, { ...row, status: 'GENERATED' }, row.createdBy);
  if (ordered === null) await t.runs.move(row.id, ['GENERATED'], { finishedAt: deps.clock.now() });
}

function statsOf(shards: readonly ShardRow[], rows: number, fitMs: number | null): RunStats {
  const all = shards.map((shard) => shardStats.parse(shard.stats));
  const sampleMs = all.reduce((sum, each) => sum + each.sampleMs, 0);
  return {
    rows,
    rowsPerSecond: sampleMs === 0 ? null : (rows / sampleMs) * 1000,
    fitMs,
    sampleMs,
    peakMemoryBytes: all.reduce((most, each) => Math.max(most, each.peakMemoryBytes), 0),
    acceptance: acceptanceOf(shards),
  };
}
