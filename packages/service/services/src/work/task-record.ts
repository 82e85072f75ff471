import { AssayError, batchStatus, notFound, type TaskStatus, taskStatus } from '@assay/contracts';
import type { Repositories, TaskOfBatch, TaskRow } from '@assay/db';
import type { TaskCommand, TaskRefusal, TaskState } from '@assay/domain';
import { decideTask, takesAnswers, whyNotHeld } from '@assay/domain';

export function taskStatusOf(row: { status: string }): TaskStatus {
  return taskStatus.parse(row.status);
}

export function stateOf(row: TaskRow): TaskState {
  const { personId, leaseId, annotationId } = row;
  return { status: taskStatusOf(row), personId, leaseId, annotationId };
}

const KEPT = 'Your answers are kept as a draft.';

/** What a refusal of the state machine is to the person who labels. */
function refusal(why: TaskRefusal): AssayError {
  switch (why) {
    case 'taken':
    case 'not-held':
      return new AssayError('stale', 'Your turn at this sample ended, and it was given to somebody else.', {
        kept: KEPT,
        next: 'Go on with the next one.',
      });
    case 'ended':
      return new AssayError('conflict', 'This turn at the sample has ended.', {
        kept: KEPT,
        next: 'Go on with the next one.',
      });
    case 'not-yours':
    case 'nothing-to-take-back':
      return new AssayError('conflict', 'There is nothing of yours to take back here.', {
        next: 'Load the page again to see how it stands.',
      });
  }
}

/** Fails unless the state machine lets the command through. */
export function requireDecision(row: TaskRow, command: TaskCommand): void {
  const decided = decideTask(stateOf(row), command);
  if (typeof decided === 'string') throw refusal(decided);
}

/** A task that is locked until the transaction ends. */
export async function lockTask(t: Repositories, taskId: string): Promise<TaskOfBatch> {
  const task = await t.tasks.lock(taskId);
  if (task === null) throw notFound('task');
  return task;
}

/** What a person began of a sample and did not hand in goes, draft and drawing: who has the turn next begins anew. */
export async function dropBegun(
  t: Repositories,
  { batchId, item }: Pick<TaskOfBatch, 'batchId' | 'item'>,
  personId: string,
): Promise<void> {
  await t.tasks.deleteDraft(batchId, item, personId);
  await t.drawings.delete({ batchId, item, personId });
}

/** Fails when the batch takes no answers any more. */
export function requireTakesAnswers(task: TaskOfBatch): void {
  const status = batchStatus.parse(task.batchStatus);
  if (takesAnswers(status) || status === 'DONE') return;
  throw new AssayError('conflict', `Batch ${task.batchNumber}, "${task.batchName}", was cancelled.`, {
    kept: KEPT,
    next: 'Go on with another batch.',
  });
}

type Hold = { leaseId: string; personId: string; leaseMs: number };

/**
 * A task in this person's hands under this lease. A lease that ran out while they were cut off holds again, unless
 * somebody else has the turn by now.
 */
export async function lockHeldTask(t: Repositories, ask: { taskId: string } & Hold): Promise<TaskOfBatch> {
  return requireHeld(t, await lockTask(t, ask.taskId), ask);
}

/** The same of a task that is locked already. */
export async function requireHeld(t: Repositories, found: TaskOfBatch, ask: Hold): Promise<TaskOfBatch> {
  requireTakesAnswers(found);
  if (found.status === 'OPEN') {
    const revived = await t.tasks.revive(ask.personId, found.id, ask.leaseId, ask.leaseMs);
    if (revived === null) throw refusal('not-held');
    return { ...found, ...revived };
  }
  const why = whyNotHeld(stateOf(found), ask.leaseId);
  if (why !== null) throw refusal(why);
  if (found.personId !== ask.personId) throw refusal('not-held');
  return found;
}
