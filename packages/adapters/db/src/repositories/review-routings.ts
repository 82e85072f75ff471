import type { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

/** Rules by which samples go before an expert, of batches and of projects. A version never changes. */
export function createReviewRoutingRepository({ t, orgId }: RepositoryContext) {
  return {
    /** The newest of a batch, else of its project; null where nobody said anything. */
    inForce: async (projectId: string, batchId: string | null) => {
      const newest = (scopeId: string) =>
        t.reviewRouting.findFirst({ where: { orgId, scopeId }, orderBy: { number: 'desc' } });
      return (batchId === null ? null : await newest(batchId)) ?? newest(projectId);
    },
    /** The next version; `known` is the number that was seen. Null when there is a newer one. */
    add: async (row: {
      id: string;
      projectId: string;
      batchId: string | null;
      known: number;
      document: Prisma.InputJsonValue;
      createdBy: string;
    }) => {
      const { known, ...rest } = row;
      const scopeId = row.batchId ?? row.projectId;
      // The project's row is the lock under which numbers are given.
      await t.$queryRaw`SELECT 1 FROM project WHERE id = ${row.projectId}::uuid AND org_id = ${orgId}::uuid FOR NO KEY UPDATE`;
      const last = await t.reviewRouting.aggregate({ where: { orgId, scopeId }, _max: { number: true } });
      if ((last._max.number ?? 0) !== known) return null;
      return t.reviewRouting.create({ data: { ...rest, orgId, scopeId, number: known + 1 } });
    },
  };
}
