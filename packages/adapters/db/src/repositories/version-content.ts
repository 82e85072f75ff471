import type { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

/** An answer that stands: nobody took it back, and no later one of its author came in its place. */
export type StandingAnswer = {
  id: string;
  runId: string;
  row: string;
  authorId: string;
  batchId: string;
  labelSchemaId: string;
  labelSchemaVersionId: string;
  labelSchemaNumber: number;
  guidelineVersionId: string | null;
  supersedes: string | null;
  toolVersion: string;
  activeMs: string;
  createdAt: Date;
  payload: Prisma.JsonValue;
  /** Given elsewhere, and imported: its author is no member. */
  imported: boolean;
};

/** An expert's decision that stands. */
export type StandingDecision = {
  id: string;
  runId: string;
  row: string;
  labelSchemaId: string;
  labelSchemaVersionId: string;
  labelSchemaNumber: number;
  outcome: string;
  payload: Prisma.JsonValue;
  decidedBy: string;
  basedOn: string[];
};

export type RowOfRun = { runId: string; row: string };

/** Answers and decisions on the rows of some runs, all as they were at one moment. */
export type LabelSnapshot = {
  answers: StandingAnswer[];
  decisions: StandingDecision[];
  /** Rows that a pattern rejects. */
  flagged: RowOfRun[];
  /** Rows that wait for an expert, or for their author. */
  inReview: RowOfRun[];
  /** Answers that count nowhere: given to look into a run that its gates blocked. */
  investigation: number;
};

const FETCH = 5_000;

// Answers are read as migrations have them, and so is the version that they are under: that of their batch.
// Kinds of batches whose answers are labels; known answers and planted faults are none.
const COUNTS = `b.kind IN ('label', 'verify', 'imported') AND b.run_id = ANY ($2::uuid[])`;

const STANDS = `
  NOT EXISTS (SELECT 1 FROM annotation_retraction r WHERE r.org_id = a.org_id AND r.annotation_id = a.id)
  AND NOT EXISTS (
    SELECT 1 FROM annotation s WHERE s.org_id = a.org_id AND s.supersedes = a.id
      AND NOT EXISTS (SELECT 1 FROM annotation_retraction r WHERE r.org_id = s.org_id AND r.annotation_id = s.id))`;

const ANSWERS = `
  DECLARE version_answers NO SCROLL CURSOR FOR
  SELECT a.id, b.run_id AS "runId", t.row::text AS row, a.author_id AS "authorId", a.batch_id AS "batchId",
         v.label_schema_id AS "labelSchemaId", v.id AS "labelSchemaVersionId", v.number AS "labelSchemaNumber",
         a.guideline_version_id AS "guidelineVersionId", a.supersedes, a.tool_version AS "toolVersion",
         a.active_ms::text AS "activeMs", a.created_at AS "createdAt", a.payload,
         a.import_id IS NOT NULL AS imported
  FROM annotation_now a
  JOIN batch b ON b.org_id = a.org_id AND b.id = a.batch_id
  JOIN task t ON t.org_id = a.org_id AND t.id = a.task_id
  JOIN label_schema_version v ON v.org_id = a.org_id AND v.id = b.label_schema_version_id
  WHERE a.org_id = $1::uuid AND ${COUNTS} AND NOT b.investigation AND ${STANDS}
  ORDER BY b.run_id, t.row, a.id`;

const DECISIONS = `
  SELECT DISTINCT ON (b.run_id, d.sample_key, v.label_schema_id)
         d.id, b.run_id AS "runId", t.row::text AS row, v.label_schema_id AS "labelSchemaId",
         v.id AS "labelSchemaVersionId", v.number AS "labelSchemaNumber", d.outcome, d.payload,
         d.decided_by AS "decidedBy", d.based_on AS "basedOn"
  FROM decision_now d
  JOIN batch b ON b.org_id = d.org_id AND b.id = d.batch_id
  JOIN task t ON t.org_id = d.org_id AND t.batch_id = d.batch_id AND t.item = d.item AND t.slot = 1
  JOIN label_schema_version v ON v.org_id = d.org_id AND v.id = b.label_schema_version_id
  WHERE d.org_id = $1::uuid AND ${COUNTS} AND NOT b.investigation
    AND NOT EXISTS (SELECT 1 FROM decision_retraction r WHERE r.org_id = d.org_id AND r.decision_id = d.id)
    AND NOT EXISTS (
      SELECT 1 FROM decision s WHERE s.org_id = d.org_id AND s.batch_id = d.batch_id AND s.supersedes = d.id
        AND NOT EXISTS (SELECT 1 FROM decision_retraction r WHERE r.org_id = s.org_id AND r.decision_id = s.id))
  ORDER BY b.run_id, d.sample_key, v.label_schema_id, d.created_at DESC, d.id DESC`;

const FLAGGED = `
  SELECT DISTINCT f.run_id AS "runId", f.row::text AS row FROM sample_flag f
  JOIN pattern p ON p.org_id = f.org_id AND p.id = f.pattern_id AND p.status = 'ACTIVE'
  WHERE f.org_id = $1::uuid AND f.run_id = ANY ($2::uuid[])`;

const IN_REVIEW = `
  SELECT DISTINCT b.run_id AS "runId", i.row::text AS row FROM review_item i
  JOIN batch b ON b.org_id = i.org_id AND b.id = i.batch_id
  WHERE i.org_id = $1::uuid AND ${COUNTS} AND NOT b.investigation AND i.status IN ('WAITING', 'OPEN', 'SENT_BACK')`;

const INVESTIGATION = `
  SELECT count(*)::int AS n FROM annotation a
  JOIN batch b ON b.org_id = a.org_id AND b.id = a.batch_id
  WHERE a.org_id = $1::uuid AND b.run_id = ANY ($2::uuid[]) AND b.investigation AND ${STANDS}`;

const AUTHORS = `
  SELECT author_id AS id FROM annotation WHERE org_id = $1::uuid AND project_id = $2::uuid
  UNION SELECT decided_by FROM decision WHERE org_id = $1::uuid AND project_id = $2::uuid`;

/** What people said of the rows of runs, read for a version. */
export function createVersionContentRepository({ statements, orgId }: RepositoryContext) {
  return {
    /** Everybody who ever answered or decided in a project. */
    authors: async (projectId: string): Promise<string[]> => {
      const { rows } = await statements.run<{ id: string }>('version_authors', AUTHORS, [orgId, projectId]);
      return rows.map((row) => row.id);
    },
    /**
     * Everything as it was at one moment, however much arrives meanwhile. Must be the first that its transaction
     * reads.
     */
    labelSnapshot: async (runIds: readonly string[]): Promise<LabelSnapshot> => {
      // Without a name: prepared for this once.
      const read = <Row extends object>(text: string, values: unknown[]) =>
        statements.run<Row>('', text, values);
      await read('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ', []);
      const given = [orgId, runIds];
      await read(ANSWERS, given);
      const answers: StandingAnswer[] = [];
      for (;;) {
        const { rows } = await read<StandingAnswer>(`FETCH ${FETCH} FROM version_answers`, []);
        answers.push(...rows);
        if (rows.length < FETCH) break;
      }
      const decisions = await read<StandingDecision>(DECISIONS, given);
      const flagged = await read<RowOfRun>(FLAGGED, given);
      const inReview = await read<RowOfRun>(IN_REVIEW, given);
      const investigation = await read<{ n: number }>(INVESTIGATION, given);
      return {
        answers,
        decisions: decisions.rows,
        flagged: flagged.rows,
        inReview: inReview.rows,
        investigation: investigation.rows[0]?.n ?? 0,
      };
    },
  };
}
