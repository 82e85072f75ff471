import { AssayError } from '@assay/contracts';
import { createDb } from '@assay/db';
import { createQueue, type Queue } from '@assay/queue';
import { eventually } from '@assay/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { command } from '../frame/command.ts';
import { listEvents } from '../ledger/list-events.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { cancelJob } from './cancel-job.ts';
import { dispatchOutbox } from './dispatch-outbox.ts';
import { getJob } from './get-job.ts';
import { jobCounts } from './job-counts.ts';
import type { JobHandler } from './job-run.ts';
import { listJobs } from './list-jobs.ts';
import { retryJob } from './retry-job.ts';
import { reviveJobs } from './revive-jobs.ts';
import { type JobOutcome, runJob } from './run-job.ts';
import { watchJobs } from './watch-jobs.ts';

let env: TestDeps;
let owner: UserActor;
let orgId: string;
let projectId: string;
beforeAll(async () => {
  env = await createTestDeps();
});
afterAll(() => env.close());
beforeEach(async () => {
  ({ owner, orgId } = await env.organisation());
  projectId = await env.project(owner);
});

/** Orders a job as a use case would. */
async function order(by: UserActor = owner, project: string | null = projectId): Promise<string> {
  return command(env.deps, by, async (context) => {
    const versionId = env.deps.ids.next();
    const subject = { type: 'source-version', id: versionId };
    await context.record({ action: 'test.ordered', object: subject, projectId: project });
    return context.order({ kind: 'source.measure', payload: { versionId }, subject, projectId: project });
  });
}

function deliver(
  jobId: string,
  handler: JobHandler<'source.measure'>,
  more: { lastAttempt?: boolean; signal?: AbortSignal } = {},
): Promise<JobOutcome> {
  const { lastAttempt = false, signal = new AbortController().signal } = more;
  return runJob(env.deps, 'source.measure', handler, { orgId, jobId, lastAttempt, signal });
}

async function asOwnerOfDatabase(sql: string): Promise<void> {
  const db = createDb({ appUrl: env.ownerUrl, systemUrl: env.ownerUrl, poolSize: 1 });
  await db.identity.$executeRawUnsafe(sql);
  await db.close();
}

const actions = async (objectId: string): Promise<string[]> =>
  (await listEvents(env.deps, owner, { objectId, limit: 50, before: null })).events
    .map((event) => event.action)
    .reverse();

const nobodyCalls: JobHandler<'source.measure'> = async () => {
  throw new Error('This handler must not be called.');
};

