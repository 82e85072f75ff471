import type { LabelModel } from '@assay/contracts';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { asJson } from '../sources/source-record.ts';
import type { BatchRow } from './batch-record.ts';
import { tellOfBatch } from './tell-of-batch.ts';

/** Opens a batch whose tasks are all there, and tells those whom it is for by name. */
export function openBatch(
  deps: Deps,
  run: JobRun<'batch.build'>,
  batch: BatchRow,
  made: { items: number; labelModel: LabelModel | null; details: Readonly<Record<string, number>> },
): Promise<void> {
  const { id: batchId, projectId, overlap } = batch;
  return command(deps, run.actor, async ({ t, record }) => {
    const opened = await t.batches.move(batchId, ['BUILDING'], 'OPEN', {
      items: made.items,
      ...(made.labelModel === null ? {} : { labelModel: asJson(made.labelModel) }),
    });
    await run.requireMine(t);
    // Cancelled meanwhile: its tasks go with it.
    if (!opened) await t.batches.cancelTasks(batchId);
    if (opened) await tellOfBatch(deps, t, batch, await t.batches.people(batchId), batch.createdBy);
    await record({
      action: opened ? 'batch.opened' : 'batch.built-after-cancel',
      object: { type: 'batch', id: batchId },
      projectId,
      details: { ...made.details, tasks: made.items * overlap },
    });
  });
}
