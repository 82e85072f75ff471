import type { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

export type NewRun = Omit<
  Prisma.RunCreateManyInput,
  'orgId' | 'number' | 'createdAt' | 'revision' | 'status'
>;

/** Runs and their shards. */
export function createRunRepository({ t, orgId }: RepositoryContext) {
  return {
    create: async (row: NewRun) => {
      // The project's row is the lock under which numbers are given.
      await t.$queryRaw`SELECT 1 FROM project WHERE id = ${row.projectId}::uuid AND org_id = ${orgId}::uuid FOR NO KEY UPDATE`;
      const last = await t.run.aggregate({
        where: { orgId, projectId: row.projectId },
        _max: { number: true },
      });
      return t.run.create({
        data: { ...row, orgId, number: (last._max.number ?? 0) + 1, status: 'QUEUED' },
      });
    },
    get: (id: string) => t.run.findUnique({ where: { id, orgId, deletedAt: null } }),
    /** Also when it is in the trash. */
    getAny: (id: string) => t.run.findUnique({ where: { id, orgId } }),
    /** Holds the row until the transaction ends, so that of several shards one is the last. */
    lock: async (id: string) => {
      await t.$queryRaw`SELECT 1 FROM run WHERE id = ${id}::uuid AND org_id = ${orgId}::uuid FOR UPDATE`;
      return t.run.findUnique({ where: { id, orgId } });
    },
    list: (
      projectId: string,
      filter: { recipeId?: string | undefined; sourceId?: string | undefined; status?: string | undefined },
      limit: number,
      before: string | null,
    ) =>
      t.run.findMany({
        where: {
          orgId,
          projectId,
          deletedAt: null,
          ...(filter.recipeId === undefined ? {} : { recipeId: filter.recipeId }),
          ...(filter.sourceId === undefined ? {} : { sourceId: filter.sourceId }),
          ...(filter.status === undefined ? {} : { status: filter.status }),
          ...(before === null ? {} : { id: { lt: before } }),
        },
        orderBy: { id: 'desc' },
        take: limit + 1,
      }),
    /** Runs that have not ended and read one of these sources. */
    openOfSource: (sourceId: string) =>
      t.run.findMany({
        where: {
          orgId,
          sourceId,
          status: { in: ['QUEUED', 'RUNNING', 'GENERATED', 'VALIDATING'] },
        },
      }),
    /** Moves a run from one of `from`; false when it is elsewhere by now. */
    move: async (
      id: string,
      from: readonly string[],
      change: Prisma.RunUpdateManyMutationInput,
    ): Promise<boolean> => {
      const { count } = await t.run.updateMany({
        where: { id, orgId, status: { in: [...from] } },
        data: { ...change, revision: { increment: 1 } },
      });
      return count === 1;
    },
    /** What would miss a run: reports that compare it beside its own, runs ramped up from it, measured baselines. */
    dependents: async (id: string, projectId: string) => {
      const reports = await t.$queryRaw<{ id: string; name: string; own: boolean; open: boolean }[]>`
        SELECT r.id, r.name, r.run_id IS NOT DISTINCT FROM ${id}::uuid AS own,
               r.status IN ('QUEUED', 'RUNNING') AS open
        FROM report r
        WHERE r.org_id = ${orgId}::uuid AND r.project_id = ${projectId}::uuid AND r.deleted_at IS NULL
          AND (r.run_id = ${id}::uuid OR ${id}::text IN (r.subjects #>> '{real,runId}',
            r.subjects #>> '{synthetic,runId}', r.subjects #>> '{unseen,runId}'))
        ORDER BY r.id DESC LIMIT 200`;
      const runs = await t.run.findMany({
        where: { orgId, projectId, pilotId: id, deletedAt: null },
        select: { id: true, number: true, name: true },
        orderBy: { id: 'desc' },
        take: 200,
      });
      const goals = await t.$queryRaw<{ id: string; name: string }[]>`
        SELECT g.id, g.name FROM goal g
        JOIN measurement m ON m.org_id = g.org_id AND m.id::text = g.baseline ->> 'measurementId'
        JOIN report r ON r.org_id = g.org_id AND r.id = m.subject_id AND r.run_id = ${id}::uuid
        WHERE g.org_id = ${orgId}::uuid AND g.project_id = ${projectId}::uuid AND g.deleted_at IS NULL
        ORDER BY g.id LIMIT 200`;
      return { reports, runs, goals };
    },
    /** Puts a run away with the reports that decide on it; false when it is not there or still at work. */
    trash: async (id: string, by: string | null, at: Date): Promise<boolean> => {
      const { count } = await t.run.updateMany({
        where: { id, orgId, deletedAt: null, status: { in: ['READY', 'BLOCKED', 'CANCELLED', 'FAILED'] } },
        data: { deletedAt: at, deletedBy: by, revision: { increment: 1 } },
      });
      await t.report.updateMany({ where: { orgId, runId: id, deletedAt: null }, data: { deletedAt: at } });
      return count === 1;
    },
    restore: async (id: string): Promise<boolean> => {
      const { count } = await t.run.updateMany({
        where: { id, orgId, deletedAt: { not: null } },
        data: { deletedAt: null, deletedBy: null, revision: { increment: 1 } },
      });
      if (count === 1) await t.report.updateMany({ where: { orgId, runId: id }, data: { deletedAt: null } });
      return count === 1;
    },
    clearFailure: (id: string) =>
      t.$executeRaw`UPDATE run SET failure = NULL WHERE org_id = ${orgId}::uuid AND id = ${id}::uuid`,
    /** What an imported run was made from may be told anew; not its state. */
    setImported: (id: string, imported: Prisma.InputJsonValue) =>
      t.run.update({ where: { id, orgId }, data: { imported, revision: { increment: 1 } } }),

    planShards: async (
      runId: string,
      shards: ReadonlyArray<{ index: number; fromRow: bigint; toRow: bigint }>,
    ) => {
      await t.runShard.createMany({
        data: shards.map((shard) => ({ ...shard, orgId, runId })),
        skipDuplicates: true,
      });
    },
    shard: (runId: string, index: number) =>
      t.runShard.findUnique({ where: { orgId_runId_index: { orgId, runId, index } } }),
    shards: (runId: string) => t.runShard.findMany({ where: { orgId, runId }, orderBy: { index: 'asc' } }),
    finishShard: (
      runId: string,
      index: number,
      done: { chunks: Prisma.InputJsonValue; stats: Prisma.InputJsonValue; finishedAt: Date },
    ) => t.runShard.update({ where: { orgId_runId_index: { orgId, runId, index } }, data: done }),
    /** What a shard under way has to tell. */
    noteShard: (runId: string, index: number, stats: Prisma.InputJsonValue) =>
      t.runShard.updateMany({ where: { orgId, runId, index, finishedAt: null }, data: { stats } }),
    /** Jobs of a run and of the reports that decide on it. */
    jobs: async (runId: string) => {
      const reports = await t.report.findMany({ where: { orgId, runId }, select: { id: true } });
      return t.job.findMany({
        where: { orgId, subjectId: { in: [runId, ...reports.map((report) => report.id)] } },
        orderBy: { id: 'asc' },
      });
    },
  };
}
