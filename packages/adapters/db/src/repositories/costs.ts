import type { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

/** Time that somebody spent on a batch, while the rates of a place in time held. */
export type WorkTime = {
  batchId: string;
  personId: string;
  work: string;
  /** How many moments of `edges` had passed. */
  edge: number;
  /** Milliseconds. */
  ms: bigint;
  /** Pieces of work whose time was not measured. */
  unmeasured: number;
};

/** A sample whose answers differ: whether they make a label is not for the database to say. */
export type UndecidedSample = {
  runId: string;
  sampleKey: string;
  labelSchemaId: string;
  /** The newest version of the label schema under which anything was said. */
  schemaVersionId: string;
  /** One of each person, in the order of their ids. */
  answerIds: string[];
};

export type SettledSample = Omit<UndecidedSample, 'answerIds' | 'schemaVersionId'> & {
  answers: Prisma.InputJsonValue;
};

/** Labels that a version would accept, counted; see `count` for what is counted by what. */
export type AcceptedCount = {
  of:
    | 'all'
    | 'undecided'
    | 'batch'
    | 'person'
    | 'label'
    | 'rows'
    | 'batch rows'
    | 'label rows'
    | 'label time';
  a: string | null;
  b: string | null;
  c: string | null;
  work: string | null;
  edge: number | null;
  n: bigint;
};

export type CostFilter = { projectId: string; batchId: string | null };

export type RunForCost = {
  id: string;
  kind: string;
  createdAt: Date;
  rows: bigint | null;
  /** Milliseconds of the workers that generated it. */
  workerMs: bigint;
};

/** What counts as a label at all; work that looks into a blocked run makes none and is left out of costs. */
const LABELLING = `b.kind IN ('label', 'verify', 'imported') AND NOT b.investigation`;

const NOT_RETRACTED = (of: string) => `NOT EXISTS (
    SELECT 1 FROM annotation_retraction r WHERE r.org_id = ${of}.org_id AND r.annotation_id = ${of}.id)`;

/** Decisions of experts; of what a pattern decides with all that are like it, the time is that of the pattern's item. */
const ACTS = `k.kind IN ('accepted', 'corrected', 'rejected', 'sent-back') AND k.pattern_id IS NULL`;

// $1 organisation, $2 project, $3 batch or null, $4 moments at which rates change.
const TIMES = `
  WITH replaced AS (
    SELECT DISTINCT s.supersedes AS id FROM annotation s
    WHERE s.org_id = $1::uuid AND s.project_id = $2::uuid AND s.supersedes IS NOT NULL AND ${NOT_RETRACTED('s')}),
  worked AS (
    SELECT a.batch_id, a.author_id AS person_id,
           CASE WHEN r.annotation_id IS NULL AND p.id IS NULL THEN 'answer' ELSE 'redone' END AS work,
           width_bucket(a.created_at, $4::timestamptz[]) AS edge, a.active_ms AS ms
    FROM annotation a
    LEFT JOIN annotation_retraction r ON r.org_id = a.org_id AND r.annotation_id = a.id
    LEFT JOIN replaced p ON p.id = a.id
    WHERE a.org_id = $1::uuid AND a.project_id = $2::uuid AND a.import_id IS NULL
      AND ($3::uuid IS NULL OR a.batch_id = $3::uuid)
    UNION ALL
    SELECT c.batch_id, c.author_id, 'control', width_bucket(c.created_at, $4::timestamptz[]), c.active_ms
    FROM control_answer c
    WHERE c.org_id = $1::uuid AND c.project_id = $2::uuid AND c.payload IS NOT NULL
      AND ($3::uuid IS NULL OR c.batch_id = $3::uuid)
    UNION ALL
    SELECT i.batch_id, k.by, 'review', width_bucket(k.created_at, $4::timestamptz[]), k.active_ms
    FROM review_act k JOIN review_item i ON i.org_id = k.org_id AND i.id = k.item_id
    WHERE k.org_id = $1::uuid AND i.project_id = $2::uuid AND ${ACTS}
      AND ($3::uuid IS NULL OR i.batch_id = $3::uuid))
  SELECT w.batch_id AS "batchId", w.person_id AS "personId", w.work, w.edge,
         coalesce(sum(w.ms), 0)::text AS ms, (count(*) FILTER (WHERE w.ms IS NULL))::int AS unmeasured
  FROM worked w JOIN batch b ON b.org_id = $1::uuid AND b.id = w.batch_id AND ${LABELLING}
  GROUP BY w.batch_id, w.person_id, w.work, w.edge
  ORDER BY w.batch_id, w.person_id, w.work, w.edge`;

const ONE_RUN = `($3::uuid IS NULL OR b.run_id = (SELECT o.run_id FROM batch o WHERE o.org_id = $1::uuid AND o.id = $3::uuid))`;
const OF_RUN = `JOIN run n ON n.org_id = b.org_id AND n.id = b.run_id AND n.status = 'READY' AND n.deleted_at IS NULL`;

/**
 * Final labels as a version of accepted samples would take them from every run that passed its gates; the same rules
 * as in settle-labels of the services, for what need not be weighed: one answer, an expert's, or answers that are the
 * same. Others have no answers in `states`. A sample is known by its key, which says of which row of its run it is.
 */
const STATES = `
  said AS MATERIALIZED (
    SELECT DISTINCT ON (b.run_id, a.sample_key, v.label_schema_id, a.author_id)
           b.run_id, a.sample_key AS at, v.label_schema_id AS schema_id, v.number, v.id AS version_id, a.author_id, a.id,
           a.batch_id, a.import_id IS NULL AS here, a.payload -> 'answers' AS answers,
           coalesce(a.payload -> 'realism' ->> 'verdict' = 'implausible', false) AS implausible,
           coalesce((a.payload ->> 'artefact')::boolean, false) AS artefact
    FROM annotation_now a
    JOIN batch b ON b.org_id = a.org_id AND b.id = a.batch_id AND ${LABELLING}
    ${OF_RUN}
    JOIN label_schema_version v ON v.org_id = a.org_id AND v.id = b.label_schema_version_id
    WHERE a.org_id = $1::uuid AND a.project_id = $2::uuid AND ${ONE_RUN} AND ${NOT_RETRACTED('a')}
      AND NOT EXISTS (SELECT 1 FROM annotation s WHERE s.org_id = a.org_id AND s.supersedes = a.id
                      AND ${NOT_RETRACTED('s')})
    ORDER BY b.run_id, a.sample_key, v.label_schema_id, a.author_id, a.created_at DESC, a.id DESC),
  decided AS MATERIALIZED (
    SELECT DISTINCT ON (b.run_id, d.sample_key, v.label_schema_id)
           b.run_id, d.sample_key AS at, v.label_schema_id AS schema_id, v.number, v.id AS version_id, d.outcome, d.payload,
           d.decided_by, d.batch_id
    FROM decision_now d
    JOIN batch b ON b.org_id = d.org_id AND b.id = d.batch_id AND ${LABELLING}
    ${OF_RUN}
    JOIN label_schema_version v ON v.org_id = d.org_id AND v.id = b.label_schema_version_id
    WHERE d.org_id = $1::uuid AND d.project_id = $2::uuid AND ${ONE_RUN}
      AND NOT EXISTS (SELECT 1 FROM decision_retraction r WHERE r.org_id = d.org_id AND r.decision_id = d.id)
      AND NOT EXISTS (
        SELECT 1 FROM decision s WHERE s.org_id = d.org_id AND s.batch_id = d.batch_id AND s.supersedes = d.id
          AND NOT EXISTS (SELECT 1 FROM decision_retraction r WHERE r.org_id = s.org_id AND r.decision_id = s.id))
    ORDER BY b.run_id, d.sample_key, v.label_schema_id, d.created_at DESC, d.id DESC),
  asked AS (
    SELECT DISTINCT ON (u.schema_id) u.schema_id, u.version_id,
           ARRAY(SELECT must #>> '{}' FROM jsonb_path_query(v.document, '$.questions[*] ? (@.required == true).id') AS must)
             AS required
    FROM (SELECT schema_id, number, version_id FROM said UNION SELECT schema_id, number, version_id FROM decided) u
    JOIN label_schema_version v ON v.org_id = $1::uuid AND v.id = u.version_id
    ORDER BY u.schema_id, u.number DESC),
  under AS MATERIALIZED (
    SELECT run_id, at, schema_id, count(*)::int AS n, (array_agg(answers))[1] AS answers,
           min(jsonb_hash_extended(answers, 0)) = max(jsonb_hash_extended(answers, 0)) AS same,
           (count(*) FILTER (WHERE implausible))::int AS implausible,
           (count(*) FILTER (WHERE artefact))::int AS artefact, array_agg(id ORDER BY id) AS ids
    FROM said GROUP BY run_id, at, schema_id),
  excluded AS MATERIALIZED (
    SELECT run_id, at FROM under GROUP BY run_id, at
    HAVING 2 * sum(implausible) > sum(n) OR 2 * sum(artefact) > sum(n)
    UNION SELECT run_id, at FROM decided WHERE outcome = 'rejected'
    UNION SELECT f.run_id, f.sample_key FROM sample_flag f
      JOIN pattern p ON p.org_id = f.org_id AND p.id = f.pattern_id AND p.status = 'ACTIVE' AND p.project_id = $2::uuid
      WHERE f.org_id = $1::uuid
    UNION SELECT b.run_id, i.sample_key FROM review_item i
      JOIN batch b ON b.org_id = i.org_id AND b.id = i.batch_id AND ${LABELLING}
      WHERE i.org_id = $1::uuid AND i.project_id = $2::uuid AND i.status IN ('WAITING', 'OPEN', 'SENT_BACK')),
  states AS MATERIALIZED (
    SELECT run_id, at, schema_id, u.ids,
           CASE WHEN d.payload IS NOT NULL THEN d.payload -> 'answers'
                WHEN u.n = 1 OR (u.same AND u.answers ?& q.required) THEN u.answers END AS answers
    FROM under u FULL JOIN decided d USING (run_id, at, schema_id)
    LEFT JOIN asked q USING (schema_id)
    WHERE (u.n IS NOT NULL OR d.payload IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM excluded x WHERE x.run_id = coalesce(u.run_id, d.run_id) AND x.at = coalesce(u.at, d.at)))`;

// What was imported decides with the other answers, and what rests on it alone cost nothing here and is not counted.
// $5 to $8: samples whose answers differ and make a label all the same, with it.
const COUNTS = `
  WITH ${STATES},
  finals AS MATERIALIZED (
    SELECT row_number() OVER () AS f, run_id, at, schema_id, answers FROM (
      SELECT run_id, at, schema_id, answers FROM states WHERE answers IS NOT NULL
      UNION ALL
      SELECT h.run_id, h.at, h.schema_id, h.answers::jsonb
      FROM unnest($5::uuid[], $6::uuid[], $7::uuid[], $8::text[]) AS h (run_id, at, schema_id, answers)) AS each),
  links AS MATERIALIZED (
    SELECT run_id, at, schema_id, batch_id, person_id FROM (
      SELECT run_id, at, schema_id, batch_id, author_id AS person_id FROM said WHERE here
      UNION SELECT run_id, at, schema_id, batch_id, decided_by FROM decided) AS l
    WHERE $3::uuid IS NULL OR l.batch_id = $3::uuid),
  linked AS MATERIALIZED (
    SELECT f.f, l.batch_id, l.person_id FROM finals f JOIN links l USING (run_id, at, schema_id)),
  given AS MATERIALIZED (
    SELECT f.run_id, f.at, f.schema_id, chosen.question, chosen.label
    FROM finals f CROSS JOIN LATERAL jsonb_each(f.answers) AS said_of (question, answer)
    CROSS JOIN LATERAL (
      SELECT said_of.question, said_of.answer -> 'label' ->> 'labelId' AS label
      WHERE said_of.answer ->> 'kind' = 'single'
      UNION ALL
      SELECT said_of.question, one ->> 'labelId'
      FROM jsonb_array_elements(said_of.answer -> 'labels') AS one WHERE said_of.answer ->> 'kind' = 'multiple'
    ) AS chosen
    WHERE EXISTS (SELECT 1 FROM linked l WHERE l.f = f.f)),
  worked AS (
    SELECT b.run_id, a.sample_key AS at, v.label_schema_id AS schema_id, a.author_id AS person_id, 'answer' AS work,
           width_bucket(a.created_at, $4::timestamptz[]) AS edge, a.active_ms AS ms
    FROM annotation a
    JOIN batch b ON b.org_id = a.org_id AND b.id = a.batch_id AND ${LABELLING}
    JOIN label_schema_version v ON v.org_id = a.org_id AND v.id = a.label_schema_version_id
    WHERE a.org_id = $1::uuid AND a.project_id = $2::uuid AND a.import_id IS NULL
      AND ($3::uuid IS NULL OR a.batch_id = $3::uuid)
    UNION ALL
    SELECT b.run_id, i.sample_key, v.label_schema_id, k.by, 'review', width_bucket(k.created_at, $4::timestamptz[]), k.active_ms
    FROM review_act k JOIN review_item i ON i.org_id = k.org_id AND i.id = k.item_id
    JOIN batch b ON b.org_id = i.org_id AND b.id = i.batch_id AND ${LABELLING}
    JOIN label_schema_version v ON v.org_id = b.org_id AND v.id = b.label_schema_version_id
    WHERE k.org_id = $1::uuid AND i.project_id = $2::uuid AND ${ACTS} AND k.active_ms IS NOT NULL
      AND ($3::uuid IS NULL OR i.batch_id = $3::uuid))
  SELECT 'all' AS of, NULL AS a, NULL AS b, NULL AS c, NULL AS work, NULL::int AS edge, count(DISTINCT f)::text AS n
  FROM linked
  UNION ALL
  SELECT 'undecided', s.run_id::text, s.at::text, s.schema_id::text,
         concat_ws(' ', q.version_id, array_to_string(s.ids, ' ')), NULL, '0'
  FROM states s JOIN asked q ON q.schema_id = s.schema_id WHERE s.answers IS NULL
  UNION ALL
  SELECT 'batch', batch_id::text, NULL, NULL, NULL, NULL, count(DISTINCT f)::text FROM linked GROUP BY batch_id
  UNION ALL
  SELECT 'person', person_id::text, NULL, NULL, NULL, NULL, count(DISTINCT f)::text FROM linked GROUP BY person_id
  UNION ALL
  SELECT 'label', question, label, NULL, NULL, NULL, count(*)::text FROM given GROUP BY question, label
  UNION ALL
  SELECT 'rows', run_id::text, NULL, NULL, NULL, NULL, count(DISTINCT at)::text FROM links GROUP BY run_id
  UNION ALL
  SELECT 'batch rows', batch_id::text, run_id::text, NULL, NULL, NULL, count(DISTINCT at)::text
  FROM links GROUP BY batch_id, run_id
  UNION ALL
  SELECT 'label rows', question, label, run_id::text, NULL, NULL, count(*)::text
  FROM given GROUP BY question, label, run_id
  UNION ALL
  SELECT 'label time', g.question, g.label, w.person_id::text, w.work, w.edge, sum(w.ms)::text
  FROM given g JOIN worked w USING (run_id, at, schema_id)
  GROUP BY g.question, g.label, w.person_id, w.work, w.edge`;

const RUNS = `
  SELECT n.id, n.kind, n.created_at AS "createdAt", (n.manifest ->> 'rows')::bigint::text AS rows,
         coalesce((SELECT sum(extract(epoch FROM j.finished_at - j.started_at) * 1000)::bigint FROM job j
                   WHERE j.org_id = n.org_id AND j.subject_type = 'run' AND j.subject_id = n.id
                     AND j.kind IN ('generation.run', 'generation.shard') AND j.finished_at IS NOT NULL), 0)::text
           AS "workerMs"
  FROM run n WHERE n.org_id = $1::uuid AND n.id = ANY ($2::uuid[])`;

const PAYLOADS = `SELECT id, payload FROM annotation_now WHERE org_id = $1::uuid AND id = ANY ($2::uuid[])`;

/** What labels cost: rates as they were saved, time that was spent, labels that a version would accept. */
export function createCostRepository({ t, statements, orgId }: RepositoryContext) {
  const read = async <Row extends object>(name: string, text: string, values: unknown[]) =>
    (await statements.run<Row>(name, text, values)).rows;
  return {
    /** Rates of a project, the newest first. */
    rates: (projectId: string) =>
      t.labellingRatesVersion.findMany({ where: { orgId, projectId }, orderBy: { number: 'desc' } }),
    /** The next rates; `known` is the number that was seen. Null when there are newer ones. */
    addRates: async (row: {
      id: string;
      projectId: string;
      known: number;
      holdsFrom: Date | null;
      document: Prisma.InputJsonValue;
      note: string;
      createdBy: string;
    }) => {
      const { known, ...rest } = row;
      // The project's row is the lock under which numbers are given.
      await t.$queryRaw`SELECT 1 FROM project WHERE id = ${row.projectId}::uuid AND org_id = ${orgId}::uuid FOR NO KEY UPDATE`;
      const of = { orgId, projectId: row.projectId };
      const last = await t.labellingRatesVersion.aggregate({ where: of, _max: { number: true } });
      if ((last._max.number ?? 0) !== known) return null;
      return t.labellingRatesVersion.create({ data: { ...rest, orgId, number: known + 1 } });
    },
    /** Everything that follows in this transaction is of one moment. Must be the first that it reads. */
    atOneMoment: async (): Promise<void> => {
      await read('', 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ', []);
      // What is joined are all answers of a project, of which the planner expects a handful: going through one for
      // each of the other would take as long as both multiplied.
      await read('', 'SET LOCAL enable_nestloop = off', []);
    },
    times: async ({ projectId, batchId }: CostFilter, edges: readonly Date[]): Promise<WorkTime[]> => {
      const rows = await read<Omit<WorkTime, 'ms'> & { ms: string }>('cost_times', TIMES, [
        orgId,
        projectId,
        batchId,
        edges,
      ]);
      return rows.map((row) => ({ ...row, ms: BigInt(row.ms) }));
    },
    payloads: (ids: readonly string[]) =>
      read<{ id: string; payload: Prisma.JsonValue }>('cost_payloads', PAYLOADS, [orgId, ids]),
    /**
     * Labels that are accepted: all, by batch, by person and by label (question and label); rows that were answered or
     * decided by run, by batch and run, and by label and run; milliseconds by label, person, work and place in time.
     *
     * Beside them, samples of which nothing but their answers, weighed one by one, tells whether they have a label.
     *
     * @param settled those of them that have one
     */
    count: async (
      { projectId, batchId }: CostFilter,
      edges: readonly Date[],
      settled: readonly SettledSample[],
    ): Promise<{ counts: AcceptedCount[]; undecided: UndecidedSample[] }> => {
      const rows = await read<Omit<AcceptedCount, 'n'> & { n: string }>('cost_counts', COUNTS, [
        orgId,
        projectId,
        batchId,
        edges,
        settled.map((each) => each.runId),
        settled.map((each) => each.sampleKey),
        settled.map((each) => each.labelSchemaId),
        settled.map((each) => JSON.stringify(each.answers)),
      ]);
      const undecided = rows.flatMap((row): UndecidedSample[] => {
        if (row.of !== 'undecided') return [];
        const [schemaVersionId = '', ...answerIds] = (row.work ?? '').split(' ');
        const [runId, sampleKey, labelSchemaId] = [row.a ?? '', row.b ?? '', row.c ?? ''];
        return [{ runId, sampleKey, labelSchemaId, schemaVersionId, answerIds }];
      });
      const counts = rows.filter((row) => row.of !== 'undecided');
      return { counts: counts.map((row) => ({ ...row, n: BigInt(row.n) })), undecided };
    },
    batches: (ids: readonly string[]) =>
      t.batch.findMany({
        where: { orgId, id: { in: [...ids] } },
        orderBy: { number: 'asc' },
        select: { id: true, number: true, name: true },
      }),
    runs: async (ids: readonly string[]): Promise<RunForCost[]> => {
      type Text = Omit<RunForCost, 'rows' | 'workerMs'> & { rows: string | null; workerMs: string };
      const rows = await read<Text>('cost_runs', RUNS, [orgId, ids]);
      return rows.map((row) => ({
        ...row,
        rows: row.rows === null ? null : BigInt(row.rows),
        workerMs: BigInt(row.workerMs),
      }));
    },
  };
}
