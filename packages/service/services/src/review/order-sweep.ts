import type { CommandContext } from '../frame/command.ts';

/** Orders a look at everything of a batch that has all its answers; one at a time. */
export async function orderSweep(
  { t, order }: Pick<CommandContext, 't' | 'order'>,
  batch: { id: string; projectId: string },
): Promise<string> {
  const open = (await t.jobs.openFor(batch.id)).find(
    (job) => job.kind === 'review.sweep' && job.status === 'QUEUED',
  );
  if (open !== undefined) return open.id;
  return order({
    kind: 'review.sweep',
    payload: { batchId: batch.id },
    subject: { type: 'batch', id: batch.id },
    projectId: batch.projectId,
  });
}
