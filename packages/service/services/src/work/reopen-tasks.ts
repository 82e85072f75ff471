import type { OutdatedAnswer } from '@assay/db';
import { decideTask } from '@assay/domain';
import { type JsonValue, query } from '../frame/command.ts';
import { commandIfAny } from '../frame/command-if-any.ts';
import type { Deps } from '../frame/deps.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { notify } from '../notifications/notify.ts';
import { waitForAnswers } from '../review/review-record.ts';
import { outdatedAnswers, readAskAgain, requireAsks, rowsAskedFor } from './ask-again.ts';
import type { BatchRow } from './batch-record.ts';
import { dropBegun, stateOf } from './task-record.ts';

/** Turns that are opened in one transaction. */
const TURNS = 100;
/** The step of the job that tells people. */
const TOLD = 'tell';

type Asked = JobRun<'batch.ask-again'>;

/** The job that asks for answers again, part by part. Doing it again changes nothing more, and tells nobody twice. */
export async function reopenTasks(deps: Deps, run: Asked): Promise<JsonValue> {
  const { actor, job, signal } = run;
  const { batchId, filter, until } = job.payload;
  const { batch, number, outdated, manifest } = await query(deps, actor, (t) =>
    readAskAgain(t, batchId, filter, new Date(until)),
  );
  const rows = await rowsAskedFor(deps, manifest, filter, signal);
  let done = 0;
  for await (const part of outdatedAnswers(deps, actor, outdated, rows, TURNS)) {
    await run.progress({ stage: 'asking again', done, total: null });
    done += await reopenPart(deps, run, batch.projectId, part);
  }
  return tellOnce(deps, run, { batch, number, guidelineId: outdated.guidelineId });
}

/** Tells whose answers were taken back, if any were, once in the job's life: that it was done is remembered with it. */
async function tellOnce(
  deps: Deps,
  run: Asked,
  { batch, number, guidelineId }: { batch: BatchRow; number: number; guidelineId: string },
): Promise<JsonValue> {
  const { actor, job } = run;
  const { by, filter } = job.payload;
  const { projectId, name } = batch;
  const told = await commandIfAny(deps, actor, async ({ t, record }) => {
    // An attempt that was taken over may be here at the same moment.
    await t.batches.lock(batch.id);
    await run.requireMine(t);
    if ((await t.jobs.step(job.id, TOLD)) !== null) return null;
    const people = await t.requeue.askedAgain(job.id);
    const answers = people.reduce((all, each) => all + each.answers, 0);
    if (answers === 0) return null;
    const result = { answers, people: people.length };
    await record({
      action: 'batch.asked-again',
      object: { type: 'batch', id: batch.id },
      projectId,
      details: { guidelineVersion: number, ...result },
      alsoTouched: [{ type: 'guidelineVersion', id: filter.guidelineVersionId }],
    });
    for (const { authorId, answers: count } of people) {
      await notify(deps, t, {
        userIds: [authorId],
        except: by,
        kind: 'batch.asked-again',
        subject: { projectId, number: batch.number, name, count },
        link: `/guidelines/${guidelineId}`,
      });
    }
    await t.jobs.finishStep(job.id, TOLD, result);
    return result;
  });
  if (told !== null) return told;
  const before = await query(deps, actor, (t) => t.jobs.step(job.id, TOLD));
  return (before?.result ?? { answers: 0, people: 0 }) as JsonValue;
}

/** Opens turns again, in one transaction; how many. What was decided or answered anew meanwhile stays. */
async function reopenPart(
  deps: Deps,
  run: Asked,
  projectId: string,
  part: readonly OutdatedAnswer[],
): Promise<number> {
  if (part.length === 0) return 0;
  const { batchId, filter, by } = run.job.payload;
  const reopened = await commandIfAny(deps, run.actor, async ({ t, record }) => {
    await run.requireMine(t);
    requireAsks(await t.batches.lock(batchId));
    const taken: string[] = [];
    for (const { taskId, annotationId, item } of part) {
      const task = await t.tasks.lock(taskId);
      if (task === null || task.annotationId !== annotationId) continue;
      if (typeof decideTask(stateOf(task), { kind: 'ask-again' }) === 'string') continue;
      if (!(await waitForAnswers(t, batchId, item))) continue;
      if (task.personId !== null) await dropBegun(t, task, task.personId);
      t.requeue.reopen(task, { by, guidelineVersionId: filter.guidelineVersionId, jobId: run.job.id });
      taken.push(annotationId);
    }
    if (taken.length === 0) return null;
    await t.batches.move(batchId, ['DONE'], 'OPEN', { finishedAt: null });
    await record({
      action: 'batch.answers-taken-back',
      object: { type: 'batch', id: batchId },
      projectId,
      details: { answers: taken.length },
      alsoTouched: taken.map((id) => ({ type: 'annotation', id })),
    });
    return taken.length;
  });
  return reopened ?? 0;
}
