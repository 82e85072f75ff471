import { AssayError, batchSelection, MOST_BATCH_ITEMS } from '@assay/contracts';
import { command, type JsonValue, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { requireRows, requireRun } from '../runs/run-record.ts';
import { withTable } from '../sources/version-table.ts';
import { requireBatch } from './batch-record.ts';
import { chooseRows } from './choose-rows.ts';
import { rowSampleKey } from './sample-key.ts';

/** Samples that one statement adds. */
const PART = 5_000;

/** Chooses the samples of a batch, makes their tasks and opens it. What was made before an interruption stays. */
export async function buildBatch(deps: Deps, run: JobRun<'batch.build'>): Promise<JsonValue> {
  const { actor, job, signal } = run;
  const { batchId } = job.payload;
  const { batch, manifest } = await query(deps, actor, async (t) => {
    const batch = await requireBatch(t, batchId);
    const from = await requireRun(t, batch.runId);
    await t.batches.move(batchId, ['FAILED'], 'BUILDING', { failure: null as never, finishedAt: null });
    return { batch, manifest: requireRows(from) };
  });
  await run.progress({ stage: 'choosing', done: 0, total: null });
  const selection = batchSelection.parse(batch.selection);
  const rows = await withTable(deps, manifest, (reader) => chooseRows(reader, selection, signal));
  if (rows.length === 0) {
    throw new AssayError('bad-input', 'No row of the run matches the filter of this batch.', {
      kept: 'The batch is kept with its settings.',
      next: 'Make another batch with a wider filter.',
    });
  }
  if (rows.length > MOST_BATCH_ITEMS) {
    throw new AssayError(
      'too-large',
      `${rows.length} rows match; a batch has at most ${MOST_BATCH_ITEMS} samples.`,
      { next: 'Give it a size, or a narrower filter.' },
    );
  }
  for (let first = 0; first < rows.length; first += PART) {
    const part = rows.slice(first, first + PART).map((row) => ({ row, key: rowSampleKey(batch.runId, row) }));
    await query(deps, actor, (t) => t.batches.addTasks(batchId, batch.overlap, first, part));
    await run.progress({ stage: 'tasks', done: first + part.length, total: rows.length });
  }
  await command(deps, actor, async ({ t, record }) => {
    const opened = await t.batches.move(batchId, ['BUILDING'], 'OPEN', { items: rows.length });
    await run.requireMine(t);
    // Cancelled meanwhile: its tasks go with it.
    if (!opened) await t.batches.cancelTasks(batchId);
    await record({
      action: opened ? 'batch.opened' : 'batch.built-after-cancel',
      object: { type: 'batch', id: batchId },
      projectId: batch.projectId,
      details: { samples: rows.length, tasks: rows.length * batch.overlap },
    });
  });
  return { samples: rows.length };
}
