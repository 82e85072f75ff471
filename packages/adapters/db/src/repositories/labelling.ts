import type { RepositoryContext } from './context.ts';

export type MeasuredWork = {
  personId: string;
  answers: number;
  activeMs: number;
  /** Days since the first of them. */
  days: number;
};

export type BatchWorker = {
  personId: string;
  submitted: number;
  skipped: number;
  held: number;
  /** Median time at work on an answer; null before there is one. */
  medianMs: number | null;
  lastAt: Date | null;
};

const DAY = `extract(epoch FROM now() - min(a.created_at)) / 86400`;

const NOT_RETRACTED = `NOT EXISTS (
  SELECT 1 FROM annotation_retraction r WHERE r.org_id = a.org_id AND r.annotation_id = a.id)`;

// Of one batch, or of the batches of a project that ask the same kind of work with the same questions, or of all.
const MEASURED = `
  SELECT a.author_id AS "personId", count(*)::int AS answers, sum(a.active_ms)::float8 AS "activeMs",
         (${DAY})::float8 AS days
  FROM annotation a
  WHERE a.org_id = $1::uuid AND a.project_id = $2::uuid AND a.created_at >= now() - $3::int * interval '1 day'
    AND ($4::uuid[] IS NULL OR a.batch_id = ANY ($4::uuid[]))
    AND ${NOT_RETRACTED}
  GROUP BY a.author_id ORDER BY a.author_id`;

const ALIKE = `
  SELECT b.id FROM batch b
  JOIN label_schema_version v ON v.org_id = b.org_id AND v.id = b.label_schema_version_id
  WHERE b.org_id = $1::uuid AND b.project_id = $2::uuid AND b.kind = $3 AND v.label_schema_id = $4::uuid`;

const WORKERS = `
  SELECT t.person_id AS "personId",
         (count(*) FILTER (WHERE t.status = 'SUBMITTED'))::int AS submitted,
         (count(*) FILTER (WHERE t.status = 'SKIPPED'))::int AS skipped,
         (count(*) FILTER (WHERE t.status = 'LEASED'))::int AS held,
         percentile_cont(0.5) WITHIN GROUP (ORDER BY a.active_ms) AS "medianMs",
         max(coalesce(t.ended_at, t.leased_at)) AS "lastAt"
  FROM task t LEFT JOIN annotation a ON a.org_id = t.org_id AND a.id = t.annotation_id
  WHERE t.org_id = $1::uuid AND t.batch_id = $2::uuid AND t.person_id IS NOT NULL
  GROUP BY t.person_id`;

/** Numbers of labelling work, counted by the database. */
export function createLabellingRepository({ statements, orgId }: RepositoryContext) {
  return {
    /** Answers of each person in the last `days` and the time at work on them; `batchIds` limits them to some batches. */
    measured: async (
      projectId: string,
      days: number,
      batchIds: readonly string[] | null,
    ): Promise<MeasuredWork[]> => {
      const { rows } = await statements.run<MeasuredWork>('labelling_measured', MEASURED, [
        orgId,
        projectId,
        days,
        batchIds,
      ]);
      return rows;
    },
    /** Batches that ask for the same kind of work under any version of a label schema. */
    alike: async (projectId: string, kind: string, labelSchemaId: string): Promise<string[]> => {
      const { rows } = await statements.run<{ id: string }>('labelling_alike', ALIKE, [
        orgId,
        projectId,
        kind,
        labelSchemaId,
      ]);
      return rows.map((row) => row.id);
    },
    /** Who did or holds how much of a batch. */
    workers: async (batchId: string): Promise<BatchWorker[]> => {
      const { rows } = await statements.run<BatchWorker>('labelling_workers', WORKERS, [orgId, batchId]);
      return rows;
    },
  };
}
