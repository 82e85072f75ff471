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

export type RunOfHome = {
  id: string;
  projectId: string;
  projectName: string;
  number: number;
  name: string;
  status: string;
  finishedAt: Date;
  reportId: string | null;
  verdict: string | null;
  /** Of the report: see `reportSummary`. */
  summary: unknown;
};

export type BatchOfHome = {
  id: string;
  projectId: string;
  projectName: string;
  number: number;
  name: string;
  dueAt: Date | null;
  /** Turns that wait: for this person, or for anybody. Counted up to `MOST_COUNTED`. */
  tasks: number;
};

export type ReviewsOfHome = { projectId: string; projectName: string; samples: number };

/** Beyond it the number of tasks says nothing more. */
export const MOST_COUNTED = 1000;

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
  /** Runs with their newest report. */
  const runOfHome = Prisma.sql`
    SELECT r.id, r.project_id AS "projectId", p.name AS "projectName", r.number, r.name, r.status,
           r.finished_at AS "finishedAt", report.id AS "reportId", report.verdict, report.summary
    FROM run r JOIN project p ON p.id = r.project_id AND p.org_id = r.org_id
    LEFT JOIN LATERAL (SELECT x.id, x.verdict, x.summary FROM report x
      WHERE x.org_id = r.org_id AND x.run_id = r.id AND x.deleted_at IS NULL
      ORDER BY x.id DESC LIMIT 1) report ON true`;
  const liveRun = (projects: Projects) => Prisma.sql`
    AND r.deleted_at IS NULL AND p.deleted_at IS NULL ${
      projects === null
        ? Prisma.empty
        : Prisma.sql`AND r.project_id = ANY (string_to_array(${projects.join(',')}, ',')::uuid[])`
    }`;
  const liveBatch = (projects: Projects) =>
    Prisma.sql`AND p.deleted_at IS NULL ${
      projects === null
        ? Prisma.empty
        : Prisma.sql`AND b.project_id = ANY (string_to_array(${projects.join(',')}, ',')::uuid[])`
    }`;
  const notFollowed = Prisma.sql`
    AND NOT EXISTS (SELECT 1 FROM run later WHERE later.org_id = r.org_id AND later.recipe_id = r.recipe_id
      AND later.deleted_at IS NULL AND later.id > r.id)`;
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
    /** Failed jobs since `from` that nothing of the same kind on the same thing has followed; runs speak for theirs. */
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
        AND j.subject_type <> 'run'
        AND NOT EXISTS (SELECT 1 FROM report r WHERE r.org_id = j.org_id AND r.id = j.subject_id
          AND (r.run_id IS NOT NULL OR r.deleted_at IS NOT NULL))
        AND NOT EXISTS (SELECT 1 FROM job later WHERE later.org_id = j.org_id AND later.kind = j.kind
          AND later.subject_type = j.subject_type AND later.subject_id = j.subject_id AND later.id > j.id)
      ORDER BY j.id DESC LIMIT 100`,
    /** Runs that failed since `from` and that no later run of the same recipe has followed, newest first. */
    failedRuns: (projects: Projects, from: Date) => t.$queryRaw<RunOfHome[]>`
      ${runOfHome} WHERE r.org_id = ${orgId}::uuid AND r.status = 'FAILED' AND r.finished_at >= ${from}
        ${liveRun(projects)} ${notFollowed}
      ORDER BY r.id DESC LIMIT 50`,
    /** Runs since `from` that are blocked by a red gate of their newest report, newest first. */
    blockedRuns: (projects: Projects, from: Date) => t.$queryRaw<RunOfHome[]>`
      ${runOfHome} WHERE r.org_id = ${orgId}::uuid AND r.status = 'BLOCKED' AND r.finished_at >= ${from}
        AND report.verdict = 'failed' ${liveRun(projects)} ${notFollowed}
      ORDER BY r.id DESC LIMIT 50`,
    /** Runs that ended since `from`, with what their newest report says, newest first. */
    endedRuns: (projects: Projects, from: Date, limit: number) => t.$queryRaw<RunOfHome[]>`
      ${runOfHome} WHERE r.org_id = ${orgId}::uuid AND r.status IN ('GENERATED', 'READY', 'BLOCKED', 'FAILED')
        AND r.finished_at >= ${from} ${liveRun(projects)}
      ORDER BY r.finished_at DESC, r.id DESC LIMIT ${limit}`,
    /**
     * Open batches that serve this person something which they have had no turn at, the most urgent first: those for
     * anybody in the projects of `pulls`, and those that name them in projects where they work.
     */
    batchesFor: (userId: string, works: Projects, pulls: readonly string[], limit: number) => t.$queryRaw<
      BatchOfHome[]
    >`
      SELECT b.id, b.project_id AS "projectId", p.name AS "projectName", b.number, b.name, b.due_at AS "dueAt",
             waiting.n AS tasks
      FROM batch b JOIN project p ON p.id = b.project_id AND p.org_id = b.org_id
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS n FROM (
          SELECT 1 FROM task t WHERE t.org_id = b.org_id AND t.batch_id = b.id
            AND (t.status = 'LEASED' AND t.person_id = ${userId}::uuid OR t.status = 'OPEN' AND t.item NOT IN (
              SELECT m.item FROM task m
              WHERE m.org_id = b.org_id AND m.batch_id = b.id AND m.person_id = ${userId}::uuid))
          LIMIT ${MOST_COUNTED}
        ) AS counted
      ) AS waiting
      WHERE b.org_id = ${orgId}::uuid AND b.status = 'OPEN' AND waiting.n > 0
        AND (b.assignment = 'pull' AND b.project_id = ANY (string_to_array(${pulls.join(',')}, ',')::uuid[]) OR EXISTS (
          SELECT 1 FROM batch_person q WHERE q.org_id = b.org_id AND q.batch_id = b.id
            AND q.person_id = ${userId}::uuid))
        ${liveBatch(works)}
      ORDER BY b.priority DESC, b.due_at NULLS LAST, b.number LIMIT ${limit}`,
    /** Samples before an expert in these projects that this person may decide: counted up to `MOST_COUNTED` a project. */
    reviewsFor: (userId: string, projects: readonly string[], limit: number) => t.$queryRaw<ReviewsOfHome[]>`
      SELECT p.id AS "projectId", p.name AS "projectName", waiting.n AS samples
      FROM project p CROSS JOIN LATERAL (
        SELECT count(*)::int AS n FROM (
          SELECT 1 FROM review_item i
          WHERE i.org_id = p.org_id AND i.project_id = p.id AND i.status = 'OPEN'
            AND (i.lease_until IS NULL OR i.lease_until <= now() OR i.reviewer_id = ${userId}::uuid)
            AND NOT EXISTS (SELECT 1 FROM annotation a WHERE a.org_id = i.org_id AND a.batch_id = i.batch_id
              AND a.item = i.item AND a.author_id = ${userId}::uuid)
          LIMIT ${MOST_COUNTED}
        ) AS counted
      ) AS waiting
      WHERE p.org_id = ${orgId}::uuid AND p.deleted_at IS NULL AND waiting.n > 0
        AND p.id = ANY (string_to_array(${projects.join(',')}, ',')::uuid[])
      ORDER BY waiting.n DESC, p.id LIMIT ${limit}`,
    /** Batches that are not done and whose due date has passed, the longest overdue first. */
    overdueBatches: (projects: Projects, now: Date) => t.$queryRaw<BatchOfHome[]>`
      SELECT b.id, b.project_id AS "projectId", p.name AS "projectName", b.number, b.name, b.due_at AS "dueAt",
             (SELECT count(*)::int FROM (
               SELECT 1 FROM task t WHERE t.org_id = b.org_id AND t.batch_id = b.id
                 AND t.status IN ('OPEN', 'LEASED') LIMIT ${MOST_COUNTED}) AS counted) AS tasks
      FROM batch b JOIN project p ON p.id = b.project_id AND p.org_id = b.org_id
      WHERE b.org_id = ${orgId}::uuid AND b.status IN ('OPEN', 'PAUSED') AND b.due_at < ${now}
        ${liveBatch(projects)}
      ORDER BY b.due_at LIMIT 50`,
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
