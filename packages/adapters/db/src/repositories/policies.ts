import type { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

/** A project's own policies and their versions. */
export function createPolicyRepository({ t, orgId }: RepositoryContext) {
  const newest = { versions: { orderBy: { number: 'desc' as const }, take: 1 } };
  return {
    create: (row: { id: string; projectId: string; name: string; createdBy: string }) =>
      t.policy.create({ data: { ...row, orgId } }),
    get: (id: string) => t.policy.findUnique({ where: { id, orgId, deletedAt: null }, include: newest }),
    /** Also when it is in the trash. */
    getAny: (id: string) => t.policy.findUnique({ where: { id, orgId } }),
    list: (projectId: string) =>
      t.policy.findMany({
        where: { orgId, projectId, deletedAt: null },
        orderBy: { id: 'desc' },
        include: newest,
        take: 500,
      }),
    standard: (projectId: string) =>
      t.policy.findFirst({ where: { orgId, projectId, deletedAt: null, standard: true } }),
    versions: (policyId: string) =>
      t.policyVersion.findMany({ where: { orgId, policyId }, orderBy: { number: 'desc' }, take: 500 }),
    addVersion: async (row: {
      id: string;
      policyId: string;
      document: Prisma.InputJsonValue;
      createdBy: string;
    }) => {
      // The policy's row is the lock under which numbers are given.
      await t.$queryRaw`SELECT 1 FROM policy WHERE id = ${row.policyId}::uuid AND org_id = ${orgId}::uuid FOR UPDATE`;
      const last = await t.policyVersion.aggregate({
        where: { orgId, policyId: row.policyId },
        _max: { number: true },
      });
      return t.policyVersion.create({ data: { ...row, orgId, number: (last._max.number ?? 0) + 1 } });
    },
    /** False when the revision is stale. */
    update: async (id: string, revision: number, change: { name?: string }): Promise<boolean> => {
      const { count } = await t.policy.updateMany({
        where: { id, orgId, revision, deletedAt: null },
        data: { ...change, revision: { increment: 1 } },
      });
      return count === 1;
    },
    /** Makes it what the project's runs are judged by; with null none of its own is. */
    setStandard: async (projectId: string, id: string | null): Promise<void> => {
      await t.policy.updateMany({
        where: { orgId, projectId, standard: true },
        data: { standard: false, revision: { increment: 1 } },
      });
      if (id !== null)
        await t.policy.updateMany({
          where: { orgId, projectId, id, deletedAt: null },
          data: { standard: true, revision: { increment: 1 } },
        });
    },
    trash: async (id: string, by: string | null, at: Date): Promise<boolean> => {
      const { count } = await t.policy.updateMany({
        where: { id, orgId, deletedAt: null },
        data: { deletedAt: at, deletedBy: by, standard: false, revision: { increment: 1 } },
      });
      return count === 1;
    },
    /** Brings it back; it is not the project's standard again. */
    restore: async (id: string): Promise<boolean> => {
      const { count } = await t.policy.updateMany({
        where: { id, orgId, deletedAt: { not: null } },
        data: { deletedAt: null, deletedBy: null, revision: { increment: 1 } },
      });
      return count === 1;
    },
    /** Runs and reports at work that are yet to be judged by it. */
    openUses: async (id: string): Promise<number> => {
      const runs = await t.run.count({
        where: { orgId, policyRef: id, status: { in: ['QUEUED', 'RUNNING', 'GENERATED', 'VALIDATING'] } },
      });
      const reports = await t.report.count({
        where: { orgId, policyRef: id, runId: null, status: { in: ['QUEUED', 'RUNNING'] } },
      });
      return runs + reports;
    },
  };
}
