import { AssayError, type BatchStatus } from '@assay/contracts';
import { type Actor, batchStatesBefore } from '@assay/domain';
import { requireMayShow } from '../blind/shown-source.ts';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requireName } from '../frame/require-name.ts';
import { stale } from '../frame/stale.ts';
import { orderSweep } from '../review/order-sweep.ts';
import { batchStatusOf, requireAsked, requireBatch, requireWorkers } from './batch-record.ts';
import { tellOfBatch } from './tell-of-batch.ts';

const DOES = {
  pause: { to: 'PAUSED', action: 'batch.paused', word: 'paused' },
  resume: { to: 'OPEN', action: 'batch.resumed', word: 'opened' },
} as const satisfies Record<string, { to: BatchStatus; action: string; word: string }>;

/** Stops the serving of tasks, or takes it up again. What people hold stays with them. */
export function pauseBatch(
  deps: Deps,
  actor: Actor,
  input: { batchId: string; does: keyof typeof DOES },
): Promise<void> {
  const { to, action, word } = DOES[input.does];
  return command(deps, actor, async ({ t, record }) => {
    const batch = await requireBatch(t, input.batchId);
    requireAsked(batch);
    const from: BatchStatus = to === 'OPEN' ? 'PAUSED' : 'OPEN';
    if (to === 'OPEN') await requireMayShow(deps, t, batch);
    // Why it stopped by itself is settled when it goes on.
    const change = to === 'OPEN' ? { failure: null as never } : {};
    if (!(await t.batches.move(batch.id, [from], to, change)))
      throw notNow(batch.number, batchStatusOf(batch), word);
    await record({ action, object: { type: 'batch', id: batch.id }, projectId: batch.projectId });
  });
}

function notNow(number: number, status: BatchStatus, word: string): AssayError {
  return new AssayError('conflict', `Batch ${number} is ${status.toLowerCase()} and cannot be ${word}.`, {
    kept: 'Nothing was changed.',
    next: 'Load the page again to see how it stands.',
  });
}

/** Of a batch that is done there is nothing to end. */
const CANCELLED_FROM = batchStatesBefore('CANCELLED').filter((status) => status !== 'DONE');

/** Ends a batch for good. Answers stay; what was not answered is asked of nobody any more, drafts are kept. */
export function cancelBatch(
  deps: Deps,
  actor: Actor,
  input: { batchId: string; reason: string },
): Promise<{ cancelledTasks: number }> {
  return command(deps, actor, async ({ t, record }) => {
    const batch = await requireBatch(t, input.batchId);
    requireAsked(batch);
    const moved = await t.batches.move(batch.id, CANCELLED_FROM, 'CANCELLED', {
      finishedAt: deps.clock.now(),
    });
    if (!moved) throw notNow(batch.number, batchStatusOf(batch), 'cancelled');
    const cancelledTasks = await t.batches.cancelTasks(batch.id);
    for (const job of await t.jobs.openFor(batch.id)) await t.jobs.requestCancel(job.id, deps.clock.now());
    await record({
      action: 'batch.cancelled',
      object: { type: 'batch', id: batch.id },
      projectId: batch.projectId,
      details: { reason: input.reason, cancelledTasks },
    });
    return { cancelledTasks };
  });
}

/** Changes what may change while people work: words, urgency, who, and how many answer each sample. */
export async function updateBatch(
  deps: Deps,
  actor: Actor,
  input: {
    batchId: string;
    revision: number;
    name: string;
    description: string;
    priority: number;
    dueAt: Date | null;
    overlap: number;
    /** Left out, it stays as it is. */
    reviewRate?: number | null | undefined;
    people: readonly string[];
  },
): Promise<void> {
  const name = requireName(input.name, 'A batch');
  return command(deps, actor, async ({ t, record, order }) => {
    const batch = await t.batches.lock(input.batchId);
    if (batch === null) throw new AssayError('not-found', 'There is no such batch.');
    requireAsked(batch);
    const status = batchStatusOf(batch);
    if (status !== 'OPEN' && status !== 'PAUSED' && status !== 'DONE') {
      throw notNow(batch.number, status, 'changed');
    }
    if (batch.kind === 'blind' && status === 'DONE' && input.overlap !== batch.overlap) {
      throw new AssayError('conflict', `Blind test ${batch.number} has ended, and its result can be seen.`, {
        field: 'overlap',
        kept: 'Nothing was changed.',
        next: 'Make another blind test.',
      });
    }
    const people = batch.assignment === 'named' ? [...new Set(input.people)] : [];
    if (batch.assignment === 'named' && people.length < input.overlap) {
      throw new AssayError(
        'bad-input',
        `Each sample is for ${input.overlap} people, and ${people.length} are named.`,
        { field: 'people', next: 'Name more people, or lower the overlap.' },
      );
    }
    await requireWorkers(t, batch.projectId, people);
    const { description, priority, dueAt, overlap, reviewRate = batch.reviewRate } = input;
    const change = { name, description, priority, dueAt, overlap, reviewRate };
    if (!(await t.batches.update(batch.id, input.revision, change))) {
      throw stale('batch');
    }
    if (batch.assignment === 'named') {
      const before = await t.batches.people(batch.id);
      await t.batches.setPeople(batch.id, people);
      // Who is taken off gives back what they hold.
      for (const personId of before.filter((each) => !people.includes(each))) {
        await t.tasks.release(personId, { batchIds: [batch.id] });
      }
      const added = people.filter((each) => !before.includes(each));
      await tellOfBatch(deps, t, { ...batch, name }, added, actor.userId);
    }
    if (overlap !== batch.overlap) {
      await t.batches.setOverlap(batch.id, overlap);
      const unended = await t.tasks.anyUnended(batch.id);
      if (status === 'DONE' && unended)
        await t.batches.move(batch.id, ['DONE'], 'OPEN', { finishedAt: null });
      if (status !== 'DONE' && !unended) {
        await t.batches.move(batch.id, ['OPEN', 'PAUSED'], 'DONE', { finishedAt: deps.clock.now() });
      }
    }
    // What was answered before is looked at again.
    if (reviewRate !== batch.reviewRate) await orderSweep({ t, order }, batch);
    await record({
      action: 'batch.updated',
      object: { type: 'batch', id: batch.id },
      projectId: batch.projectId,
      details: {
        name,
        priority,
        overlap,
        overlapBefore: batch.overlap,
        reviewRate,
        reviewRateBefore: batch.reviewRate,
        dueAt: dueAt?.toISOString() ?? null,
        people,
      },
    });
  });
}
