import { Prisma } from '../generated/client.ts';
import { ANSWERED } from './answered.ts';
import type { RepositoryContext } from './context.ts';

/** What one person did of one batch in a window of time. */
export type MeasuredWork = {
  batchId: string;
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

/** Which work is counted. Days begin and end at midnight of `timeZone`. */
export type LabellingFilter = {
  projectId: string;
  batchId: string | null;
  personId: string | null;
  /** As many days, today among them; null counts all. */
  days: number | null;
  timeZone: string;
};

/** Answers, the time at work on them, and its quartiles. */
export type AnswerNumbers = {
  answers: number;
  /** Null and null where there is no answer. */
  activeMs: number | null;
  quartiles: [q1: number, median: number, q3: number] | null;
};

/** Of all of it, of one person, or of one day. */
export type AnswerGroup = AnswerNumbers & {
  personId: string | null;
  day: string | null;
  lastAt: Date | null;
};

export type LabelNumbers = AnswerNumbers & { questionId: string; labelId: string };

export type SkipNumbers = { personId: string; reason: string; tasks: number };

export type EndedTask = {
  id: string;
  batchId: string;
  batchNumber: number;
  batchName: string;
  item: number;
  row: number;
  status: string;
  personId: string;
  endedAt: Date;
  activeMs: number | null;
  payload: unknown;
  batchKind: string;
  skipReason: string | null;
  skipNote: string | null;
  control: string | null;
};

const MEASURED = `
  SELECT a.batch_id AS "batchId", a.author_id AS "personId", count(*)::int AS answers,
         sum(a.active_ms)::float8 AS "activeMs",
         (extract(epoch FROM now() - min(a.created_at)) / 86400)::float8 AS days
  FROM ${ANSWERED} AS a
  WHERE a.org_id = $1::uuid AND a.project_id = $2::uuid AND a.created_at >= now() - $3::int * interval '1 day'
    AND a.import_id IS NULL
  GROUP BY a.batch_id, a.author_id ORDER BY a.batch_id, a.author_id`;

const ASKS = `
  SELECT b.id, b.kind, v.label_schema_id AS "labelSchemaId" FROM batch b
  LEFT JOIN label_schema_version v ON v.org_id = b.org_id AND v.id = b.label_schema_version_id
  WHERE b.org_id = $1::uuid AND b.project_id = $2::uuid`;

const WORKERS = `
  SELECT t.person_id AS "personId",
         (count(*) FILTER (WHERE t.status = 'SUBMITTED'))::int AS submitted,
         (count(*) FILTER (WHERE t.status = 'SKIPPED'))::int AS skipped,
         (count(*) FILTER (WHERE t.status = 'LEASED'))::int AS held,
         percentile_cont(0.5) WITHIN GROUP (
           ORDER BY CASE WHEN a.import_id IS NULL THEN coalesce(a.active_ms, c.active_ms) END) AS "medianMs",
         max(coalesce(t.ended_at, t.leased_at)) AS "lastAt"
  FROM task t LEFT JOIN annotation a ON a.org_id = t.org_id AND a.id = t.annotation_id
  LEFT JOIN control_answer c ON t.control IS NOT NULL AND c.org_id = t.org_id AND c.id = t.annotation_id
  WHERE t.org_id = $1::uuid AND t.batch_id = $2::uuid AND t.person_id IS NOT NULL
  GROUP BY t.person_id`;

const DOCUMENTS = `
  SELECT v.document FROM label_schema_version v
  WHERE v.org_id = $1::uuid AND v.id IN (
    SELECT b.label_schema_version_id FROM batch b WHERE b.org_id = $1::uuid AND b.project_id = $2::uuid)
  ORDER BY v.label_schema_id, v.number`;

/** What a batch asks for; a blind test has no label schema. */
export type BatchAsks = { id: string; kind: string; labelSchemaId: string | null };

/** From midnight, so many days ago; $5 null is ever. */
const SINCE = (at: string) => `($5::int IS NULL OR ${at} >=
  (date_trunc('day', now() AT TIME ZONE $6) - ($5::int - 1) * interval '1 day') AT TIME ZONE $6)`;

/**
 * Of answers `a`; $1 to $6 are `valuesOfFilter`. What was imported is no work done here: it is counted where its batch
 * alone is asked for.
 */
export const COUNTED = `a.org_id = $1::uuid AND a.project_id = $2::uuid
    AND ($3::uuid IS NULL OR a.batch_id = $3::uuid) AND ($4::uuid IS NULL OR a.author_id = $4::uuid)
    AND (a.import_id IS NULL OR $3::uuid IS NOT NULL) AND ${SINCE('a.created_at')}`;

// One array, so that times are sorted once.
export const QUARTILES = `count(*)::int AS answers, coalesce(sum(a.active_ms), 0)::float8 AS "activeMs",
         percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY a.active_ms::float8) AS quartiles`;

const ANSWERS = `
  SELECT a.author_id AS "personId", to_char(a.day, 'YYYY-MM-DD') AS day, ${QUARTILES}, max(a.created_at) AS "lastAt"
  FROM (
    SELECT a.author_id, a.active_ms, a.created_at, (a.created_at AT TIME ZONE $6)::date AS day
    FROM ${ANSWERED} AS a WHERE ${COUNTED}
  ) AS a
  GROUP BY GROUPING SETS ((), (a.author_id), (a.day))`;

// A question of one label and one of several write their labels differently.
const LABELS = `
  SELECT given."questionId", given."labelId", ${QUARTILES}
  FROM ${ANSWERED} AS a
  CROSS JOIN LATERAL jsonb_each(a.payload -> 'answers') AS said (question, answer)
  CROSS JOIN LATERAL (
    SELECT said.question AS "questionId", said.answer -> 'label' ->> 'labelId' AS "labelId"
    WHERE said.answer ->> 'kind' = 'single'
    UNION ALL
    SELECT said.question, chosen ->> 'labelId'
    FROM jsonb_array_elements(said.answer -> 'labels') AS chosen WHERE said.answer ->> 'kind' = 'multiple'
  ) AS given
  WHERE ${COUNTED}
  GROUP BY given."questionId", given."labelId"`;

const SKIPS = `
  SELECT t.person_id AS "personId", t.skip_reason AS reason, count(*)::int AS tasks
  FROM task t JOIN batch b ON b.org_id = t.org_id AND b.id = t.batch_id
  WHERE t.org_id = $1::uuid AND b.project_id = $2::uuid AND t.status = 'SKIPPED'
    AND ($3::uuid IS NULL OR t.batch_id = $3::uuid) AND ($4::uuid IS NULL OR t.person_id = $4::uuid)
    AND ${SINCE('t.ended_at')}
  GROUP BY t.person_id, t.skip_reason`;

// What changes whenever somebody submits, skips or takes back, when an expert or a pattern decides, when a batch is
// made, changed or ended, and when rates are saved. Counts stand
// beside the newest moment because transactions do not become visible in the order of their moments.
const PULSE = `
  SELECT md5(concat_ws('/',
           string_agg(concat_ws(' ', b.id, b.revision, s.pulse), ',' ORDER BY b.id),
           (SELECT max(l.number) FROM labelling_rates_version l
            WHERE l.org_id = $1::uuid AND l.project_id = $2::uuid),
           (SELECT count(*) FROM pattern p
            WHERE p.org_id = $1::uuid AND p.project_id = $2::uuid AND p.status = 'ACTIVE'))) AS pulse
  FROM batch b CROSS JOIN LATERAL (
    SELECT concat_ws(' ',
      (SELECT string_agg(concat_ws(' ', c.status, c.n), ' ' ORDER BY c.status) FROM (
        SELECT t.status, count(*) AS n FROM task t
        WHERE t.org_id = b.org_id AND t.batch_id = b.id GROUP BY t.status) AS c),
      (SELECT string_agg(concat_ws(' ', c.status, c.n), ' ' ORDER BY c.status) FROM (
        SELECT i.status, count(*) AS n FROM review_item i
        WHERE i.org_id = b.org_id AND i.batch_id = b.id GROUP BY i.status) AS c),
      (SELECT max(t.ended_at) FROM task t
       WHERE t.org_id = b.org_id AND t.batch_id = b.id AND t.ended_at IS NOT NULL)) AS pulse
  ) AS s
  WHERE b.org_id = $1::uuid AND b.project_id = $2::uuid`;

/** What `COUNTED` is asked with. */
export function valuesOfFilter(orgId: string, filter: LabellingFilter): unknown[] {
  const { projectId, batchId, personId, days, timeZone } = filter;
  return [orgId, projectId, batchId, personId, days, timeZone];
}

/** Numbers of labelling work, counted by the database. */
export function createLabellingRepository({ t, statements, orgId }: RepositoryContext) {
  const valuesOf = (filter: LabellingFilter) => valuesOfFilter(orgId, filter);
  return {
    /** Answers of each person to each batch in the last `days`, and the time at work on them. */
    measured: async (projectId: string, days: number): Promise<MeasuredWork[]> => {
      const values = [orgId, projectId, days];
      return (await statements.run<MeasuredWork>('labelling_measured', MEASURED, values)).rows;
    },
    /** What each batch of a project asks for: the kind of work, and the label schema whatever its version. */
    asks: async (projectId: string): Promise<BatchAsks[]> => {
      const { rows } = await statements.run<BatchAsks>('labelling_asks', ASKS, [orgId, projectId]);
      return rows;
    },
    /** Label schemas of the batches of a project, older versions before newer ones. */
    documents: async (projectId: string): Promise<{ document: unknown }[]> =>
      (await statements.run<{ document: unknown }>('labelling_documents', DOCUMENTS, [orgId, projectId]))
        .rows,
    /** Who did or holds how much of a batch. */
    workers: async (batchId: string): Promise<BatchWorker[]> => {
      const { rows } = await statements.run<BatchWorker>('labelling_workers', WORKERS, [orgId, batchId]);
      return rows;
    },
    /** Answers of all together, of each person, and of each day. */
    answers: async (filter: LabellingFilter): Promise<AnswerGroup[]> =>
      (await statements.run<AnswerGroup>('labelling_answers', ANSWERS, valuesOf(filter))).rows,
    /** Answers by the label that they gave; one that gave several labels counts for each. */
    labels: async (filter: LabellingFilter): Promise<LabelNumbers[]> =>
      (await statements.run<LabelNumbers>('labelling_labels', LABELS, valuesOf(filter))).rows,
    skips: async (filter: LabellingFilter): Promise<SkipNumbers[]> =>
      (await statements.run<SkipNumbers>('labelling_skips', SKIPS, valuesOf(filter))).rows,
    /** Differs from what it was before whenever a number of this project may. */
    pulse: async (projectId: string): Promise<string> => {
      const { rows } = await statements.run<{ pulse: string }>('labelling_pulse', PULSE, [orgId, projectId]);
      return rows[0]?.pulse ?? '';
    },
    /** Turns that ended with an answer or a reason, the newest first; `before` is the last one that was seen. */
    ended: (
      filter: LabellingFilter & {
        status: 'SUBMITTED' | 'SKIPPED' | null;
        day: string | null;
        skipReason: string | null;
        label: { questionId: string; labelId: string } | null;
        /** The hash of what a slice asks. */
        slice: string | null;
      },
      limit: number,
      before: string | null,
    ): Promise<EndedTask[]> => {
      const { projectId, batchId, personId, days, timeZone, status, day, skipReason, label, slice } = filter;
      const none = Prisma.empty;
      return t.$queryRaw<EndedTask[]>`
        SELECT t.id, t.batch_id AS "batchId", b.number AS "batchNumber", b.name AS "batchName", t.item,
               t.row::float8 AS row, t.status, t.person_id AS "personId", t.ended_at AS "endedAt",
               (CASE WHEN a.import_id IS NULL THEN coalesce(a.active_ms, c.active_ms) END)::float8 AS "activeMs", coalesce(a.payload, c.payload) AS payload,
               b.kind AS "batchKind",
               t.skip_reason AS "skipReason", t.skip_note AS "skipNote", t.control
        FROM task t JOIN batch b ON b.org_id = t.org_id AND b.id = t.batch_id
        LEFT JOIN annotation_now a ON a.org_id = t.org_id AND a.id = t.annotation_id
        LEFT JOIN control_answer_now c ON t.control IS NOT NULL AND c.org_id = t.org_id AND c.id = t.annotation_id
        WHERE t.org_id = ${orgId}::uuid AND b.project_id = ${projectId}::uuid AND t.ended_at IS NOT NULL
          AND t.status IN ('SUBMITTED', 'SKIPPED')
          ${batchId === null ? Prisma.sql`AND a.import_id IS NULL` : Prisma.sql`AND t.batch_id = ${batchId}::uuid`}
          ${personId === null ? none : Prisma.sql`AND t.person_id = ${personId}::uuid`}
          ${status === null ? none : Prisma.sql`AND t.status = ${status}`}
          ${skipReason === null ? none : Prisma.sql`AND t.skip_reason = ${skipReason}`}
          ${
            days === null
              ? none
              : Prisma.sql`AND t.ended_at >= (date_trunc('day', now() AT TIME ZONE ${timeZone})
                  - ${days - 1} * interval '1 day') AT TIME ZONE ${timeZone}`
          }
          ${
            day === null
              ? none
              : Prisma.sql`AND t.ended_at >= ${day}::date::timestamp AT TIME ZONE ${timeZone}
                  AND t.ended_at < (${day}::date + 1)::timestamp AT TIME ZONE ${timeZone}`
          }
          ${
            label === null
              ? none
              : Prisma.sql`AND (
                  coalesce(a.payload, c.payload) -> 'answers' -> ${label.questionId} -> 'label' ->> 'labelId' = ${label.labelId}
                  OR coalesce(a.payload, c.payload) -> 'answers' -> ${label.questionId} -> 'labels'
                     @> jsonb_build_array(jsonb_build_object('labelId', ${label.labelId}::text)))`
          }
          ${
            slice === null
              ? none
              : Prisma.sql`AND t.control IS NULL AND EXISTS (
                  SELECT 1 FROM slice_set s JOIN slice_item i ON i.org_id = s.org_id AND i.set_id = s.id
                  WHERE s.org_id = t.org_id AND s.batch_id = t.batch_id AND s.hash = ${slice} AND i.item = t.item)`
          }
          ${
            before === null
              ? none
              : Prisma.sql`AND (t.ended_at, t.id) < (SELECT p.ended_at, p.id FROM task p
                  WHERE p.org_id = ${orgId}::uuid AND p.id = ${before}::uuid)`
          }
        ORDER BY t.ended_at DESC, t.id DESC LIMIT ${limit + 1}`;
    },
  };
}
