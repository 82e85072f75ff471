import { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';
import { type ProjectVisibility, visibleProjectIds } from './projects.ts';

export type NewJob = {
  id: string;
  outboxId: string;
  kind: string;
  payload: Prisma.InputJsonValue;
  projectId: string | null;
  subjectType: string;
  subjectId: string;
  region: string;
  unit: string;
  createdBy: string | null;
  priority?: number;
  /** Not before so many milliseconds from now; at once without it. */
  afterMs?: number;
};

export type JobFilter = {
  status?: string | undefined;
  kind?: string | undefined;
  projectId?: string | undefined;
  subjectId?: string | undefined;
};

/** Jobs of projects that the person sees, and those without a project that they ordered themselves. */
export type JobVisibility = { projects: ProjectVisibility; userId: string | null };

const OPEN = ['QUEUED', 'RUNNING'];

/** Job rows are the truth about jobs; the queue is only how they travel. */
export function createJobRepository({ t, orgId }: RepositoryContext) {
  const send = (job: { id: string; kind: string; region: string }, outboxId: string, priority = 0) =>
    t.outbox.create({
      data: { id: outboxId, orgId, jobId: job.id, kind: job.kind, region: job.region, priority },
    });

  /** By the database's own time, which is what the dispatcher goes by. */
  const sendLater = (job: { id: string; kind: string; region: string }, outboxId: string, afterMs: number) =>
    t.$executeRaw`
      INSERT INTO outbox (id, org_id, job_id, kind, region, available_at)
      VALUES (${outboxId}::uuid, ${orgId}::uuid, ${job.id}::uuid, ${job.kind}, ${job.region},
              now() + make_interval(secs => ${afterMs / 1000}::float8))`;

  const visible = async (who: JobVisibility) => ({
    OR: [
      { projectId: { in: await visibleProjectIds(t, orgId, who.projects) } },
      ...(who.userId === null ? [] : [{ projectId: null, createdBy: who.userId }]),
    ],
  });

  return {
    /** The job and the outbox row that will carry it, in the caller's transaction. */
    create: async ({ outboxId, priority, afterMs = 0, ...job }: NewJob) => {
      const row = await t.job.create({ data: { ...job, orgId, status: 'QUEUED' } });
      if (afterMs > 0) await sendLater(row, outboxId, afterMs);
      else await send(row, outboxId, priority);
      return row;
    },
    get: (id: string) => t.job.findUnique({ where: { id, orgId } }),
    /** Newest first, of what the person may see; 1 more than `limit` when there are further ones. */
    list: async (who: JobVisibility, filter: JobFilter, limit: number, before: string | null) =>
      t.job.findMany({
        where: {
          orgId,
          ...(await visible(who)),
          ...(filter.status === undefined ? {} : { status: filter.status }),
          ...(filter.kind === undefined ? {} : { kind: filter.kind }),
          ...(filter.projectId === undefined ? {} : { projectId: filter.projectId }),
          ...(filter.subjectId === undefined ? {} : { subjectId: filter.subjectId }),
          ...(before === null ? {} : { id: { lt: before } }),
        },
        orderBy: { id: 'desc' },
        take: limit + 1,
      }),
    countByStatus: async (who: JobVisibility) =>
      t.job.groupBy({ by: ['status'], where: { orgId, ...(await visible(who)) }, _count: true }),
    newestFor: (subjectId: string, kind?: string) =>
      t.job.findFirst({
        where: { orgId, subjectId, ...(kind === undefined ? {} : { kind }) },
        orderBy: { id: 'desc' },
      }),
    openFor: (subjectId: string) =>
      t.job.findMany({ where: { orgId, subjectId, status: { in: OPEN } }, orderBy: { id: 'desc' } }),

    /** Ends every job of the organisation that nobody runs, and asks those that somebody runs to stop. How many. */
    stopAll: async (at: Date, aliveMs: number): Promise<number> =>
      t.$executeRaw`
        UPDATE job SET cancel_requested_at = coalesce(cancel_requested_at, ${at}), revision = revision + 1,
          status = CASE WHEN running THEN status ELSE 'CANCELLED' END,
          finished_at = CASE WHEN running THEN finished_at ELSE ${at} END
        FROM (SELECT id AS job_id,
                     status = 'RUNNING' AND heartbeat_at > now() - make_interval(secs => ${aliveMs / 1000}) AS running
              FROM job WHERE org_id = ${orgId}::uuid AND status IN ('QUEUED', 'RUNNING') FOR UPDATE) AS open
        WHERE org_id = ${orgId}::uuid AND id = open.job_id`,

    /**
     * Takes the job for one attempt. Null when it has ended, was cancelled, or another worker has it: one that gave
     * a sign of life within `aliveMs`. Whoever had it before can no longer write to it.
     */
    begin: async (id: string, runId: string, at: Date, aliveMs: number) => {
      const taken = await t.$executeRaw`
        UPDATE job SET status = 'RUNNING', attempt = attempt + 1, run_id = ${runId}::uuid,
          started_at = coalesce(started_at, ${at}), heartbeat_at = now(), error = NULL, revision = revision + 1
        WHERE org_id = ${orgId}::uuid AND id = ${id}::uuid AND cancel_requested_at IS NULL
          AND (status = 'QUEUED'
            OR (status = 'RUNNING' AND heartbeat_at <= now() - make_interval(secs => ${aliveMs / 1000})))`;
      return taken === 1 ? t.job.findUnique({ where: { id, orgId } }) : null;
    },
    /** A sign of life, with progress where there is news; null when the job is no longer this attempt's. */
    beat: async (
      id: string,
      runId: string,
      p: { stage: string; done: bigint; total: bigint | null; rate: number | null } | null,
    ): Promise<{ cancelRequested: boolean } | null> => {
      const rows = await t.$queryRaw<{ cancelRequested: boolean }[]>`
        UPDATE job SET heartbeat_at = now()
          ${
            p === null
              ? Prisma.empty
              : Prisma.sql`, stage = ${p.stage}, done = ${p.done}, total = ${p.total}, rate = ${p.rate}`
          }
        WHERE org_id = ${orgId}::uuid AND id = ${id}::uuid AND run_id = ${runId}::uuid AND status = 'RUNNING'
        RETURNING cancel_requested_at IS NOT NULL AS "cancelRequested"`;
      return rows[0] ?? null;
    },
    /** Ends this attempt's job; false when it is no longer this attempt's. */
    end: async (
      id: string,
      runId: string,
      end: {
        status: 'SUCCEEDED' | 'FAILED' | 'CANCELLED';
        at: Date;
        result?: Prisma.InputJsonValue;
        error?: Prisma.InputJsonValue;
      },
    ): Promise<boolean> => {
      const { count } = await t.job.updateMany({
        where: { id, orgId, runId, status: 'RUNNING' },
        data: {
          status: end.status,
          finishedAt: end.at,
          ...(end.result === undefined ? {} : { result: end.result }),
          ...(end.error === undefined ? {} : { error: end.error }),
          revision: { increment: 1 },
        },
      });
      return count === 1;
    },
    /** Ends a job that nobody runs and somebody asked to cancel; false when there is no such job. */
    endCancelled: async (id: string, at: Date, aliveMs: number): Promise<boolean> => {
      const ended = await t.$executeRaw`
        UPDATE job SET status = 'CANCELLED', finished_at = ${at}, revision = revision + 1
        WHERE org_id = ${orgId}::uuid AND id = ${id}::uuid AND cancel_requested_at IS NOT NULL
          AND (status = 'QUEUED'
            OR (status = 'RUNNING' AND heartbeat_at <= now() - make_interval(secs => ${aliveMs / 1000})))`;
      return ended === 1;
    },
    /** The attempt failed and another will come. */
    waitForRetry: async (id: string, runId: string, error: Prisma.InputJsonValue): Promise<boolean> => {
      const waits = await t.$executeRaw`
        UPDATE job SET status = 'QUEUED', run_id = NULL, error = ${JSON.stringify(error)}::jsonb,
          heartbeat_at = now(), revision = revision + 1
        WHERE org_id = ${orgId}::uuid AND id = ${id}::uuid AND run_id = ${runId}::uuid AND status = 'RUNNING'`;
      return waits === 1;
    },
    /** The worker must stop: the attempt does not count, and another worker may begin at once. */
    handBack: async (id: string, runId: string): Promise<boolean> => {
      const back = await t.$executeRaw`
        UPDATE job SET status = 'QUEUED', run_id = NULL, attempt = attempt - 1, heartbeat_at = now(),
          revision = revision + 1
        WHERE org_id = ${orgId}::uuid AND id = ${id}::uuid AND run_id = ${runId}::uuid AND status = 'RUNNING'`;
      return back === 1;
    },
    requestCancel: async (id: string, at: Date): Promise<boolean> => {
      const { count } = await t.job.updateMany({
        where: { id, orgId, status: { in: OPEN }, cancelRequestedAt: null },
        data: { cancelRequestedAt: at, revision: { increment: 1 } },
      });
      return count === 1;
    },
    /**
     * Opens a failed or cancelled job again and sends it; finished steps are kept. One that was asked to stop and has
     * not ended yet is taken from its worker, which can no longer write to it.
     */
    reopen: async (id: string, outboxId: string): Promise<boolean> => {
      const { count } = await t.job.updateMany({
        where: {
          id,
          orgId,
          OR: [
            { status: { in: ['FAILED', 'CANCELLED'] } },
            { status: { in: OPEN }, cancelRequestedAt: { not: null } },
          ],
        },
        data: {
          status: 'QUEUED',
          attempt: 0,
          runId: null,
          startedAt: null,
          finishedAt: null,
          done: 0,
          total: null,
          rate: null,
          stage: null,
          cancelRequestedAt: null,
          heartbeatAt: null,
          revision: { increment: 1 },
        },
      });
      if (count !== 1) return false;
      await send(await t.job.findUniqueOrThrow({ where: { id, orgId } }), outboxId);
      return true;
    },
    visibleAmong: async (who: JobVisibility, ids: readonly string[]) =>
      t.job.findMany({
        where: { orgId, id: { in: [...ids] }, ...(await visible(who)) },
        orderBy: { id: 'desc' },
      }),
    steps: (jobId: string) =>
      t.jobStep.findMany({
        where: { orgId, jobId },
        select: { name: true, finishedAt: true },
        orderBy: [{ finishedAt: 'asc' }, { name: 'asc' }],
      }),
    step: async (jobId: string, name: string) =>
      t.jobStep.findUnique({ where: { orgId_jobId_name: { orgId, jobId, name } } }),
    finishStep: (jobId: string, name: string, result: Prisma.InputJsonValue) =>
      t.jobStep.upsert({
        where: { orgId_jobId_name: { orgId, jobId, name } },
        create: { orgId, jobId, name, result },
        update: { result },
      }),
  };
}