describe('one delivery', () => {
  test('succeeds with its result, on record', async () => {
    const jobId = await order();
    const outcome = await deliver(jobId, async (run) => {
      expect(run.actor).toEqual({ kind: 'system', orgId, userId: null, orgRoles: [] });
      expect(run.job).toMatchObject({ id: jobId, projectId, attempt: 1, createdBy: owner.userId });
      await run.progress({ stage: 'measuring', done: 3, total: 4 });
      return { columns: 4 };
    });
    expect(outcome).toBe('succeeded');
    expect(await getJob(env.deps, owner, jobId)).toMatchObject({
      status: 'SUCCEEDED',
      result: { columns: 4 },
      stage: 'measuring',
      done: 3,
      total: 4,
      attempt: 1,
      orderedBy: { id: owner.userId, name: 'Test Owner' },
    });
    expect(await actions(jobId)).toEqual(['job.succeeded']);
    expect(await deliver(jobId, nobodyCalls)).toBe('skipped');
  });

  test('waits for another try after an error, and fails at the last one without telling internals', async () => {
    const jobId = await order();
    const broken: JobHandler<'source.measure'> = async () => {
      throw new Error('password=hunter2 at /srv/data');
    };
    expect(await deliver(jobId, broken)).toBe('retry');
    expect(await getJob(env.deps, owner, jobId)).toMatchObject({
      status: 'QUEUED',
      failure: { code: 'internal' },
    });
    expect(await deliver(jobId, broken, { lastAttempt: true })).toBe('failed');
    const job = await getJob(env.deps, owner, jobId);
    expect(job).toMatchObject({ status: 'FAILED', attempt: 2, failure: { code: 'internal' } });
    expect(JSON.stringify(job)).not.toContain('hunter2');
    expect(job.failure?.next).toContain(jobId);
    expect(await actions(jobId)).toEqual(['job.failed']);
  });

  test('is not tried again where that changes nothing, and says what was kept and what to do', async () => {
    const jobId = await order();
    const outcome = await deliver(jobId, async () => {
      throw new AssayError('bad-input', 'Row 7 has no end.', { kept: 'The file is kept.', next: 'Mend it.' });
    });
    expect(outcome).toBe('failed');
    expect((await getJob(env.deps, owner, jobId)).failure).toEqual({
      type: 'assay.job-failure',
      version: 1,
      code: 'bad-input',
      message: 'Row 7 has no end.',
      kept: 'The file is kept.',
      next: 'Mend it.',
    });
  });

  test('fails clearly when its order cannot be read', async () => {
    const jobId = await order();
    await asOwnerOfDatabase(`UPDATE job SET payload = '{"versionId": 7}' WHERE id = '${jobId}'`);
    expect(await deliver(jobId, nobodyCalls)).toBe('failed');
    expect((await getJob(env.deps, owner, jobId)).failure).toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining('could not be read'),
    });
  });

  test('remembers finished steps and what it ordered, across attempts and retries', async () => {
    const jobId = await order();
    const ran: string[] = [];
    let failing = true;
    const handler: JobHandler<'source.measure'> = async (run) => {
      const first = await run.step('first', async () => {
        ran.push('first');
        return { rows: 12 };
      });
      const next = await run.order('next', {
        kind: 'source.measure',
        payload: { versionId: run.job.payload.versionId },
        subject: run.job.subject,
        projectId: run.job.projectId,
      });
      await run.step('second', async () => {
        ran.push('second');
        if (failing) throw new Error('on purpose');
        return null;
      });
      return { rows: first.rows, next };
    };
    expect(await deliver(jobId, handler)).toBe('retry');
    expect(await deliver(jobId, handler, { lastAttempt: true })).toBe('failed');
    failing = false;
    await retryJob(env.deps, owner, jobId);
    expect(await deliver(jobId, handler)).toBe('succeeded');
    expect(ran).toEqual(['first', 'second', 'second', 'second']);

    const job = await getJob(env.deps, owner, jobId);
    expect(job.steps.map((step) => step.name)).toEqual(['first', 'order:next', 'second']);
    const { jobs } = await listJobs(env.deps, owner, { limit: 10, before: null });
    expect(jobs.map((each) => each.id).sort()).toEqual([jobId, (job.result as { next: string }).next].sort());
    expect(await actions(jobId)).toEqual(['job.ordered', 'job.failed', 'job.retried', 'job.succeeded']);
  });

  test('is left to the worker that is at it, and taken over from one that went silent', async () => {
    const jobId = await order();
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let firstSignal: AbortSignal | undefined;
    const first = deliver(jobId, async (run) => {
      firstSignal = run.signal;
      await held;
      return 'first';
    });
    await eventually(() => expect(firstSignal).toBeDefined());
    expect(await deliver(jobId, nobodyCalls)).toBe('skipped');

    // As if the first worker had been suspended for long: the next one takes the job, and the first cannot end it.
    await asOwnerOfDatabase(
      `UPDATE job SET heartbeat_at = now() - interval '1 minute' WHERE id = '${jobId}'`,
    );
    expect(await deliver(jobId, async () => 'second')).toBe('succeeded');
    await eventually(() => expect(firstSignal?.aborted).toBe(true));
    release();
    expect(await first).toBe('skipped');
    expect((await getJob(env.deps, owner, jobId)).result).toBe('second');
    expect(await actions(jobId)).toEqual(['job.succeeded']);
  });

  test('gives a sign of life while a step runs that reports nothing', async () => {
    const jobId = await order();
    let release: () => void = () => undefined;
    const held = new Promise<null>((resolve) => {
      release = () => resolve(null);
    });
    const running = deliver(jobId, (run) => run.step('long', () => held));
    await eventually(async () => expect((await getJob(env.deps, owner, jobId)).status).toBe('RUNNING'));
    await asOwnerOfDatabase(
      `UPDATE job SET heartbeat_at = now() - interval '1 minute' WHERE id = '${jobId}'`,
    );
    // Only a heartbeat that came after that keeps another worker away.
    await eventually(async () =>
      expect(await reviveJobs(env.deps, { silentMs: 30_000, waitingMs: 1e9 })).toBe(0),
    );
    await eventually(async () =>
      expect(await env.deps.db.transaction({ orgId, userId: null }, (t) => t.jobs.get(jobId))).toMatchObject({
        heartbeatAt: expect.toSatisfy((at: Date) => Date.now() - at.getTime() < 30_000),
      }),
    );
    release();
    expect(await running).toBe('succeeded');
  });

  test('goes back to wait when the worker must stop, without counting as a try', async () => {
    const jobId = await order();
    const closing = new AbortController();
    const outcome = deliver(
      jobId,
      async (run) => {
        await run.step('first', async () => 1);
        closing.abort();
        run.throwIfStopped();
        return null;
      },
      { signal: closing.signal },
    );
    expect(await outcome).toBe('handed-back');
    expect(await getJob(env.deps, owner, jobId)).toMatchObject({
      status: 'QUEUED',
      attempt: 0,
      failure: null,
    });
    expect(await deliver(jobId, async (run) => run.step('first', async () => 2))).toBe('succeeded');
    expect(await getJob(env.deps, owner, jobId)).toMatchObject({ result: 1, attempt: 1 });
  });

  test('is given up when it loses worker after worker', async () => {
    const jobId = await order();
    await asOwnerOfDatabase(`UPDATE job SET attempt = 8 WHERE id = '${jobId}'`);
    expect(await deliver(jobId, nobodyCalls)).toBe('failed');
    expect((await getJob(env.deps, owner, jobId)).failure?.message).toContain('worker was lost');
  });
});

