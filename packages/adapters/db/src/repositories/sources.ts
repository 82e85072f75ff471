import type { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

type Dependent = { fromId: string; toType: string; toId: string; at: Date };

/** Sources and their versions. */
export function createSourceRepository({ t, orgId }: RepositoryContext) {
  return {
    create: (row: {
      id: string;
      projectId: string;
      name: string;
      description: string;
      terms: Prisma.InputJsonValue;
      isDemo: boolean;
      createdBy: string;
    }) => t.source.create({ data: { ...row, orgId } }),
    get: (id: string) => t.source.findUnique({ where: { id, orgId, deletedAt: null } }),
    /** Also when it is in the trash: for restoring and erasing. */
    getAny: (id: string) => t.source.findUnique({ where: { id, orgId } }),
    list: (projectId: string, search: string, limit: number, before: string | null) =>
      t.source.findMany({
        where: {
          orgId,
          projectId,
          deletedAt: null,
          ...(search === '' ? {} : { name: { contains: search, mode: 'insensitive' as const } }),
          ...(before === null ? {} : { id: { lt: before } }),
        },
        orderBy: { id: 'desc' },
        take: limit + 1,
        include: { versions: { orderBy: { number: 'desc' }, take: 1 } },
      }),
    /** False when the revision is stale. */
    update: async (
      id: string,
      revision: number,
      change: Prisma.SourceUpdateManyMutationInput,
    ): Promise<boolean> => {
      const { count } = await t.source.updateMany({
        where: { id, orgId, revision, erasedAt: null },
        data: { ...change, revision: { increment: 1 } },
      });
      return count === 1;
    },
    setCurrentVersion: (id: string, versionId: string) =>
      t.source.update({ where: { id, orgId }, data: { currentVersionId: versionId } }),

    createVersion: async (row: {
      id: string;
      sourceId: string;
      uploadId: string;
      fileName: string;
      fileBytes: bigint;
      createdBy: string;
    }) => {
      // The source row is the lock under which numbers are given.
      await t.$queryRaw`SELECT 1 FROM source WHERE id = ${row.sourceId}::uuid AND org_id = ${orgId}::uuid FOR UPDATE`;
      const last = await t.sourceVersion.aggregate({
        where: { orgId, sourceId: row.sourceId },
        _max: { number: true },
      });
      return t.sourceVersion.create({
        data: { ...row, orgId, number: (last._max.number ?? 0) + 1, status: 'STAGING' },
      });
    },
    version: (id: string) => t.sourceVersion.findUnique({ where: { id, orgId } }),
    versions: (sourceId: string) =>
      t.sourceVersion.findMany({ where: { orgId, sourceId }, orderBy: { number: 'desc' }, take: 500 }),
    /** Moves a version from one of `from`; false when it is elsewhere by now. */
    moveVersion: async (
      id: string,
      from: readonly string[],
      change: Prisma.SourceVersionUpdateManyMutationInput,
    ): Promise<boolean> => {
      const { count } = await t.sourceVersion.updateMany({
        where: { id, orgId, status: { in: [...from] } },
        data: { ...change, revision: { increment: 1 } },
      });
      return count === 1;
    },

    replaceColumns: async (
      versionId: string,
      columns: ReadonlyArray<{ index: number; name: string; spec: Prisma.InputJsonValue }>,
    ) => {
      await t.sourceColumn.deleteMany({ where: { orgId, versionId } });
      for (let start = 0; start < columns.length; start += 1000) {
        await t.sourceColumn.createMany({
          data: columns.slice(start, start + 1000).map((column) => ({ ...column, orgId, versionId })),
        });
      }
    },
    columns: (versionId: string) =>
      t.sourceColumn.findMany({ where: { orgId, versionId }, orderBy: { index: 'asc' } }),
    column: (versionId: string, index: number) =>
      t.sourceColumn.findUnique({ where: { orgId_versionId_index: { orgId, versionId, index } } }),
    /** False when the revision is stale. */
    updateColumn: async (
      versionId: string,
      index: number,
      revision: number,
      change: { spec: Prisma.InputJsonValue; roleConfirmedBy?: string | null; roleConfirmedAt?: Date },
    ): Promise<boolean> => {
      const { count } = await t.sourceColumn.updateMany({
        where: { orgId, versionId, index, revision },
        data: { ...change, revision: { increment: 1 } },
      });
      return count === 1;
    },
    /** One change of a version's columns at a time: what holds for all of them is looked at after the change. */
    lockColumns: async (versionId: string): Promise<void> => {
      await t.$queryRaw`
        SELECT 1 FROM source_version WHERE org_id = ${orgId}::uuid AND id = ${versionId}::uuid FOR NO KEY UPDATE`;
    },

    replaceFindings: async (
      versionId: string,
      findings: ReadonlyArray<
        Omit<Prisma.FindingCreateManyInput, 'orgId' | 'versionId' | 'status' | 'revision'>
      >,
    ) => {
      await t.finding.deleteMany({ where: { orgId, versionId } });
      await t.finding.createMany({
        data: findings.map((finding) => ({ ...finding, orgId, versionId })),
      });
    },
    findings: (versionId: string) =>
      t.finding.findMany({
        where: { orgId, versionId },
        orderBy: [{ status: 'asc' }, { columnIndex: 'asc' }, { kind: 'asc' }],
      }),
    finding: (id: string) => t.finding.findUnique({ where: { id, orgId } }),
    /** False when the revision is stale. */
    decideFinding: async (
      id: string,
      revision: number,
      decision: { status: string; note: string | null; decidedBy: string | null; decidedAt: Date },
    ): Promise<boolean> => {
      const { count } = await t.finding.updateMany({
        where: { id, orgId, revision },
        data: { ...decision, revision: { increment: 1 } },
      });
      return count === 1;
    },

    splits: (versionId: string) =>
      t.splitSet.findMany({ where: { orgId, versionId }, orderBy: { id: 'desc' } }),
    activeSplit: (versionId: string) =>
      t.splitSet.findFirst({ where: { orgId, versionId, active: true }, orderBy: { id: 'desc' } }),
    /** The new split becomes the active one; the ones before it stay on record. */
    addSplit: async (row: {
      id: string;
      versionId: string;
      plan: Prisma.InputJsonValue;
      counts: Prisma.InputJsonValue;
      assignmentKey: string;
      assignmentSha256: string;
      createdBy: string;
    }) => {
      await t.splitSet.updateMany({
        where: { orgId, versionId: row.versionId, active: true },
        data: { active: false },
      });
      return t.splitSet.create({ data: { ...row, orgId, active: true } });
    },

    addPopulation: (row: {
      id: string;
      sourceId: string;
      name: string;
      citation: string;
      columns: string[];
      rows: Prisma.InputJsonValue;
      createdBy: string;
    }) => t.populationTable.create({ data: { ...row, orgId } }),
    populations: (sourceId: string) =>
      t.populationTable.findMany({ where: { orgId, sourceId }, orderBy: { id: 'desc' } }),
    removePopulation: (id: string, sourceId: string) =>
      t.populationTable.deleteMany({ where: { id, orgId, sourceId } }),

    /** Things that were made from one of these, for erasure and withdrawn consent. */
    /** What was made from these, and from what was made from these; `fromId` is the one of these that it goes back to. */
    dependents: (ids: readonly string[]) => t.$queryRaw<Dependent[]>`
      WITH RECURSIVE reached AS (
        SELECT from_id AS root, to_type, to_id, at FROM dependency
        WHERE org_id = ${orgId}::uuid AND from_id = ANY (${ids}::uuid[])
        UNION
        SELECT r.root, d.to_type, d.to_id, d.at FROM reached r
        JOIN dependency d ON d.org_id = ${orgId}::uuid AND d.from_type = r.to_type AND d.from_id = r.to_id
      )
      SELECT root AS "fromId", to_type AS "toType", to_id AS "toId", max(at) AS at FROM reached
      GROUP BY root, to_type, to_id ORDER BY max(at) DESC, to_id`,
    addDependencies: (
      rows: ReadonlyArray<{ fromType: string; fromId: string; toType: string; toId: string }>,
    ) =>
      t.dependency.createMany({
        data: rows.map((row) => ({ ...row, orgId })),
        skipDuplicates: true,
      }),

    trash: async (id: string, by: string | null, at: Date): Promise<boolean> => {
      const { count } = await t.source.updateMany({
        where: { id, orgId, deletedAt: null },
        data: { deletedAt: at, deletedBy: by, revision: { increment: 1 } },
      });
      return count === 1;
    },
    /** What is left of an erased source: that it was, and when it went. */
    tombstone: async (id: string, at: Date) => {
      const versions = await t.sourceVersion.findMany({
        where: { orgId, sourceId: id },
        select: { id: true },
      });
      const ids = versions.map((version) => version.id);
      await t.sourceColumn.deleteMany({ where: { orgId, versionId: { in: ids } } });
      await t.finding.deleteMany({ where: { orgId, versionId: { in: ids } } });
      await t.splitSet.deleteMany({ where: { orgId, versionId: { in: ids } } });
      await t.measurement.deleteMany({ where: { orgId, subjectId: { in: ids } } });
      await t.populationTable.deleteMany({ where: { orgId, sourceId: id } });
      await t.sourceVersion.updateMany({
        where: { orgId, sourceId: id },
        data: {
          status: 'ERASED',
          fileName: '',
          profileKey: null,
          driftKey: null,
          revision: { increment: 1 },
        },
      });
      await t.$executeRaw`
        UPDATE source_version SET detected = NULL, manifest = NULL, notices = NULL, side_files = NULL
        WHERE org_id = ${orgId}::uuid AND source_id = ${id}::uuid`;
      await t.source.update({
        where: { id, orgId },
        data: { erasedAt: at, description: '', currentVersionId: null, revision: { increment: 1 } },
      });
      return ids;
    },
  };
}
