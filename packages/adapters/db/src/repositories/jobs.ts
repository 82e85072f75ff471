import { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './index.ts';

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
};

export type JobFilter = {
  status?: string | undefined;
  kind?: string | undefined;
  projectId?: string | undefined;
  subjectId?: string | undefined;
  /** Null sees all; a list sees only those projects and jobs without one. */
  projects?: readonly string[] | null;
};

const OPEN = ['QUEUED', 'RUNNING'];

/** Job rows are the truth about jobs; the queue is only how they travel. */
export function createJobRepository({ t, orgId }: RepositoryContext) {
  const send = (job: { id: string; kind: string; region: string }, outboxId: string, priority = 0) =>
    t.outbox.create({
      data: { id: outboxId, orgId, jobId: job.id, kind: job.kind, region: job.region, priority },
    });

  return {
    /** The job and the outbox row that will carry it, in the caller's transaction. */
    create: async ({ outboxId, priority, ...job }: NewJob) => {
      const row = await t.job.create({ data: { ...job, orgId, status: 'QUEUED' } });
      await send(row, outboxId, priority);
      return row;
    },
    get: (id: string) => t.job.findUnique({ where: { id, orgId } }),
    list: (filter: JobFilter, limit: number, before: string | null) =>
      t.job.findMany({
        where: {
          orgId,
          ...(filter.status === undefined ? {} : { status: filter.status }),
          ...(filter.kind === undefined ? {} : { kind: filter.kind }),
          ...(filter.projectId === undefined ? {} : { projectId: filter.projectId }),
          ...(filter.subjectId === undefined ? {} : { subjectId: filter.subjectId }),
          ...(filter.projects == null
            ? {}
            : { OR: [{ projectId: { in: [...filter.projects] } }, { projectId: null }] }),
          ...(before === null ? {} : { id: { lt: before } }),
        },
        orderBy: { id: 'desc' },
        take: limit + 1,
      }),
    countByStatus: async (projects: readonly string[] | null) =>
      t.job.groupBy({
        by: ['status'],
        where: { orgId, ...(projects === null ? {} : { projectId: { in: [...projects] } }) },
        _count: true,
      }),
    openFor: (subjectId: string) =>
      t.job.findMany({ where: { orgId, subjectId, status: { in: OPEN } }, orderBy: { id: 'desc' } }),

    /** Takes the job for one attempt; null when it has ended or was cancelled meanwhile. */
    begin: async (id: string, at: Date) => {
      const { count } = await t.job.updateMany({
        where: { id, orgId, status: { in: OPEN }, cancelRequestedAt: null },
        data: {
          status: 'RUNNING',
          attempt: { increment: 1 },
          startedAt: at,
          heartbeatAt: at,
          error: Prisma.DbNull,
          revision: { increment: 1 },
        },
      });
      return count === 1 ? t.job.findUnique({ where: { id, orgId } }) : null;
    },
    /** Records progress; answers whether somebody asked to cancel. */
    progress: async (
      id: string,
      p: { stage: string; done: bigint; total: bigint | null; rate: number | null; at: Date },
    ): Promise<{ cancelRequested: boolean }> => {
      const row = await t.job.update({
        where: { id, orgId },
        data: { stage: p.stage, done: p.done, total: p.total, rate: p.rate, heartbeatAt: p.at },
        select: { cancelRequestedAt: true, status: true },
      });
      return { cancelRequested: row.cancelRequestedAt !== null || row.status !== 'RUNNING' };
    },
    /** Ends an open job; false when it has ended already. */
    end: async (
      id: string,
      end: {
        status: 'SUCCEEDED' | 'FAILED' | 'CANCELLED';
        at: Date;
        result?: Prisma.InputJsonValue;
        error?: Prisma.InputJsonValue;
      },
    ): Promise<boolean> => {
      const { count } = await t.job.updateMany({
        where: { id, orgId, status: { in: OPEN } },
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
    /** An attempt failed and another will come. */
    waitForRetry: (id: string, error: Prisma.InputJsonValue, at: Date) =>
      t.job.updateMany({
        where: { id, orgId, status: 'RUNNING' },
        data: { status: 'QUEUED', error, heartbeatAt: at, revision: { increment: 1 } },
      }),
    requestCancel: async (id: string, at: Date): Promise<boolean> => {
      const { count } = await t.job.updateMany({
        where: { id, orgId, status: { in: OPEN }, cancelRequestedAt: null },
        data: { cancelRequestedAt: at, revision: { increment: 1 } },
      });
      return count === 1;
    },
    /** Opens a failed or cancelled job again and sends it; finished steps are kept. */
    reopen: async (id: string, outboxId: string): Promise<boolean> => {
      const { count } = await t.job.updateMany({
        where: { id, orgId, status: { in: ['FAILED', 'CANCELLED'] } },
        data: {
          status: 'QUEUED',
          finishedAt: null,
          cancelRequestedAt: null,
          heartbeatAt: null,
          revision: { increment: 1 },
        },
      });
      if (count !== 1) return false;
      await send(await t.job.findUniqueOrThrow({ where: { id, orgId } }), outboxId);
      return true;
    },
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
