import { AssayError, type JobKind, jobCatalog, jobKind } from '@assay/contracts';
import type { Prisma, Repositories } from '@assay/db';
import { command, type JobOrder, type JsonValue, query } from '../frame/command.ts';
import { commandIfAny } from '../frame/command-if-any.ts';
import type { Deps } from '../frame/deps.ts';
import { endJob, recordJobEnd } from './end-job.ts';
import { failureOf, isFinalFailure, type JobFailure } from './job-failure.ts';
import { ALIVE_MS, type JobPulse, JobStopped, startPulse } from './job-pulse.ts';
import type { JobHandler, JobRun } from './job-run.ts';

export type JobDelivery = {
  orgId: string;
  jobId: string;
  /** Will the queue not try again after this? */
  lastAttempt: boolean;
  /** Aborted when this worker must stop or has lost its claim. */
  signal: AbortSignal;
};

/** `retry`: the delivery failed and the queue should try again. `handed-back`: so it should, without counting. */
export type JobOutcome = 'succeeded' | 'failed' | 'cancelled' | 'skipped' | 'retry' | 'handed-back';

/** Workers that a job may lose before it is held to be what kills them. */
const MAX_LOSSES = 5;

type JobRow = NonNullable<Awaited<ReturnType<Repositories['jobs']['get']>>>;

/**
 * Runs one delivery of a job from the queue. A delivery of a job that has ended, or that another worker is at, is
 * skipped; what a job needs to be done once is done once, however often it is delivered.
 */
export async function runJob<K extends JobKind>(
  deps: Deps,
  kind: K,
  handler: JobHandler<K>,
  delivery: JobDelivery,
): Promise<JobOutcome> {
  const { orgId, jobId } = delivery;
  const actor: JobRun<K>['actor'] = { kind: 'system', orgId, userId: null, orgRoles: [] };
  const runId = deps.ids.next();
  const row = await deps.db.transaction({ orgId, userId: null }, (t) =>
    t.jobs.begin(jobId, runId, deps.clock.now(), ALIVE_MS),
  );
  if (row === null) return endIfCancelled(deps, actor, jobId);

  const log = { orgId, jobId, kind, attempt: row.attempt };
  const parsed = jobCatalog[kind].payload.safeParse(row.payload);
  const ended = { ...asEnded(row), kind };
  const fail = async (failure: JobFailure): Promise<JobOutcome> =>
    (await endJob(deps, actor, runId, ended, { status: 'FAILED', failure })) ? 'failed' : 'skipped';

  if (row.kind !== kind || !parsed.success) {
    const what = parsed.success
      ? `it is ${row.kind}`
      : parsed.error.issues.map((each) => each.message).join('; ');
    deps.log.error({ ...log, what }, 'A job could not be read.');
    return fail({
      ...failureOf(new AssayError('bad-input', `The order of this job could not be read: ${what}.`), ended),
      kept: 'Nothing was begun.',
      next: 'Order it again from where it was ordered.',
    });
  }
  if (row.attempt > jobCatalog[kind].attempts + MAX_LOSSES) {
    deps.log.error(log, 'A job was given up: too many workers were lost with it.');
    return fail({
      ...failureOf(null, ended),
      message: `The worker was lost ${MAX_LOSSES} times while it was at this job.`,
      next: 'It may need more memory than there is: try a smaller input or a larger machine, then retry it.',
    });
  }

  const attempt: Attempt = { actor, row, runId };
  const pulse = startPulse(deps, { orgId, jobId, runId, signal: delivery.signal });
  const run: JobRun<K> = {
    actor,
    job: {
      ...ended,
      orgId,
      payload: parsed.data as JobRun<K>['job']['payload'],
    },
    signal: pulse.signal,
    progress: pulse.progress,
    throwIfStopped: () => pulse.signal.throwIfAborted(),
    requireMine: async (t) => {
      const now = await t.jobs.get(jobId);
      if (now?.runId !== runId) throw new JobStopped('taken over');
    },
    step: (name, work) => rememberedStep(deps, attempt, pulse, name, work),
    order: (name, order) => orderOnce(deps, attempt, name, order),
  };
  try {
    const result = await handler(run);
    await pulse.stop();
    return (await endJob(deps, actor, runId, ended, { status: 'SUCCEEDED', result }))
      ? 'succeeded'
      : 'skipped';
  } catch (thrown) {
    await pulse.stop();
    const reason: unknown = pulse.signal.reason;
    // Whatever a handler throws once it was told to stop is the stopping.
    const stopped = thrown instanceof JobStopped ? thrown : reason instanceof JobStopped ? reason : null;
    if (stopped?.why === 'taken over') return 'skipped';
    if (stopped?.why === 'cancelled') {
      return (await endJob(deps, actor, runId, ended, { status: 'CANCELLED' })) ? 'cancelled' : 'skipped';
    }
    if (stopped?.why === 'closing') {
      const back = await deps.db.transaction({ orgId, userId: null }, (t) => t.jobs.handBack(jobId, runId));
      return back ? 'handed-back' : 'skipped';
    }
    const failure = failureOf(thrown, ended);
    if (failure.code === 'internal') deps.log.error({ ...log, err: thrown }, 'A job met an error.');
    if (delivery.lastAttempt || isFinalFailure(failure)) return fail(failure);
    const waits = await deps.db.transaction({ orgId, userId: null }, (t) =>
      t.jobs.waitForRetry(jobId, runId, failure),
    );
    return waits ? 'retry' : 'skipped';
  }
}

