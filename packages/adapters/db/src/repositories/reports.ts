import type { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

export type NewReport = {
  id: string;
  projectId: string;
  runId: string | null;
  name: string;
  subjects: Prisma.InputJsonValue;
  question: Prisma.InputJsonValue;
  policyRef: string;
  createdBy: string;
};

/** Reports, and how they were judged. */
export function createReportRepository({ t, orgId }: RepositoryContext) {
  return {
    create: (row: NewReport) => t.report.create({ data: { ...row, orgId, status: 'QUEUED' } }),
    get: (id: string) => t.report.findUnique({ where: { id, orgId, deletedAt: null } }),
    list: (projectId: string, filter: { runId?: string | undefined }, limit: number, before: string | null) =>
      t.report.findMany({
        where: {
          orgId,
          projectId,
          deletedAt: null,
          ...(filter.runId === undefined ? {} : { runId: filter.runId }),
          ...(before === null ? {} : { id: { lt: before } }),
        },
        orderBy: { id: 'desc' },
        take: limit + 1,
      }),
    ofRuns: (runIds: readonly string[]) =>
      t.report.findMany({
        where: { orgId, runId: { in: [...runIds] }, deletedAt: null },
        orderBy: { id: 'desc' },
        select: { id: true, runId: true, status: true, verdict: true, summary: true, createdAt: true },
      }),
    /** Moves a report from one of `from`; false when it is elsewhere by now. */
    move: async (
      id: string,
      from: readonly string[],
      change: Prisma.ReportUpdateManyMutationInput,
    ): Promise<boolean> => {
      const { count } = await t.report.updateMany({
        where: { id, orgId, status: { in: [...from] } },
        data: { ...change, revision: { increment: 1 } },
      });
      return count === 1;
    },
    clearFailure: (id: string) =>
      t.$executeRaw`UPDATE report SET failure = NULL WHERE org_id = ${orgId}::uuid AND id = ${id}::uuid`,
    addJudgement: (row: {
      id: string;
      reportId: string;
      policyRef: string;
      policy: Prisma.InputJsonValue;
      gates: Prisma.InputJsonValue;
      verdict: string;
      createdBy: string | null;
    }) => t.judgement.create({ data: { ...row, orgId } }),
    judgements: (reportId: string) =>
      t.judgement.findMany({ where: { orgId, reportId }, orderBy: { id: 'desc' }, take: 200 }),
    judgement: (id: string) => t.judgement.findUnique({ where: { id, orgId } }),
  };
}
