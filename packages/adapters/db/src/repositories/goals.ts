import { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

export type FigureOfReport = {
  id: string;
  reportId: string;
  reportName: string;
  runId: string | null;
  value: number | null;
  reason: string | null;
  low: number | null;
  high: number | null;
  n: bigint;
  at: Date;
};

/** What projects want, and the figures of their reports that say how far they are. */
export function createGoalRepository({ t, orgId }: RepositoryContext) {
  return {
    create: (row: {
      id: string;
      projectId: string;
      name: string;
      metric: string;
      slice: Prisma.InputJsonValue;
      sliceKey: string;
      comparator: string;
      target: number;
      baseline: Prisma.InputJsonValue | null;
      due: string | null;
      blocking: boolean;
      createdBy: string;
    }) => {
      const { baseline, ...rest } = row;
      return t.goal.create({ data: { ...rest, ...(baseline === null ? {} : { baseline }), orgId } });
    },
    get: (id: string) => t.goal.findUnique({ where: { id, orgId, deletedAt: null } }),
    /** Also when it is in the trash. */
    getAny: (id: string) => t.goal.findUnique({ where: { id, orgId } }),
    list: (projectId: string) =>
      t.goal.findMany({
        where: { orgId, projectId, deletedAt: null },
        orderBy: { id: 'asc' },
        take: 200,
      }),
    /** False when the revision is stale. */
    update: async (
      id: string,
      revision: number,
      change: Omit<Prisma.GoalUpdateManyMutationInput, 'baseline'>,
      baseline: Prisma.InputJsonValue | null,
    ): Promise<boolean> => {
      const { count } = await t.goal.updateMany({
        where: { id, orgId, revision, deletedAt: null },
        data: { ...change, baseline: baseline ?? Prisma.DbNull, revision: { increment: 1 } },
      });
      return count === 1;
    },
    trash: async (id: string, by: string | null, at: Date): Promise<boolean> => {
      const { count } = await t.goal.updateMany({
        where: { id, orgId, deletedAt: null },
        data: { deletedAt: at, deletedBy: by, revision: { increment: 1 } },
      });
      return count === 1;
    },
    restore: async (id: string): Promise<boolean> => {
      const { count } = await t.goal.updateMany({
        where: { id, orgId, deletedAt: { not: null } },
        data: { deletedAt: null, deletedBy: null, revision: { increment: 1 } },
      });
      return count === 1;
    },
    /** Goals of these projects (null is all) whose day is before `today`. */
    dueBefore: (projects: readonly string[] | null, today: string) =>
      t.goal.findMany({
        where: {
          orgId,
          deletedAt: null,
          due: { lt: today },
          project: { deletedAt: null },
          ...(projects === null ? {} : { projectId: { in: [...projects] } }),
        },
        orderBy: [{ due: 'asc' }, { id: 'asc' }],
        take: 50,
      }),
    /**
     * One figure over the finished reports of a project, newest first, or of one report. Those of final validations are
     * read only by name: whoever iterates must not see the test rows.
     */
    figures: (
      projectId: string,
      metric: string,
      sliceKey: string,
      limit: number,
      reportId: string | null,
    ): Promise<FigureOfReport[]> => t.$queryRaw<FigureOfReport[]>`
      SELECT m.id, r.id AS "reportId", r.name AS "reportName", r.run_id AS "runId", m.value, m.reason, m.low, m.high, m.n, m.at
      FROM measurement m JOIN report r ON r.org_id = m.org_id AND r.id = m.subject_id
      WHERE m.org_id = ${orgId}::uuid AND m.subject_type = 'report' AND m.metric = ${metric}
        AND m.slice_key = ${sliceKey} AND r.project_id = ${projectId}::uuid AND r.status = 'READY' AND r.deleted_at IS NULL
        AND (CASE WHEN ${reportId}::text IS NULL THEN r.release_id IS NULL ELSE r.id::text = ${reportId} END)
      ORDER BY m.id DESC LIMIT ${limit}`,
  };
}