describe('cancelling', () => {
  test('stops a job in the middle, keeps its finished steps, and a retry goes on', async () => {
    const jobId = await order();
    let inLoop = false;
    const outcome = deliver(jobId, async (run) => {
      await run.step('first', async () => 'kept');
      for (let done = 0; ; done += 1) {
        inLoop = true;
        await run.progress({ stage: 'counting', done, total: null });
        await new Promise((resolve) => setImmediate(resolve));
      }
    });
    await eventually(() => expect(inLoop).toBe(true));
    expect(await cancelJob(env.deps, owner, jobId)).toEqual({ ended: false });
    await expect(cancelJob(env.deps, owner, jobId)).rejects.toMatchObject({ code: 'conflict' });
    expect(await outcome).toBe('cancelled');
    expect(await actions(jobId)).toEqual(['job.cancelRequested', 'job.cancelled']);
    await retryJob(env.deps, owner, jobId);
    await expect(retryJob(env.deps, owner, jobId)).rejects.toMatchObject({ code: 'conflict' });
    expect(await deliver(jobId, async (run) => run.step('first', async () => 'new'))).toBe('succeeded');
    expect((await getJob(env.deps, owner, jobId)).result).toBe('kept');
  });

  test('ends a waiting job at once, and its delivery finds nothing to do', async () => {
    const jobId = await order();
    expect(await cancelJob(env.deps, owner, jobId)).toEqual({ ended: true });
    expect(await deliver(jobId, nobodyCalls)).toBe('skipped');
    expect((await getJob(env.deps, owner, jobId)).status).toBe('CANCELLED');
    expect(await actions(jobId)).toEqual(['job.cancelRequested', 'job.cancelled']);
    await expect(cancelJob(env.deps, owner, jobId)).rejects.toMatchObject({ code: 'conflict' });
  });

  test('ends a job whose worker is gone with the next delivery', async () => {
    const jobId = await order();
    await asOwnerOfDatabase(
      `UPDATE job SET status = 'RUNNING', heartbeat_at = now(), run_id = gen_random_uuid() WHERE id = '${jobId}'`,
    );
    expect(await cancelJob(env.deps, owner, jobId)).toEqual({ ended: false });
    await asOwnerOfDatabase(
      `UPDATE job SET heartbeat_at = now() - interval '1 minute' WHERE id = '${jobId}'`,
    );
    expect(await deliver(jobId, nobodyCalls)).toBe('cancelled');
  });
});

