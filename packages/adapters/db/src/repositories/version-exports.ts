import type { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

type NewExport = Pick<
  Prisma.VersionExportUncheckedCreateInput,
  'id' | 'projectId' | 'versionId' | 'releaseId' | 'format' | 'createdBy'
> & { options: Prisma.InputJsonValue };

type NewFile = Omit<Prisma.ExportFileCreateManyInput, 'orgId' | 'exportId'>;

/** Versions as files that people took, or may take. */
export function createVersionExportRepository({ t, orgId }: RepositoryContext) {
  const files = { orderBy: { kind: 'asc' } } as const;
  return {
    create: (row: NewExport) => t.versionExport.create({ data: { ...row, orgId, status: 'QUEUED' } }),
    get: (id: string) => t.versionExport.findUnique({ where: { id, orgId }, include: { files } }),
    /** Exports of a version, or of one of its releases alone. */
    list: (of: { versionId: string } | { releaseId: string }, limit: number, before: string | null) =>
      t.versionExport.findMany({
        where: { ...of, orgId, ...(before === null ? {} : { id: { lt: before } }) },
        include: { files },
        orderBy: { id: 'desc' },
        take: limit + 1,
      }),
    /** What may be taken of a release: the newest of each format. */
    ofRelease: (releaseId: string) =>
      t.versionExport.findMany({
        where: { orgId, releaseId, status: 'READY' },
        include: { files },
        orderBy: { id: 'desc' },
        distinct: ['format'],
      }),
    move: async (
      id: string,
      from: readonly string[],
      change: Prisma.VersionExportUpdateManyMutationInput,
    ): Promise<boolean> => {
      const { count } = await t.versionExport.updateMany({
        where: { id, orgId, status: { in: [...from] } },
        data: change,
      });
      return count === 1;
    },
    addFiles: async (exportId: string, rows: readonly NewFile[]) => {
      await t.exportFile.createMany({
        data: rows.map((row) => ({ ...row, orgId, exportId })),
        skipDuplicates: true,
      });
    },
    /** Files with this hash that left a version of these projects (of all where null). */
    byHash: (sha256: string, projectIds: readonly string[] | null) =>
      t.exportFile.findMany({
        where: {
          orgId,
          sha256,
          ...(projectIds === null ? {} : { export: { projectId: { in: [...projectIds] } } }),
        },
        include: {
          export: {
            select: { versionId: true, releaseId: true, projectId: true, format: true, createdAt: true },
          },
        },
        // What became of the newest is what whoever asks has to know.
        orderBy: { exportId: 'desc' },
        take: 20,
      }),
  };
}
