import type { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';
import { type ProjectVisibility, visibleProjectIds } from './projects.ts';

/** Label schemas and their versions. */
export function createLabelSchemaRepository({ t, orgId }: RepositoryContext) {
  const newest = { versions: { orderBy: { number: 'desc' as const }, take: 1 } };
  return {
    create: (row: { id: string; projectId: string; name: string; description: string; createdBy: string }) =>
      t.labelSchema.create({ data: { ...row, orgId } }),
    get: (id: string) => t.labelSchema.findUnique({ where: { id, orgId, deletedAt: null } }),
    /** Also when it is in the trash. */
    getAny: (id: string) => t.labelSchema.findUnique({ where: { id, orgId } }),
    list: (
      projectId: string,
      options: { search: string; trashed: boolean; limit: number; before: string | null },
    ) =>
      t.labelSchema.findMany({
        where: {
          orgId,
          projectId,
          deletedAt: options.trashed ? { not: null } : null,
          ...(options.search === ''
            ? {}
            : { name: { contains: options.search, mode: 'insensitive' as const } }),
          ...(options.before === null ? {} : { id: { lt: options.before } }),
        },
        orderBy: { id: 'desc' },
        take: options.limit + 1,
        include: newest,
      }),
    /** Which of these are in projects that somebody may see. */
    visibleAmong: async (who: ProjectVisibility, ids: readonly string[]): Promise<string[]> => {
      const projectId = { in: await visibleProjectIds(t, orgId, who) };
      const where = { orgId, id: { in: [...ids] }, projectId };
      return (await t.labelSchema.findMany({ where, select: { id: true } })).map(({ id }) => id);
    },
    /** False when the revision is stale. */
    update: async (
      id: string,
      revision: number,
      change: Prisma.LabelSchemaUpdateManyMutationInput,
    ): Promise<boolean> => {
      const { count } = await t.labelSchema.updateMany({
        where: { id, orgId, revision, deletedAt: null },
        data: { ...change, revision: { increment: 1 } },
      });
      return count === 1;
    },
    trash: async (id: string, by: string | null, at: Date): Promise<boolean> => {
      const { count } = await t.labelSchema.updateMany({
        where: { id, orgId, deletedAt: null },
        data: { deletedAt: at, deletedBy: by, revision: { increment: 1 } },
      });
      return count === 1;
    },
    restore: async (id: string): Promise<boolean> => {
      const { count } = await t.labelSchema.updateMany({
        where: { id, orgId, deletedAt: { not: null } },
        data: { deletedAt: null, deletedBy: null, revision: { increment: 1 } },
      });
      return count === 1;
    },
    addVersion: async (row: {
      id: string;
      labelSchemaId: string;
      document: Prisma.InputJsonValue;
      note: string;
      createdBy: string;
    }) => {
      // The schema's row is the lock under which numbers are given.
      await t.$queryRaw`SELECT 1 FROM label_schema WHERE id = ${row.labelSchemaId}::uuid AND org_id = ${orgId}::uuid FOR UPDATE`;
      const last = await t.labelSchemaVersion.aggregate({
        where: { orgId, labelSchemaId: row.labelSchemaId },
        _max: { number: true },
      });
      return t.labelSchemaVersion.create({ data: { ...row, orgId, number: (last._max.number ?? 0) + 1 } });
    },
    /** Until the transaction ends nobody migrates the label schema of this version. */
    hold: async (versionId: string): Promise<void> => {
      await t.$queryRaw`
        SELECT 1 FROM label_schema s JOIN label_schema_version v ON v.org_id = s.org_id AND v.label_schema_id = s.id
        WHERE v.org_id = ${orgId}::uuid AND v.id = ${versionId}::uuid FOR SHARE OF s`;
    },
    version: (id: string) => t.labelSchemaVersion.findUnique({ where: { id, orgId } }),
    /** Newest first, without their documents. */
    versions: (labelSchemaId: string) =>
      t.labelSchemaVersion.findMany({
        where: { orgId, labelSchemaId },
        orderBy: { number: 'desc' },
        omit: { document: true },
        take: 500,
      }),
    /** All of them. */
    numbers: (labelSchemaId: string): Promise<{ id: string; number: number }[]> =>
      t.labelSchemaVersion.findMany({ where: { orgId, labelSchemaId }, select: { id: true, number: true } }),
    /** The documents of the newest versions, newest first. */
    documents: (labelSchemaId: string, take: number) =>
      t.labelSchemaVersion.findMany({
        where: { orgId, labelSchemaId },
        orderBy: { number: 'desc' },
        select: { id: true, number: true, document: true },
        take,
      }),
  };
}