describe('who hears of it', () => {
  const unread = (actor: UserActor) =>
    env.deps.db.transaction({ orgId, userId: actor.userId }, (t) =>
      t.notifications.list(actor.userId, 10, null),
    );

  test('a failure is told at once, a success only to whoever had to wait', async () => {
    const quick = await order();
    await deliver(quick, async () => null);
    expect(await unread(owner)).toEqual([]);
    const slow = await order();
    env.setNow(new Date(Date.now() + 60_000));
    await deliver(slow, async () => null);
    env.setNow(null);
    const failed = await order();
    await deliver(failed, async () => Promise.reject(new AssayError('bad-input', 'No rows.')));
    expect((await unread(owner)).map((each) => [each.kind, each.link])).toEqual([
      ['job.failed', `/jobs/${failed}`],
      ['job.succeeded', `/jobs/${slow}`],
    ]);
  });

  test('a list, a count and a stream hold only what a person may see', async () => {
    const member = await env.member(orgId, ['member']);
    const [visible, hidden] = [await env.project(owner), await env.project(owner)];
    await env.inProject(visible, member, ['annotator']);
    const stop = new AbortController();
    const heard: string[] = [];
    const watching = (async () => {
      for await (const news of watchJobs(env.deps, member, stop.signal)) {
        if (news.kind === 'jobs') heard.push(...news.jobs.map((job) => job.id));
      }
    })();
    // Listening begins a moment after watching: order until it is heard.
    const first = await eventually(async () => {
      const id = await order(owner, visible);
      await eventually(() => expect(heard).toContain(id), { timeout: 500 });
      return id;
    });
    const secret = await order(owner, hidden);
    const personal = await order(owner, null);
    const last = await order(owner, visible);
    await eventually(() => expect(heard).toContain(last));
    stop.abort();
    await watching;
    expect(heard).not.toContain(secret);
    expect(heard).not.toContain(personal);

    const { jobs } = await listJobs(env.deps, member, { limit: 100, before: null });
    expect(jobs.map((job) => job.id)).toEqual(expect.arrayContaining([first, last]));
    expect(jobs.map((job) => job.projectId)).toEqual(jobs.map(() => visible));
    expect((await jobCounts(env.deps, member)).QUEUED).toBe(jobs.length);
    expect((await jobCounts(env.deps, owner)).QUEUED).toBe(jobs.length + 2);
    const other = await env.organisation();
    expect((await listJobs(env.deps, other.owner, { limit: 10, before: null })).jobs).toEqual([]);
    await expect(getJob(env.deps, other.owner, first)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('pages through jobs and filters them', async () => {
    const ids = [await order(), await order(), await order()];
    await deliver(ids[0] ?? '', async () => null);
    const first = await listJobs(env.deps, owner, { limit: 2, before: null });
    const second = await listJobs(env.deps, owner, { limit: 2, before: first.next });
    expect([...first.jobs, ...second.jobs].map((job) => job.id)).toEqual([...ids].reverse());
    expect(second.next).toBeNull();
    const done = await listJobs(env.deps, owner, { status: 'SUCCEEDED', limit: 9, before: null });
    expect(done.jobs.map((job) => job.id)).toEqual([ids[0]]);
  });
});

describe('the outbox', () => {
  let queue: Queue;
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  beforeAll(async () => {
    queue = await createQueue({ region: 'local', log: silent, databaseUrl: env.queueUrl });
  });
  afterAll(() => queue.close({ graceMs: 0 }));

  test('reaches the queue once, however many dispatchers there are and wherever one dies', async () => {
    await dispatchOutbox(env.deps, async () => queue);
    const before = await queue.counts('heavy');
    const ids = await Promise.all(Array.from({ length: 40 }, () => order()));
    // Sent, but never marked as sent: the process died in between.
    await expect(
      env.deps.db.system.dispatchOutbox(10, async (rows) => {
        await queue.enqueueMany(
          rows.map((row) => ({
            queue: 'heavy',
            jobId: row.id,
            name: row.kind,
            data: { orgId: row.orgId, jobId: row.jobId },
          })),
        );
        throw new Error('killed here');
      }),
    ).rejects.toThrow('killed here');
    const moved = await Promise.all([1, 2, 3].map(() => dispatchOutbox(env.deps, async () => queue)));
    expect(moved.reduce((sum, each) => sum + each, 0)).toBe(ids.length);
    expect((await queue.counts('heavy')).waiting - before.waiting).toBe(ids.length);

    const ran: string[] = [];
    const worker = await queue.work({
      queue: 'heavy',
      concurrency: 4,
      handlers: { 'source.measure': async (data) => void ran.push((data as { jobId: string }).jobId) },
    });
    await eventually(() => expect(ran).toEqual(expect.arrayContaining(ids)));
    await worker.close();
    expect(ran.filter((id) => ids.includes(id))).toHaveLength(ids.length);
  });

  test('is filled again for a job whose worker went silent or that the queue lost, and for no other', async () => {
    const [running, waiting, fresh, done] = [await order(), await order(), await order(), await order()];
    await deliver(done, async () => null);
    await dispatchOutbox(env.deps, async () => queue);
    await asOwnerOfDatabase(`UPDATE outbox SET dispatched_at = now() - interval '1 hour'`);
    await asOwnerOfDatabase(
      `UPDATE job SET status = 'RUNNING', heartbeat_at = now() - interval '1 minute' WHERE id = '${running}'`,
    );
    await asOwnerOfDatabase(`UPDATE job SET created_at = now() - interval '1 hour' WHERE id = '${waiting}'`);
    await asOwnerOfDatabase(`UPDATE job SET created_at = now() WHERE id = '${fresh}'`);
    const sent: string[] = [];
    await reviveJobs(env.deps);
    await reviveJobs(env.deps);
    await env.deps.db.system.dispatchOutbox(
      1000,
      async (rows) => void sent.push(...rows.map((row) => row.jobId)),
    );
    expect([running, waiting, fresh, done].filter((id) => sent.includes(id))).toEqual([running, waiting]);
    expect(sent.filter((id) => id === running)).toHaveLength(1);
  });
});
