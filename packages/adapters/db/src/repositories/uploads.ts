import type { RepositoryContext } from './context.ts';

/** Files on their way in, part by part. */
export function createUploadRepository({ t, orgId }: RepositoryContext) {
  return {
    create: (row: {
      id: string;
      projectId: string;
      createdBy: string;
      fileName: string;
      size: bigint;
      expiresAt: Date;
    }) => t.upload.create({ data: { ...row, orgId } }),
    get: (id: string) => t.upload.findUnique({ where: { id, orgId } }),
    /** Locks the upload, so that two clients cannot append at the same place. */
    lock: async (id: string): Promise<{ received: bigint; size: bigint } | null> => {
      const rows = await t.$queryRaw<{ received: bigint; size: bigint }[]>`
        SELECT received, size FROM upload WHERE id = ${id}::uuid AND org_id = ${orgId}::uuid FOR UPDATE`;
      return rows[0] ?? null;
    },
    append: async (
      id: string,
      part: { position: bigint; bytes: bigint; blobKey: string },
      completedAt: Date | null,
    ) => {
      await t.uploadPart.create({ data: { orgId, uploadId: id, ...part } });
      await t.upload.update({
        where: { id, orgId },
        data: { received: part.position + part.bytes, ...(completedAt === null ? {} : { completedAt }) },
      });
    },
    parts: (id: string) =>
      t.uploadPart.findMany({ where: { orgId, uploadId: id }, orderBy: { position: 'asc' } }),
    /** Unfinished uploads of one person in a project, to be resumed. */
    unfinished: (projectId: string, createdBy: string) =>
      t.upload.findMany({
        where: { orgId, projectId, createdBy, completedAt: null },
        orderBy: { id: 'desc' },
        take: 20,
      }),
    keepUntil: (id: string, expiresAt: Date) =>
      t.upload.update({ where: { id, orgId }, data: { expiresAt } }),
    remove: (id: string) => t.upload.deleteMany({ where: { id, orgId } }),
  };
}
