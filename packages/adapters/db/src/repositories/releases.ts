import { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

type NewRelease = Pick<
  Prisma.ReleaseUncheckedCreateInput,
  'id' | 'projectId' | 'versionId' | 'title' | 'notes' | 'policyRef' | 'requestedBy'
> & { policy: Prisma.InputJsonValue };

type NewWaiver = Pick<
  Prisma.ReleaseWaiverUncheckedCreateInput,
  'id' | 'releaseId' | 'key' | 'reason' | 'endsOn' | 'proposedBy'
>;

/** Versions that somebody asked to answer for, what stood in their way, and what was waived. */
export function createReleaseRepository({ t, orgId }: RepositoryContext) {
  const include = {
    version: { select: { number: true, root: true, createdBy: true, samples: true, message: true } },
    waivers: { orderBy: { id: 'asc' } },
  } as const;
  return {
    /** Gives it the next number of its project; the caller holds the project's row. */
    create: async (row: NewRelease) => {
      const { projectId } = row;
      const last = await t.release.aggregate({ where: { orgId, projectId }, _max: { number: true } });
      return t.release.create({
        data: { ...row, orgId, number: (last._max.number ?? 0) + 1, status: 'REQUESTED' },
      });
    },
    get: (id: string) => t.release.findUnique({ where: { id, orgId }, include }),
    /** The same, held until the transaction ends: whoever else decides about it waits. */
    lock: async (id: string) => {
      await t.$queryRaw`
        SELECT 1 FROM release WHERE org_id = ${orgId}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`;
      return t.release.findUnique({ where: { id, orgId }, include });
    },
    list: (projectId: string, limit: number, before: string | null) =>
      t.release.findMany({
        where: { orgId, projectId, ...(before === null ? {} : { id: { lt: before } }) },
        include,
        orderBy: { id: 'desc' },
        take: limit + 1,
      }),
    /** Releases of these versions, oldest first: what a version says of itself wherever it appears. */
    ofVersions: (versionIds: readonly string[]) =>
      t.release.findMany({
        where: { orgId, versionId: { in: [...versionIds] } },
        include,
        orderBy: { id: 'asc' },
      }),
    /** Releases of these projects (of all where null) that wait for the decision of somebody who may approve them. */
    waiting: (projectIds: readonly string[] | null, userId: string, limit: number) =>
      t.release.findMany({
        where: {
          orgId,
          status: { in: ['READY', 'BLOCKED'] },
          version: { createdBy: { not: userId }, dataset: { project: { deletedAt: null } } },
          ...(projectIds === null ? {} : { projectId: { in: [...projectIds] } }),
        },
        include,
        orderBy: { id: 'asc' },
        take: limit,
      }),
    /** A release of the version that is asked for and not decided; null when there is none. */
    undecidedOf: (versionId: string) =>
      t.release.findFirst({
        where: {
          orgId,
          versionId,
          status: { in: ['REQUESTED', 'VALIDATING', 'READY', 'BLOCKED', 'FAILED'] },
        },
        select: { id: true, number: true },
      }),
    /** Moves a release from one of `from`; false when it is elsewhere by now. */
    move: async (
      id: string,
      from: readonly string[],
      change: Prisma.ReleaseUpdateManyMutationInput,
    ): Promise<boolean> => {
      const { count } = await t.release.updateMany({
        where: { id, orgId, status: { in: [...from] } },
        data: { ...change, revision: { increment: 1 } },
      });
      return count === 1;
    },
    clearFailure: (id: string) =>
      t.release.updateMany({ where: { id, orgId }, data: { failure: Prisma.DbNull } }),
    addWaiver: (row: NewWaiver) => t.releaseWaiver.create({ data: { ...row, orgId, status: 'PROPOSED' } }),
    /** False when it was decided meanwhile. */
    decideWaiver: async (
      id: string,
      change: { status: string; decidedBy: string; decidedAt: Date; decisionReason: string },
    ): Promise<boolean> => {
      const { count } = await t.releaseWaiver.updateMany({
        where: { id, orgId, status: 'PROPOSED' },
        data: change,
      });
      return count === 1;
    },
    reports: (releaseId: string) =>
      t.report.findMany({ where: { orgId, releaseId }, orderBy: { id: 'asc' } }),
    addTestRead: (row: Omit<Prisma.TestReadUncheckedCreateInput, 'orgId' | 'readAt'>) =>
      t.testRead.create({ data: { ...row, orgId } }),
    /** How often the test rows of these versions of sources were read, by releases of all projects. */
    testReads: (sourceVersionIds: readonly string[]) =>
      t.testRead.findMany({
        where: { orgId, sourceVersionId: { in: [...sourceVersionIds] } },
        orderBy: { id: 'asc' },
      }),
  };
}
