import { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';
import type { TaskOfBatch } from './tasks.ts';

export type ControlItemRow = {
  item: number;
  kind: string;
  runId: string;
  row: number;
  cells: Prisma.JsonValue;
  truth: Prisma.JsonValue;
};

/** By what an answer is known: a decision of an expert, or what was imported as known. */
export type GoldCandidate = {
  /** The decision, or the imported answer. */
  decisionId: string;
  sampleKey: string;
  runId: string;
  row: number;
  payload: Prisma.JsonValue;
};

/** How often somebody met control tasks of a kind, and what became of them; skipped ones are not in `n`. */
export type ControlNumbers = {
  personId: string | null;
  kind: string;
  fault: string | null;
  n: number;
  good: number;
  skipped: number;
};

export type ControlFilter = {
  projectId: string;
  batchId: string | null;
  personId: string | null;
  days: number | null;
  timeZone: string;
};

export type ControlAnswerRow = {
  id: string;
  batchId: string;
  batchNumber: number;
  batchName: string;
  item: number;
  row: number;
  personId: string;
  kind: string;
  outcome: string;
  payload: Prisma.JsonValue;
  truth: Prisma.JsonValue;
  labelSchemaVersionId: string;
  createdAt: Date;
};

/** What somebody said of a row of a blind test; `row` is its place in the run, or in the source if it is a real one. */
export type BlindAnswerRow = {
  item: number;
  row: number;
  personId: string;
  outcome: string;
  payload: Prisma.JsonValue;
  truth: Prisma.JsonValue;
};

// One for each sample: the newest decision that stands, else what was imported last.
const GOLD = `
  SELECT DISTINCT ON (known."sampleKey") known."decisionId", known."sampleKey", known."runId", known.row, known.payload
  FROM (
    SELECT d.id AS "decisionId", d.sample_key AS "sampleKey", b.run_id AS "runId", t.row::float8 AS row, d.payload,
           0 AS rank, d.created_at AS at
    FROM decision_now d
    JOIN batch b ON b.org_id = d.org_id AND b.id = d.batch_id
    JOIN task t ON t.org_id = d.org_id AND t.batch_id = d.batch_id AND t.item = d.item AND t.slot = 1
    JOIN label_schema_version v ON v.org_id = d.org_id AND v.id = d.label_schema_version_id
    WHERE d.org_id = $1::uuid AND d.project_id = $2::uuid AND v.label_schema_id = $3::uuid
      AND d.method = 'expert' AND d.payload IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM decision_retraction r WHERE r.org_id = d.org_id AND r.decision_id = d.id)
      AND NOT EXISTS (
        SELECT 1 FROM decision s WHERE s.org_id = d.org_id AND s.batch_id = d.batch_id AND s.supersedes = d.id
          AND NOT EXISTS (SELECT 1 FROM decision_retraction r WHERE r.org_id = s.org_id AND r.decision_id = s.id))
    UNION ALL
    SELECT g.id, g.sample_key, i.run_id, g.row::float8, g.payload, 1, i.committed_at
    FROM label_import i
    JOIN imported_answer_now g ON g.org_id = i.org_id AND g.import_id = i.id
    JOIN label_schema_version v ON v.org_id = i.org_id AND v.id = i.label_schema_version_id
    WHERE i.org_id = $1::uuid AND i.project_id = $2::uuid AND v.label_schema_id = $3::uuid
      AND i.use = 'gold' AND i.status = 'DONE'
  ) AS known
  ORDER BY known."sampleKey", known.rank, known.at DESC, known."decisionId" DESC LIMIT $4::int`;

// Known answers that tell something still to be asked: a control task measures by them, or their sample waits in a batch.
const STILL_ASKED = `
  SELECT known.id FROM unnest($2::uuid[], $3::uuid[]) AS known(id, key)
  WHERE known.id::text IN (SELECT c.truth ->> 'decisionId' FROM control_item c WHERE c.org_id = $1::uuid)
     OR known.key IN (
       SELECT t.sample_key FROM task t WHERE t.org_id = $1::uuid AND t.status IN ('OPEN', 'LEASED'))`;

const ITEMS = `
  SELECT item, kind, run_id AS "runId", row::float8 AS row, cells, truth FROM control_item_now
  WHERE org_id = $1::uuid AND batch_id = $2::uuid AND ($3::int[] IS NULL OR item = ANY ($3::int[])) ORDER BY item`;

const BLIND_ANSWERS = `
  SELECT c.item, i.row::float8 AS row, c.author_id AS "personId", c.outcome, c.payload, i.truth
  FROM control_answer c
  JOIN control_item i ON i.org_id = c.org_id AND i.batch_id = c.batch_id AND i.item = c.item
  WHERE c.org_id = $1::uuid AND c.batch_id = $2::uuid AND c.kind = 'blind' AND c.retracted_at IS NULL
  ORDER BY c.item, c.created_at, c.id`;

const COUNTED = (since: Prisma.Sql, { batchId, personId }: ControlFilter) => Prisma.sql`
  c.retracted_at IS NULL AND c.kind <> 'blind'
  ${batchId === null ? Prisma.empty : Prisma.sql`AND c.batch_id = ${batchId}::uuid`}
  ${personId === null ? Prisma.empty : Prisma.sql`AND c.author_id = ${personId}::uuid`}
  ${since}`;

const sinceOf = ({ days, timeZone }: ControlFilter): Prisma.Sql =>
  days === null
    ? Prisma.empty
    : Prisma.sql`AND c.created_at >= (date_trunc('day', now() AT TIME ZONE ${timeZone})
        - ${days - 1} * interval '1 day') AT TIME ZONE ${timeZone}`;

/** Control tasks: what is known of them, and what people said. */
export function createControlRepository({ t, statements, orgId }: RepositoryContext) {
  return {
    /** Which of these known answers tell what somebody is still to be asked. */
    stillAsked: async (
      known: readonly { decisionId: string; sampleKey: string }[],
    ): Promise<ReadonlySet<string>> => {
      const { rows } = await statements.run<{ id: string }>('control_still_asked', STILL_ASKED, [
        orgId,
        known.map((each) => each.decisionId),
        known.map((each) => each.sampleKey),
      ]);
      return new Set(rows.map((row) => row.id));
    },
    /** Samples whose answer is known under this label schema, whatever its version, by their keys. */
    gold: async (projectId: string, labelSchemaId: string, most: number): Promise<GoldCandidate[]> => {
      const values = [orgId, projectId, labelSchemaId, most];
      return (await statements.run<GoldCandidate>('control_gold', GOLD, values)).rows;
    },
    /** Control items of a batch, or some of them, in the order of the batch. */
    items: async (batchId: string, items?: readonly number[]): Promise<ControlItemRow[]> => {
      const values = [orgId, batchId, items === undefined ? null : [...items]];
      return (await statements.run<ControlItemRow>('control_items', ITEMS, values)).rows;
    },
    addItems: async (
      batchId: string,
      rows: readonly (Omit<ControlItemRow, 'cells' | 'truth'> & {
        cells: Prisma.InputJsonValue;
        truth: Prisma.InputJsonValue;
      })[],
    ): Promise<void> => {
      await t.controlItem.createMany({ data: rows.map((row) => ({ ...row, orgId, batchId })) });
    },
    /** How many of each kind a batch has. */
    counts: async (batchId: string): Promise<{ gold: number; seeded: number }> => {
      const rows = await t.controlItem.groupBy({ by: ['kind'], where: { orgId, batchId }, _count: true });
      const of = (kind: string) => rows.find((row) => row.kind === kind)?._count ?? 0;
      return { gold: of('gold'), seeded: of('seeded') };
    },
    answer: async ({
      task,
      ...row
    }: {
      id: string;
      task: TaskOfBatch;
      authorId: string;
      kind: string;
      outcome: string;
      toolVersion: string;
      activeMs: number;
      payload: Prisma.InputJsonValue | null;
    }): Promise<void> => {
      const { projectId, batchId, item, id: taskId, labelSchemaVersionId } = task;
      await t.controlAnswer.create({
        data: {
          ...row,
          activeMs: Math.round(row.activeMs),
          payload: row.payload ?? Prisma.DbNull,
          orgId,
          projectId,
          batchId,
          taskId,
          item,
          labelSchemaVersionId,
        },
      });
    },
    getAnswer: (id: string) => t.controlAnswer.findUnique({ where: { id, orgId } }),
    /** Takes back what was said in a turn; returns it. */
    retract: async (taskId: string, at: Date) => {
      const found = await t.controlAnswer.findFirst({ where: { orgId, taskId, retractedAt: null } });
      if (found !== null) {
        await t.controlAnswer.update({ where: { id: found.id, orgId }, data: { retractedAt: at } });
        const [now] = await t.$queryRaw<{ payload: Prisma.JsonValue }[]>`
          SELECT payload FROM control_answer_now WHERE org_id = ${orgId}::uuid AND id = ${found.id}::uuid`;
        return { ...found, payload: now?.payload ?? null };
      }
      return null;
    },
    /** What became of control tasks: of everybody together, of each person, and of each kind of fault. */
    numbers: (filter: ControlFilter): Promise<ControlNumbers[]> => t.$queryRaw<ControlNumbers[]>`
      SELECT c.author_id AS "personId", c.kind, i.truth -> 'fault' ->> 'kind' AS fault,
             (count(*) FILTER (WHERE c.outcome <> 'skipped'))::int AS n,
             (count(*) FILTER (WHERE c.outcome IN ('right', 'caught')))::int AS good,
             (count(*) FILTER (WHERE c.outcome = 'skipped'))::int AS skipped
      FROM control_answer c
      JOIN control_item i ON i.org_id = c.org_id AND i.batch_id = c.batch_id AND i.item = c.item
      WHERE c.org_id = ${orgId}::uuid AND c.project_id = ${filter.projectId}::uuid
        AND ${COUNTED(sinceOf(filter), filter)}
      GROUP BY c.author_id, c.kind, fault ORDER BY c.author_id, c.kind, fault`,
    /** What stands of a blind test: who said what of which row. */
    blindAnswers: async (batchId: string): Promise<BlindAnswerRow[]> => {
      const { rows } = await statements.run<BlindAnswerRow>('control_blind_answers', BLIND_ANSWERS, [
        orgId,
        batchId,
      ]);
      return rows;
    },
    /** Answers to control tasks, the newest first; `before` is the last one that was seen. */
    list: (
      filter: ControlFilter & { kind: string | null; outcome: string | null; fault: string | null },
      limit: number,
      before: string | null,
    ): Promise<ControlAnswerRow[]> => t.$queryRaw<ControlAnswerRow[]>`
      SELECT c.id, c.batch_id AS "batchId", b.number AS "batchNumber", b.name AS "batchName", c.item,
             i.row::float8 AS row, c.author_id AS "personId", c.kind, c.outcome, c.payload, i.truth,
             b.label_schema_version_id AS "labelSchemaVersionId", c.created_at AS "createdAt"
      FROM control_answer_now c
      JOIN control_item_now i ON i.org_id = c.org_id AND i.batch_id = c.batch_id AND i.item = c.item
      JOIN batch b ON b.org_id = c.org_id AND b.id = c.batch_id
      WHERE c.org_id = ${orgId}::uuid AND c.project_id = ${filter.projectId}::uuid
        AND ${COUNTED(sinceOf(filter), filter)}
        ${filter.kind === null ? Prisma.empty : Prisma.sql`AND c.kind = ${filter.kind}`}
        ${filter.outcome === null ? Prisma.empty : Prisma.sql`AND c.outcome = ${filter.outcome}`}
        ${filter.fault === null ? Prisma.empty : Prisma.sql`AND i.truth -> 'fault' ->> 'kind' = ${filter.fault}`}
        ${
          before === null
            ? Prisma.empty
            : Prisma.sql`AND (c.created_at, c.id) < (SELECT p.created_at, p.id FROM control_answer p
                WHERE p.org_id = ${orgId}::uuid AND p.id = ${before}::uuid)`
        }
      ORDER BY c.created_at DESC, c.id DESC LIMIT ${limit + 1}`,
  };
}