function asEnded(row: JobRow) {
  return {
    id: row.id,
    projectId: row.projectId,
    subject: { type: row.subjectType, id: row.subjectId },
    createdBy: row.createdBy,
    attempt: row.attempt,
    createdAt: row.createdAt,
  };
}

/** A delivered job that nobody runs may have been cancelled meanwhile: then this is where it ends. */
async function endIfCancelled(
  deps: Deps,
  actor: JobRun<JobKind>['actor'],
  jobId: string,
): Promise<JobOutcome> {
  const ended = await commandIfAny(deps, actor, async (context) => {
    if (!(await context.t.jobs.endCancelled(jobId, deps.clock.now(), ALIVE_MS))) return null;
    const row = await context.t.jobs.get(jobId);
    const kind = jobKind.safeParse(row?.kind);
    if (row === null || !kind.success) return null;
    await recordJobEnd(deps, context, { ...asEnded(row), kind: kind.data }, { status: 'CANCELLED' });
    return true;
  });
  return ended === null ? 'skipped' : 'cancelled';
}

type Attempt = { actor: JobRun<JobKind>['actor']; row: JobRow; runId: string };

/** Holds the job's row for this transaction, so that nothing is written by an attempt that was taken over. */
async function holdAttempt(t: Repositories, { row, runId }: Attempt): Promise<void> {
  if ((await t.jobs.beat(row.id, runId, null)) === null) throw new JobStopped('taken over');
}

async function rememberedStep<T extends JsonValue>(
  deps: Deps,
  attempt: Attempt,
  pulse: JobPulse,
  name: string,
  work: () => Promise<T>,
): Promise<T> {
  const { actor, row } = attempt;
  pulse.signal.throwIfAborted();
  const known = await query(deps, actor, (t) => t.jobs.step(row.id, name));
  if (known !== null) return known.result as T;
  const result = await work();
  // Finished work is remembered even when the job has to stop now.
  await query(deps, actor, async (t) => {
    await holdAttempt(t, attempt);
    await t.jobs.finishStep(row.id, name, result as Prisma.InputJsonValue);
  });
  pulse.signal.throwIfAborted();
  return result;
}

/** The order and the memory of it are one transaction. */
async function orderOnce<J extends JobKind>(
  deps: Deps,
  attempt: Attempt,
  name: string,
  order: JobOrder<J>,
): Promise<string> {
  const { actor, row } = attempt;
  const step = `order:${name}`;
  const known = await query(deps, actor, (t) => t.jobs.step(row.id, step));
  if (known !== null) return String(known.result);
  const id = deps.ids.next();
  return command(deps, actor, async ({ t, record }) => {
    await holdAttempt(t, attempt);
    await t.jobs.create({
      id,
      outboxId: deps.ids.next(),
      kind: order.kind,
      payload: order.payload as Prisma.InputJsonValue,
      projectId: order.projectId,
      subjectType: order.subject.type,
      subjectId: order.subject.id,
      region: row.region,
      unit: jobCatalog[order.kind].unit,
      // Whoever ordered the first job is told about those that follow from it.
      createdBy: row.createdBy,
    });
    await t.jobs.finishStep(row.id, step, id);
    await record({
      action: 'job.ordered',
      object: { type: 'job', id },
      projectId: order.projectId,
      details: { kind: order.kind, by: row.id },
      alsoTouched: [order.subject, { type: 'job', id: row.id }],
    });
    return id;
  });
}
