import { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

export type TrashKind =
  | 'project'
  | 'source'
  | 'recipe'
  | 'run'
  | 'policy'
  | 'goal'
  | 'guideline'
  | 'labelSchema';

/** The table of a kind, where it is not called as the kind is. */
const tableOf = (kind: TrashKind) => Prisma.raw(kind === 'labelSchema' ? 'label_schema' : kind);

export type TrashedRow = {
  kind: TrashKind;
  id: string;
  projectId: string;
  name: string;
  deletedAt: Date;
  deletedBy: string | null;
};

/** What was put into the trash and can be taken out again until it is emptied. */
export function createTrashRepository({ t, orgId }: RepositoryContext) {
  /** What these runs, reports or models hold by id alone. */
  const dropHeld = async (owners: readonly string[]): Promise<void> => {
    await t.blobRef.deleteMany({ where: { orgId, ownerId: { in: [...owners] } } });
    await t.measurement.deleteMany({ where: { orgId, subjectId: { in: [...owners] } } });
  };

  /** What runs, reports and models of a project hold by id alone. */
  const dropGenerated = async (projectId: string): Promise<void> => {
    const of = { where: { orgId, projectId }, select: { id: true } };
    const [runs, reports, models, versions, exports] = [
      await t.run.findMany(of),
      await t.report.findMany(of),
      await t.fittedModel.findMany(of),
      await t.version.findMany(of),
      await t.versionExport.findMany(of),
    ];
    await dropHeld([...runs, ...reports, ...models, ...versions, ...exports].map((row) => row.id));
  };

  /** Models that were fitted on these source versions go with them; what was made by them stays. */
  const dropModels = async (versionIds: readonly string[]): Promise<void> => {
    const where = { orgId, sourceVersionId: { in: [...versionIds] } };
    const models = await t.fittedModel.findMany({ where, select: { id: true } });
    await t.blobRef.deleteMany({ where: { orgId, ownerId: { in: models.map((model) => model.id) } } });
    await t.fittedModel.updateMany({
      where,
      data: { blobKey: null, columns: [], summary: {}, destroyedAt: new Date() },
    });
  };

  /** Everything that hangs on these sources by id alone. Rows with a foreign key go by themselves. */
  const dropSources = async (sourceIds: readonly string[]): Promise<void> => {
    if (sourceIds.length === 0) return;
    const ids = [...sourceIds];
    const versions = await t.sourceVersion.findMany({
      where: { orgId, sourceId: { in: ids } },
      select: { id: true, uploadId: true, splits: { select: { id: true } } },
    });
    const versionIds = versions.map((version) => version.id);
    const uploadIds = versions.flatMap((version) => (version.uploadId === null ? [] : [version.uploadId]));
    const owners = [
      ...ids,
      ...versionIds,
      ...uploadIds,
      ...versions.flatMap((version) => version.splits.map((split) => split.id)),
    ];
    await dropModels(versionIds);
    await t.blobRef.deleteMany({ where: { orgId, ownerId: { in: owners } } });
    await t.measurement.deleteMany({ where: { orgId, subjectId: { in: owners } } });
    await t.savedView.deleteMany({ where: { orgId, tableId: { in: owners } } });
    await t.populationTable.deleteMany({ where: { orgId, sourceId: { in: ids } } });
    await t.upload.deleteMany({ where: { orgId, id: { in: uploadIds } } });
    await t.source.deleteMany({ where: { orgId, id: { in: ids } } });
  };

  return {
    /** Newest first; each kind of these projects, null shows all. Runs are named with their number. */
    list: (visible: Readonly<Record<TrashKind, readonly string[] | null>>, limit: number) => {
      const within = (column: string, projects: readonly string[] | null) =>
        projects === null
          ? Prisma.empty
          : Prisma.sql`AND ${Prisma.raw(column)} = ANY (string_to_array(${projects.join(',')}, ',')::uuid[])`;
      /** Things of one kind whose project is not in the trash itself. */
      const ofKind = (kind: Exclude<TrashKind, 'project'>, more = Prisma.empty) => Prisma.sql`
        SELECT ${kind}::text AS kind, x.id, x.project_id AS "projectId",
               ${kind === 'run' ? Prisma.sql`'#' || x.number || ' ' || x.name` : Prisma.sql`x.name`} AS name,
               x.deleted_at AS "deletedAt", x.deleted_by AS "deletedBy"
        FROM ${tableOf(kind)} x JOIN project p ON p.id = x.project_id AND p.org_id = x.org_id
        WHERE x.org_id = ${orgId}::uuid AND x.deleted_at IS NOT NULL AND p.deleted_at IS NULL
          ${more} ${within('x.project_id', visible[kind])}`;
      return t.$queryRaw<TrashedRow[]>`
        SELECT 'project' AS kind, p.id, p.id AS "projectId", p.name, p.deleted_at AS "deletedAt",
               p.deleted_by AS "deletedBy"
        FROM project p WHERE p.org_id = ${orgId}::uuid AND p.deleted_at IS NOT NULL ${within('p.id', visible.project)}
        UNION ALL
        ${Prisma.join(
          [
            ofKind('source', Prisma.sql`AND x.erased_at IS NULL`),
            ofKind('recipe'),
            ofKind('run'),
            ofKind('policy'),
            ofKind('goal'),
            ofKind('guideline'),
            ofKind('labelSchema'),
          ],
          ' UNION ALL ',
        )}
        ORDER BY 5 DESC LIMIT ${limit}`;
    },
    trashedProject: (id: string) => t.project.findFirst({ where: { id, orgId, deletedAt: { not: null } } }),
    trashedSource: (id: string) =>
      t.source.findFirst({
        where: { id, orgId, deletedAt: { not: null }, erasedAt: null },
        include: { project: { select: { name: true, deletedAt: true } } },
      }),
    restoreSource: async (id: string): Promise<boolean> => {
      const { count } = await t.source.updateMany({
        where: { id, orgId, deletedAt: { not: null }, erasedAt: null },
        data: { deletedAt: null, deletedBy: null, revision: { increment: 1 } },
      });
      return count === 1;
    },
    /** Destroys a trashed source and everything that belongs to it alone; null when it was taken out meanwhile. */
    purgeSource: async (id: string): Promise<{ projectId: string } | null> => {
      const rows = await t.$queryRaw<{ projectId: string }[]>`
        SELECT project_id AS "projectId" FROM source
        WHERE id = ${id}::uuid AND org_id = ${orgId}::uuid AND deleted_at IS NOT NULL FOR UPDATE`;
      const row = rows[0];
      if (row === undefined) return null;
      await dropSources([id]);
      return row;
    },
    /** Destroys a trashed run with its rows and its reports; runs that were ramped up from it stay. */
    purgeRun: async (id: string): Promise<{ projectId: string; reports: string[] } | null> => {
      const rows = await t.$queryRaw<{ projectId: string }[]>`
        SELECT project_id AS "projectId" FROM run
        WHERE id = ${id}::uuid AND org_id = ${orgId}::uuid AND deleted_at IS NOT NULL FOR UPDATE`;
      const row = rows[0];
      if (row === undefined) return null;
      const reports = await t.report.findMany({ where: { orgId, runId: id }, select: { id: true } });
      const reportIds = reports.map((report) => report.id);
      await dropHeld([id, ...reportIds]);
      await t.report.deleteMany({ where: { orgId, id: { in: reportIds } } });
      await t.run.updateMany({ where: { orgId, pilotId: id }, data: { pilotId: null } });
      await t.commentThread.deleteMany({ where: { orgId, subjectType: 'run', subjectId: id } });
      await t.run.deleteMany({ where: { orgId, id } });
      return { projectId: row.projectId, reports: reportIds };
    },
    /** Destroys a trashed recipe, policy, goal, guideline or label schema, which nothing holds by id alone. */
    purgePlain: async (
      kind: 'recipe' | 'policy' | 'goal' | 'guideline' | 'labelSchema',
      id: string,
    ): Promise<{ projectId: string } | null> => {
      const rows = await t.$queryRaw<{ projectId: string }[]>`
        DELETE FROM ${tableOf(kind)}
        WHERE id = ${id}::uuid AND org_id = ${orgId}::uuid AND deleted_at IS NOT NULL
        RETURNING project_id AS "projectId"`;
      return rows[0] ?? null;
    },
    /** Destroys a trashed project with its sources; null when it was taken out meanwhile. */
    purgeProject: async (id: string): Promise<{ sources: string[] } | null> => {
      const rows = await t.$queryRaw<{ id: string }[]>`
        SELECT id FROM project
        WHERE id = ${id}::uuid AND org_id = ${orgId}::uuid AND deleted_at IS NOT NULL FOR UPDATE`;
      if (rows[0] === undefined) return null;
      const sources = await t.source.findMany({ where: { orgId, projectId: id }, select: { id: true } });
      const ids = sources.map((source) => source.id);
      await dropSources(ids);
      const uploads = await t.upload.findMany({ where: { orgId, projectId: id }, select: { id: true } });
      await t.blobRef.deleteMany({ where: { orgId, ownerId: { in: uploads.map((upload) => upload.id) } } });
      await t.upload.deleteMany({ where: { orgId, projectId: id } });
      await t.savedView.deleteMany({ where: { orgId, tableId: id } });
      await dropGenerated(id);
      // In one statement: there may be a hundred thousand pictures.
      await t.$executeRaw`
        DELETE FROM blob_ref WHERE org_id = ${orgId}::uuid AND owner_id IN (
          SELECT id FROM image WHERE org_id = ${orgId}::uuid AND project_id = ${id}::uuid
          UNION ALL SELECT id FROM image_import WHERE org_id = ${orgId}::uuid AND project_id = ${id}::uuid
          UNION ALL SELECT id FROM label_import WHERE org_id = ${orgId}::uuid AND project_id = ${id}::uuid)`;
      await t.project.deleteMany({ where: { id, orgId } });
      return { sources: ids };
    },
  };
}
