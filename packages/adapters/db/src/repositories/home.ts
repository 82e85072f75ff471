import { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

export type ActivityRow = {
  action: string;
  projectId: string | null;
  count: number;
  lastAt: Date;
  lastObjectType: string;
  lastObjectId: string;
  actorIds: string[];
};

/** Null means every project of the organisation. */
export type Projects = readonly string[] | null;

const inProjects = (projects: Projects) => (projects === null ? {} : { projectId: { in: [...projects] } });

/** Counts for one person's home page. */
export function createHomeRepository({ t, orgId }: RepositoryContext) {
  const liveSource = (projects: Projects) => ({
    orgId,
    deletedAt: null,
    erasedAt: null,
    project: { deletedAt: null },
    ...inProjects(projects),
  });
  return {
    /** Versions whose reading of the file waits for a person's confirmation. */
    versionsToReview: (projects: Projects) =>
      t.sourceVersion.findMany({
        where: { orgId, status: 'REVIEW', source: liveSource(projects) },
        select: { id: true, sourceId: true, source: { select: { projectId: true, name: true } } },
        orderBy: { id: 'asc' },
        take: 100,
      }),
    /** Open findings by version, where a person may decide them. */
    openFindings: async (projects: Projects) => {
      const groups = await t.finding.groupBy({
        by: ['versionId'],
        where: { orgId, status: 'OPEN', version: { status: 'READY', source: liveSource(projects) } },
        _count: true,
        orderBy: { versionId: 'asc' },
        take: 100,
      });
      const versions = await t.sourceVersion.findMany({
        where: { orgId, id: { in: groups.map((group) => group.versionId) } },
        select: { id: true, sourceId: true, source: { select: { projectId: true, name: true } } },
      });
      const count = new Map(groups.map((group) => [group.versionId, group._count]));
      return versions.map((version) => ({
        versionId: version.id,
        sourceId: version.sourceId,
        projectId: version.source.projectId,
        name: version.source.name,
        count: count.get(version.id) ?? 0,
      }));
    },
    /** Terms of live sources, for the one predicate that says what is missing. */
    terms: (projects: Projects) =>
      t.source.findMany({
        where: liveSource(projects),
        select: { id: true, projectId: true, name: true, terms: true, createdAt: true },
        orderBy: { id: 'asc' },
        take: 1000,
      }),
    /** Failed jobs since `from` that nothing of the same kind on the same thing has followed. */
    failedJobs: (projects: Projects, from: Date) => t.$queryRaw<
      { id: string; kind: string; projectId: string | null }[]
    >`
      SELECT j.id, j.kind, j.project_id AS "projectId" FROM job j
      WHERE j.org_id = ${orgId}::uuid AND j.status = 'FAILED' AND j.created_at >= ${from}
        ${
          projects === null
            ? Prisma.empty
            : Prisma.sql`AND j.project_id = ANY (string_to_array(${projects.join(',')}, ',')::uuid[])`
        }
        AND NOT EXISTS (SELECT 1 FROM project p WHERE p.id = j.project_id AND p.deleted_at IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM job later WHERE later.org_id = j.org_id AND later.kind = j.kind
          AND later.subject_type = j.subject_type AND later.subject_id = j.subject_id AND later.id > j.id)
      ORDER BY j.id DESC LIMIT 100`,
    sourceCounts: async (projects: Projects): Promise<Map<string, number>> => {
      const rows = await t.source.groupBy({ by: ['projectId'], where: liveSource(projects), _count: true });
      return new Map(rows.map((row) => [row.projectId, row._count]));
    },
    /**
     * Events since `from`, grouped by action and project, newest group first. `projects` limits them to events of
     * these projects; null shows all, also those of the organisation itself.
     */
    activity: (projects: Projects, from: Date, limit: number) => t.$queryRaw<ActivityRow[]>`
      SELECT e.action, e.project_id AS "projectId", count(*)::int AS count, max(e.at) AS "lastAt",
             (array_agg(e.object_type ORDER BY e.id DESC))[1] AS "lastObjectType",
             (array_agg(e.object_id ORDER BY e.id DESC))[1] AS "lastObjectId",
             array_remove(array_agg(DISTINCT e.actor_id), NULL) AS "actorIds"
      FROM audit_event e
      WHERE e.org_id = ${orgId}::uuid AND e.at >= ${from}
        ${
          projects === null
            ? Prisma.empty
            : Prisma.sql`AND e.project_id = ANY (string_to_array(${projects.join(',')}, ',')::uuid[])`
        }
        AND NOT EXISTS (SELECT 1 FROM project p WHERE p.id = e.project_id AND p.deleted_at IS NOT NULL)
      GROUP BY e.action, e.project_id ORDER BY max(e.at) DESC LIMIT ${limit}`,
  };
}
