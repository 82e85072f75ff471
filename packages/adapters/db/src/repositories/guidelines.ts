import type { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';
import { escapeLike } from './members.ts';

/** Guidelines, their versions, and who has acknowledged which. */
export function createGuidelineRepository({ t, orgId }: RepositoryContext) {
  const newest = { versions: { orderBy: { number: 'desc' as const }, take: 1 } };
  return {
    create: (row: { id: string; projectId: string; name: string; description: string; createdBy: string }) =>
      t.guideline.create({ data: { ...row, orgId } }),
    get: (id: string) => t.guideline.findUnique({ where: { id, orgId, deletedAt: null } }),
    /** Also when it is in the trash. */
    getAny: (id: string) => t.guideline.findUnique({ where: { id, orgId } }),
    list: (
      projectId: string,
      options: { search: string; trashed: boolean; limit: number; before: string | null },
    ) =>
      t.guideline.findMany({
        where: {
          orgId,
          projectId,
          deletedAt: options.trashed ? { not: null } : null,
          ...(options.search === ''
            ? {}
            : { name: { contains: escapeLike(options.search), mode: 'insensitive' as const } }),
          ...(options.before === null ? {} : { id: { lt: options.before } }),
        },
        orderBy: { id: 'desc' },
        take: options.limit + 1,
        include: {
          ...newest,
          _count: { select: { questions: { where: { answer: null } } } },
        },
      }),
    /** Live guidelines of live projects with their newest version; null means every project. */
    live: (projects: readonly string[] | null, limit: number) =>
      t.guideline.findMany({
        where: {
          orgId,
          deletedAt: null,
          project: { deletedAt: null },
          ...(projects === null ? {} : { projectId: { in: [...projects] } }),
        },
        orderBy: { id: 'asc' },
        take: limit,
        include: newest,
      }),
    /** False when the revision is stale. */
    update: async (
      id: string,
      revision: number,
      change: Prisma.GuidelineUpdateManyMutationInput,
    ): Promise<boolean> => {
      const { count } = await t.guideline.updateMany({
        where: { id, orgId, revision, deletedAt: null },
        data: { ...change, revision: { increment: 1 } },
      });
      return count === 1;
    },
    trash: async (id: string, by: string | null, at: Date): Promise<boolean> => {
      const { count } = await t.guideline.updateMany({
        where: { id, orgId, deletedAt: null },
        data: { deletedAt: at, deletedBy: by, revision: { increment: 1 } },
      });
      return count === 1;
    },
    restore: async (id: string): Promise<boolean> => {
      const { count } = await t.guideline.updateMany({
        where: { id, orgId, deletedAt: { not: null } },
        data: { deletedAt: null, deletedBy: null, revision: { increment: 1 } },
      });
      return count === 1;
    },
    addVersion: async (row: {
      id: string;
      guidelineId: string;
      document: Prisma.InputJsonValue;
      note: string;
      createdBy: string;
    }) => {
      // The guideline's row is the lock under which numbers are given.
      await t.$queryRaw`
        SELECT 1 FROM guideline WHERE id = ${row.guidelineId}::uuid AND org_id = ${orgId}::uuid FOR UPDATE`;
      const last = await t.guidelineVersion.aggregate({
        where: { orgId, guidelineId: row.guidelineId },
        _max: { number: true },
      });
      return t.guidelineVersion.create({ data: { ...row, orgId, number: (last._max.number ?? 0) + 1 } });
    },
    version: (id: string) => t.guidelineVersion.findUnique({ where: { id, orgId } }),
    /** Without their documents, newest first. */
    versions: (guidelineId: string) =>
      t.guidelineVersion.findMany({
        where: { orgId, guidelineId },
        orderBy: { number: 'desc' },
        take: 500,
        select: { id: true, number: true, note: true, createdAt: true, createdBy: true },
      }),
    newest: (guidelineId: string) =>
      t.guidelineVersion.findFirst({ where: { orgId, guidelineId }, orderBy: { number: 'desc' } }),
    /** The newest version, which no other can follow before this transaction ends. */
    holdNewest: async (guidelineId: string) => {
      await t.$queryRaw`
        SELECT 1 FROM guideline WHERE id = ${guidelineId}::uuid AND org_id = ${orgId}::uuid FOR SHARE`;
      return t.guidelineVersion.findFirst({ where: { orgId, guidelineId }, orderBy: { number: 'desc' } });
    },
    /** False when the person had acknowledged this version before. */
    acknowledge: async (versionId: string, userId: string, at: Date): Promise<boolean> => {
      const { count } = await t.guidelineAcknowledgement.createMany({
        data: [{ orgId, versionId, userId, at }],
        skipDuplicates: true,
      });
      return count === 1;
    },
    /** The latest version of each of these guidelines that somebody has acknowledged, with its document. */
    acknowledgedBy: async (userId: string, guidelineIds: readonly string[]) => {
      const rows = await t.guidelineAcknowledgement.findMany({
        where: { orgId, userId, version: { guidelineId: { in: [...guidelineIds] } } },
        orderBy: { version: { number: 'asc' } },
        select: { at: true, version: { select: { guidelineId: true, number: true, id: true } } },
      });
      const latest = new Map(rows.map(({ at, version }) => [version.guidelineId, { at, ...version }]));
      return latest;
    },
    /** The latest version of one guideline that each of these people has acknowledged. */
    acknowledgements: async (guidelineId: string, userIds: readonly string[]) => {
      const rows = await t.guidelineAcknowledgement.findMany({
        where: { orgId, userId: { in: [...userIds] }, version: { guidelineId } },
        orderBy: { version: { number: 'asc' } },
        select: { at: true, userId: true, version: { select: { number: true, id: true } } },
      });
      return new Map(rows.map(({ at, userId, version }) => [userId, { at, ...version }]));
    },
    documents: async (versionIds: readonly string[]): Promise<Map<string, Prisma.JsonValue>> => {
      const rows = await t.guidelineVersion.findMany({
        where: { orgId, id: { in: [...new Set(versionIds)] } },
        select: { id: true, document: true },
      });
      return new Map(rows.map((row) => [row.id, row.document]));
    },
  };
}
