import type { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

type NewVersion = Pick<
  Prisma.VersionUncheckedCreateInput,
  'id' | 'projectId' | 'datasetId' | 'message' | 'branch' | 'createdBy'
> & { selection: Prisma.InputJsonValue };

type NewChunk = Omit<Prisma.VersionChunkCreateManyInput, 'orgId' | 'versionId'>;

/** Versions of a project's dataset, and the names that point at them. */
export function createVersionRepository({ t, orgId }: RepositoryContext) {
  const parents = { orderBy: { position: 'asc' }, select: { parentId: true } } as const;
  const holdProject = async (projectId: string): Promise<void> => {
    await t.$queryRaw`
      SELECT 1 FROM project WHERE id = ${projectId}::uuid AND org_id = ${orgId}::uuid FOR NO KEY UPDATE`;
  };
  return {
    /** Holds a project's row until the transaction ends: what is numbered within it gets its number under it. */
    holdProject,
    /** The dataset of a project; null before its first version. */
    dataset: (projectId: string) =>
      t.dataset.findUnique({ where: { orgId_projectId: { orgId, projectId } } }),
    /** Makes the dataset of a project if there is none, and holds the project's row under which numbers are given. */
    openDataset: async (projectId: string, fresh: { id: string; pseudonymSalt: Uint8Array<ArrayBuffer> }) => {
      await holdProject(projectId);
      const known = await t.dataset.findUnique({ where: { orgId_projectId: { orgId, projectId } } });
      return known ?? t.dataset.create({ data: { ...fresh, orgId, projectId } });
    },
    create: async (row: NewVersion, parentIds: readonly string[]) => {
      const last = await t.version.aggregate({
        where: { orgId, projectId: row.projectId },
        _max: { number: true },
      });
      const made = await t.version.create({
        data: { ...row, orgId, number: (last._max.number ?? 0) + 1, status: 'QUEUED' },
      });
      await t.versionParent.createMany({
        data: parentIds.map((parentId, position) => ({ orgId, versionId: row.id, parentId, position })),
      });
      return made;
    },
    get: (id: string) => t.version.findUnique({ where: { id, orgId }, include: { parents } }),
    many: (ids: readonly string[]) => t.version.findMany({ where: { orgId, id: { in: [...ids] } } }),
    list: (projectId: string, limit: number, before: string | null) =>
      t.version.findMany({
        where: { orgId, projectId, ...(before === null ? {} : { id: { lt: before } }) },
        include: { parents, refs: { orderBy: { name: 'asc' } } },
        omit: { manifest: true },
        orderBy: { id: 'desc' },
        take: limit + 1,
      }),
    /** Versions of these projects (of all where null) with this root. */
    byRoot: (root: string, projectIds: readonly string[] | null) =>
      t.version.findMany({
        where: { orgId, root, ...(projectIds === null ? {} : { projectId: { in: [...projectIds] } }) },
        omit: { manifest: true },
        orderBy: { id: 'asc' },
        take: 20,
      }),
    /** A version of this branch that is being made; null when none is. */
    building: (projectId: string, branch: string) =>
      t.version.findFirst({
        where: { orgId, projectId, branch, status: { in: ['QUEUED', 'RUNNING'] } },
        select: { id: true, number: true },
      }),
    /** Moves a version from one of `from`; false when it is elsewhere by now. */
    move: async (
      id: string,
      from: readonly string[],
      change: Prisma.VersionUpdateManyMutationInput,
    ): Promise<boolean> => {
      const { count } = await t.version.updateMany({
        where: { id, orgId, status: { in: [...from] } },
        data: { ...change, revision: { increment: 1 } },
      });
      return count === 1;
    },
    addChunks: async (versionId: string, chunks: readonly NewChunk[]) => {
      await t.versionChunk.createMany({
        data: chunks.map((chunk) => ({ ...chunk, orgId, versionId })),
        skipDuplicates: true,
      });
    },
    chunks: (versionId: string) =>
      t.versionChunk.findMany({
        where: { orgId, versionId },
        orderBy: [{ part: 'asc' }, { runId: 'asc' }, { fromRow: 'asc' }, { blobKey: 'asc' }],
      }),
    refs: (projectId: string) =>
      t.versionRef.findMany({
        where: { orgId, projectId },
        include: { version: { select: { number: true } } },
        orderBy: { name: 'asc' },
        take: 1000,
      }),
    refsOf: (versionId: string) =>
      t.versionRef.findMany({ where: { orgId, versionId }, orderBy: { name: 'asc' } }),
    /** Holds a ref until the transaction ends; null when there is none of that name. */
    lockRef: async (projectId: string, name: string) => {
      await t.$queryRaw`
        SELECT 1 FROM version_ref
        WHERE org_id = ${orgId}::uuid AND project_id = ${projectId}::uuid AND name = ${name} FOR NO KEY UPDATE`;
      return t.versionRef.findUnique({ where: { orgId_projectId_name: { orgId, projectId, name } } });
    },
    /** False when somebody else has made one of that name. */
    createRef: async (
      row: Pick<Prisma.VersionRefCreateManyInput, 'id' | 'projectId' | 'kind' | 'name' | 'versionId'>,
      by: string,
    ): Promise<boolean> => {
      const { count } = await t.versionRef.createMany({
        data: [{ ...row, orgId, createdBy: by, movedBy: by }],
        skipDuplicates: true,
      });
      return count === 1;
    },
    /** Moves a ref that still points where it was seen; false when it does not. */
    moveRef: async (id: string, expected: string, to: string, by: string): Promise<boolean> => {
      const { count } = await t.versionRef.updateMany({
        where: { id, orgId, versionId: expected },
        data: { versionId: to, movedBy: by, movedAt: new Date() },
      });
      return count === 1;
    },
    deleteRef: async (id: string, expected: string): Promise<boolean> => {
      const { count } = await t.versionRef.deleteMany({ where: { id, orgId, versionId: expected } });
      return count === 1;
    },
  };
}
