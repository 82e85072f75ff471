import { AssayError, notFound, type ReturnStatus, returnStatus } from '@assay/contracts';
import type { Repositories, TaskOfBatch } from '@assay/db';
import { lockTask, requireHeld, requireTakesAnswers } from './task-record.ts';

export type Returned = NonNullable<Awaited<ReturnType<Repositories['reviewReturns']['get']>>>;

/** One of this person's answers that came back; somebody else's is nobody's business. */
export async function requireReturn(t: Repositories, returnId: string, personId: string): Promise<Returned> {
  const found = await t.reviewReturns.get(returnId);
  if (found === null || found.authorId !== personId) throw notFound('returned answer');
  return found;
}

/** What became of an answer that came back and waits no more. */
export function returnEnded(status: Exclude<ReturnStatus, 'WAITING'>): AssayError {
  if (status === 'WITHDRAWN') {
    return new AssayError('conflict', 'The expert took this back: your answer stands as you handed it in.', {
      kept: 'What you changed of it is kept, and is there if it comes back to you again.',
      next: 'Go on with what else came back.',
    });
  }
  return new AssayError('conflict', 'You have replied to this already.', {
    kept: 'Your reply stands.',
    next: 'Load the page again to see how it stands.',
  });
}

/** That the answer that came back is not the one that stands any more. */
export function returnOutdated(): AssayError {
  return new AssayError('conflict', 'The answer that came back does not stand any more.', {
    kept: 'Nothing was changed.',
    next: 'Load the page again to see how it stands.',
  });
}

/** Fails unless an answer that came back can be changed: it waits, it stands, and its batch takes answers. */
export function requireChangeable(task: TaskOfBatch, found: Returned): TaskOfBatch {
  const status = returnStatus.parse(found.status);
  if (status !== 'WAITING') throw returnEnded(status);
  requireTakesAnswers(task);
  if (task.annotationId !== found.annotationId) throw returnOutdated();
  return task;
}

/**
 * A task that this person answers: they hold it under a lease, or what they handed in came back to them. Then the id of
 * the return stands in the place of a lease, and does not run out: the turn stays ended and nobody else is given it, so
 * that the answer stands until another one supersedes it.
 */
export async function lockWorkedTask(
  t: Repositories,
  ask: { taskId: string; leaseId: string; personId: string; leaseMs: number },
): Promise<TaskOfBatch> {
  const task = await lockTask(t, ask.taskId);
  if (task.status === 'SUBMITTED' && task.personId === ask.personId) {
    const found = await t.reviewReturns.get(ask.leaseId);
    if (found?.taskId === task.id && found.authorId === ask.personId) return requireChangeable(task, found);
  }
  return requireHeld(t, task, ask);
}
