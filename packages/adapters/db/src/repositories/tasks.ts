import type { Prisma } from '../generated/client.ts';
import { ANSWERED } from './answered.ts';
import type { RepositoryContext } from './context.ts';
import { RETRACT_TURN } from './retract-turn.ts';

export type TaskRow = {
  id: string;
  batchId: string;
  item: number;
  slot: number;
  sampleKey: string;
  row: number;
  status: string;
  personId: string | null;
  leaseId: string | null;
  leasedAt: Date | null;
  leaseUntil: Date | null;
  annotationId: string | null;
  /** gold or seeded: a control task, whose answer is no annotation. */
  control: string | null;
  /** What the batch's model says of the row's own label. */
  likelihood: Prisma.JsonValue;
};

/** A task with what its batch says about it. */
export type TaskOfBatch = TaskRow & {
  projectId: string;
  batchStatus: string;
  batchNumber: number;
  batchName: string;
  /** Null of a blind test. */
  labelSchemaVersionId: string | null;
  guidelineId: string | null;
};

/** A guideline by its newest version, and by the newest that somebody has acknowledged. */
export type GuidelineRead = {
  guidelineId: string;
  newestId: string;
  newestNumber: number;
  readId: string | null;
  readNumber: number | null;
};

/** What a person said of a sample; see `Annotation` in the schema. */
export type NewAnnotation = {
  id: string;
  task: TaskOfBatch;
  authorId: string;
  supersedes: string | null;
  toolVersion: string;
  activeMs: number;
  payload: Prisma.InputJsonValue;
};

/** How a batch stands for one person. */
export type QueueOfBatch = {
  id: string;
  name: string;
  status: string;
  assignment: string;
  /** Is the person among those it is for? */
  isNamed: boolean;
  guidelineId: string | null;
  guideline: string | null;
  /** Turns that nobody holds; and those among them at samples that the person has had no turn at. */
  open: number;
  openForPerson: number;
  /** Turns in the hands of others, and when the first of them comes back at the latest. */
  held: number;
  earliest: Date | null;
};

export type OwnNumbers = {
  submitted: number;
  skipped: number;
  /** Time at work on one sample, the middle one since then; null without any. */
  medianActiveMs: number | null;
  activeMs: number;
  submittedInAll: number;
};

const COLUMNS = `task.id, task.batch_id AS "batchId", task.item, task.slot::int, task.sample_key AS "sampleKey",
  task.row::float8 AS row, task.status, task.person_id AS "personId", task.lease_id AS "leaseId",
  task.leased_at AS "leasedAt", task.lease_until AS "leaseUntil", task.annotation_id AS "annotationId", task.control, task.likelihood`;

const UNTIL = (ms: string) => `now() + ${ms} * interval '1 millisecond'`;

const MINE = 'FROM task m WHERE m.org_id = $1::uuid AND m.batch_id = s.id AND m.person_id = $2::uuid';

/**
 * Takes one task for a person: of the batches that serve them and whose guideline is among those they have read, the most urgent first; of a batch, the sample that is
 * served next and that they have had no turn at. Whoever asks at the same moment passes over rows that are locked.
 * `ahead` begins behind the last sample that the person had, which finds a task at once in a batch of which they have
 * done much; only when there is none, everything is looked at. The outer LIMIT must stand without an ORDER BY: sorting
 * would look into every batch first and lock a task in each, and the list of batches is in order already.
 */
const claim = (ahead: boolean) => `
  WITH serving AS MATERIALIZED (
    SELECT b.id, b.priority, b.due_at, b.number FROM batch b
    WHERE b.org_id = $1::uuid AND b.status = 'OPEN' AND b.project_id = ANY ($4::uuid[])
      AND ($5::uuid IS NULL OR b.id = $5::uuid)
      AND (b.assignment = 'pull' OR EXISTS (
        SELECT 1 FROM batch_person p WHERE p.org_id = b.org_id AND p.batch_id = b.id AND p.person_id = $2::uuid))
      AND (b.guideline_id IS NULL OR b.guideline_id = ANY ($7::uuid[]))
    ORDER BY b.priority DESC, b.due_at NULLS LAST, b.number
  ), next AS (
    SELECT found.id FROM serving s CROSS JOIN LATERAL (
      SELECT t.id FROM task t
      WHERE t.org_id = $1::uuid AND t.batch_id = s.id AND t.status = 'OPEN'
        AND t.item ${ahead ? `> coalesce((SELECT max(m.item) ${MINE}), -1)` : `NOT IN (SELECT m.item ${MINE})`}
      ORDER BY t.item, t.slot LIMIT 1 FOR UPDATE SKIP LOCKED
    ) AS found
    LIMIT 1
  )
  UPDATE task SET status = 'LEASED', person_id = $2::uuid, lease_id = $3::uuid, leased_at = clock_timestamp(),
                  lease_until = ${UNTIL('$6::float8')}
  FROM next WHERE task.id = next.id
  RETURNING ${COLUMNS}`;

const CLAIM_AHEAD = claim(true);
const CLAIM_ANY = claim(false);

const GUIDELINES = `
  SELECT g.id AS "guidelineId", newest.id AS "newestId", newest.number AS "newestNumber",
         read.id AS "readId", read.number AS "readNumber"
  FROM (SELECT DISTINCT b.guideline_id AS id FROM batch b
        WHERE b.org_id = $1::uuid AND b.project_id = $3::uuid AND b.status = 'OPEN' AND b.guideline_id IS NOT NULL
          AND ($4::uuid IS NULL OR b.id = $4::uuid)) AS g
  CROSS JOIN LATERAL (
    SELECT v.id, v.number FROM guideline_version v
    WHERE v.org_id = $1::uuid AND v.guideline_id = g.id ORDER BY v.number DESC LIMIT 1
  ) AS newest
  LEFT JOIN LATERAL (
    SELECT v.id, v.number FROM guideline_version v
    JOIN guideline_acknowledgement a ON a.org_id = v.org_id AND a.version_id = v.id AND a.user_id = $2::uuid
    WHERE v.org_id = $1::uuid AND v.guideline_id = g.id ORDER BY v.number DESC LIMIT 1
  ) AS read ON true`;

const RENEW = `
  UPDATE task SET lease_until = ${UNTIL('$4::float8')}
  WHERE org_id = $1::uuid AND person_id = $2::uuid AND status = 'LEASED' AND lease_id = ANY ($3::uuid[])
  RETURNING lease_id AS "leaseId", lease_until AS "leaseUntil"`;

// A lease that ran out while its person was cut off comes back while nobody else has the turn.
const REVIVE = `
  UPDATE task SET status = 'LEASED', person_id = $2::uuid, lease_id = $4::uuid, leased_at = clock_timestamp(),
                  lease_until = ${UNTIL('$5::float8')}
  WHERE org_id = $1::uuid AND id = $3::uuid AND status = 'OPEN'
    AND EXISTS (SELECT 1 FROM batch b WHERE b.org_id = $1::uuid AND b.id = task.batch_id AND (
      b.assignment = 'pull' OR EXISTS (
        SELECT 1 FROM batch_person p WHERE p.org_id = b.org_id AND p.batch_id = b.id AND p.person_id = $2::uuid)))
    AND NOT EXISTS (SELECT 1 FROM task mine WHERE mine.org_id = $1::uuid AND mine.batch_id = task.batch_id
                    AND mine.person_id = $2::uuid AND mine.item = task.item)
  RETURNING ${COLUMNS}`;

const HELD = `
  SELECT ${COLUMNS} FROM task WHERE org_id = $1::uuid AND person_id = $2::uuid AND status = 'LEASED'
    AND ($3::uuid IS NULL OR batch_id = $3::uuid)
    AND ($4::uuid IS NULL OR batch_id IN (SELECT b.id FROM batch b WHERE b.org_id = $1::uuid AND b.project_id = $4::uuid))
  ORDER BY leased_at, item, id`;

const LOCK = `
  SELECT ${COLUMNS}, b.project_id AS "projectId", b.status AS "batchStatus", b.number AS "batchNumber",
         b.name AS "batchName", b.label_schema_version_id AS "labelSchemaVersionId",
         b.guideline_id AS "guidelineId"
  FROM task JOIN batch b ON b.org_id = task.org_id AND b.id = task.batch_id
  WHERE task.org_id = $1::uuid AND task.id = $2::uuid FOR UPDATE OF task`;

const ANNOTATE = `
  INSERT INTO annotation (id, org_id, project_id, batch_id, task_id, item, sample_key, author_id,
                          label_schema_version_id, guideline_version_id, supersedes, tool_version, active_ms, payload)
  VALUES ($2::uuid, $1::uuid, $3::uuid, $4::uuid, $5::uuid, $6::int, $7::uuid, $8::uuid, $9::uuid, (
    SELECT v.id FROM guideline_version v
    JOIN guideline_acknowledgement a ON a.org_id = v.org_id AND a.version_id = v.id AND a.user_id = $8::uuid
    WHERE v.org_id = $1::uuid AND v.guideline_id = $10::uuid ORDER BY v.number DESC LIMIT 1
  ), $11::uuid, $12, $13::bigint, $14::jsonb)`;

type PayloadNow = { id: string; payload: Prisma.JsonValue };
const PAYLOADS_NOW = `SELECT id, payload FROM annotation_now WHERE org_id = $1::uuid AND id = ANY ($2::uuid[])`;

const DELETE_DRAFT = `
  DELETE FROM draft
  WHERE org_id = $1::uuid AND batch_id = $2::uuid AND item = $3::int AND person_id = $4::uuid`;

const END = `
  UPDATE task SET status = $3, lease_id = NULL, lease_until = NULL, annotation_id = $4::uuid, skip_reason = $5,
                  skip_note = $6, ended_at = now()
  WHERE org_id = $1::uuid AND id = $2::uuid`;

const RETAKE = `
  UPDATE task SET status = 'LEASED', lease_id = $3::uuid, leased_at = clock_timestamp(), lease_until = ${UNTIL('$4::float8')},
                  annotation_id = NULL, skip_reason = NULL, skip_note = NULL, ended_at = NULL
  WHERE org_id = $1::uuid AND id = $2::uuid
  RETURNING ${COLUMNS}`;

const RELEASE = `
  UPDATE task SET status = 'OPEN', person_id = NULL, lease_id = NULL, leased_at = NULL, lease_until = NULL
  WHERE org_id = $1::uuid AND person_id = $2::uuid AND status = 'LEASED'
    AND ($3::uuid[] IS NULL OR lease_id = ANY ($3::uuid[]))
    AND ($4::uuid[] IS NULL OR batch_id = ANY ($4::uuid[]))
    AND ($5::uuid IS NULL OR batch_id IN (SELECT b.id FROM batch b WHERE b.org_id = $1::uuid AND b.project_id = $5::uuid))
  RETURNING id`;

// Counted only as far as it matters: see domain/work/leases-allowed.
const SUPPLY = `
  SELECT (SELECT count(*) FROM (
            SELECT 1 FROM task WHERE org_id = $1::uuid AND batch_id = $2::uuid AND status = 'OPEN' LIMIT $3::int
          ) AS counted)::int AS open,
         (SELECT count(DISTINCT person_id) FROM task
          WHERE org_id = $1::uuid AND batch_id = $2::uuid AND status = 'LEASED')::int AS people`;

const UNENDED = `
  SELECT EXISTS (SELECT 1 FROM task WHERE org_id = $1::uuid AND batch_id = $2::uuid
                 AND status IN ('OPEN', 'LEASED')) AS unended`;

const QUEUES = `
  SELECT b.id, b.name, b.status, b.assignment, b.guideline_id AS "guidelineId", g.name AS guideline,
         EXISTS (SELECT 1 FROM batch_person p
                 WHERE p.org_id = b.org_id AND p.batch_id = b.id AND p.person_id = $2::uuid) AS "isNamed",
         (SELECT count(*) FROM task WHERE task.org_id = b.org_id AND task.batch_id = b.id
            AND task.status = 'OPEN')::int AS open,
         (SELECT count(*) FROM task WHERE task.org_id = b.org_id AND task.batch_id = b.id AND task.status = 'OPEN'
            AND task.item NOT IN (SELECT m.item FROM task m WHERE m.org_id = $1::uuid AND m.batch_id = b.id
                                  AND m.person_id = $2::uuid))::int AS "openForPerson",
         held.tasks AS held, held.earliest
  FROM batch b
  LEFT JOIN guideline g ON g.org_id = b.org_id AND g.id = b.guideline_id
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS tasks, min(lease_until) AS earliest FROM task
    WHERE task.org_id = b.org_id AND task.batch_id = b.id AND task.status = 'LEASED' AND task.person_id <> $2::uuid
  ) AS held
  WHERE b.org_id = $1::uuid AND b.project_id = $3::uuid AND b.status NOT IN ('CANCELLED', 'FAILED')
    AND b.kind <> 'imported'
    AND ($4::uuid IS NULL OR b.id = $4::uuid)
  ORDER BY b.status = 'DONE', b.priority DESC, b.due_at NULLS LAST, b.number
  LIMIT 20`;

const OWN = `
  SELECT mine.submitted, mine."activeMs", mine."medianActiveMs", mine."submittedInAll",
         (SELECT count(*) FROM task t JOIN batch b ON b.org_id = t.org_id AND b.id = t.batch_id
          WHERE t.org_id = $1::uuid AND b.project_id = $3::uuid AND t.person_id = $2::uuid
            AND t.status = 'SKIPPED' AND t.ended_at >= $4::timestamptz)::int AS skipped
  FROM (
    SELECT count(*) FILTER (WHERE a.created_at >= $4::timestamptz)::int AS submitted,
           coalesce(sum(a.active_ms) FILTER (WHERE a.created_at >= $4::timestamptz), 0)::float8 AS "activeMs",
           percentile_cont(0.5) WITHIN GROUP (ORDER BY a.active_ms)
             FILTER (WHERE a.created_at >= $4::timestamptz)::float8 AS "medianActiveMs",
           count(*)::int AS "submittedInAll"
    FROM ${ANSWERED} AS a
    WHERE a.org_id = $1::uuid AND a.author_id = $2::uuid AND a.project_id = $3::uuid
  ) AS mine`;

/** Tasks of one person at a time: claiming, holding, answering. */
export function createTaskRepository({ t, statements, orgId }: RepositoryContext) {
  const one = async (name: string, text: string, values: unknown[]): Promise<TaskRow | null> => {
    const { rows } = await statements.run<TaskRow>(name, text, [orgId, ...values]);
    return rows[0] ?? null;
  };
  return {
    /**
     * The next task for this person in these projects, held under `leaseId`; null when there is none. May fail on
     * `task_one_turn` when two tabs of one person ask at the same moment: ask again in a new transaction.
     */
    claim: async (ask: {
      personId: string;
      leaseId: string;
      projectIds: readonly string[];
      batchId: string | null;
      leaseMs: number;
      /** Guidelines that the person has read as far as they concern them. */
      guidelineIds: readonly string[];
    }): Promise<TaskRow | null> => {
      const { personId, leaseId, projectIds, batchId, leaseMs, guidelineIds } = ask;
      const values = [personId, leaseId, projectIds, batchId, leaseMs, guidelineIds];
      return (
        (await one('task_claim_ahead', CLAIM_AHEAD, values)) ??
        (await one('task_claim_any', CLAIM_ANY, values))
      );
    },
    /** Guidelines of open batches: the newest version of each, and the newest that this person has acknowledged. */
    guidelines: async (
      personId: string,
      projectId: string,
      batchId: string | null,
    ): Promise<GuidelineRead[]> => {
      const { rows } = await statements.run<GuidelineRead>('task_guidelines', GUIDELINES, [
        orgId,
        personId,
        projectId,
        batchId,
      ]);
      return rows;
    },
    /** How the batches of a project, or one of them, stand for this person: the most urgent first, done ones last. */
    queues: async (personId: string, projectId: string, batchId: string | null): Promise<QueueOfBatch[]> => {
      const values = [orgId, personId, projectId, batchId];
      const { rows } = await statements.run<QueueOfBatch>('task_queues', QUEUES, values);
      return rows;
    },
    ownNumbers: async (personId: string, projectId: string, since: Date): Promise<OwnNumbers> => {
      const values = [orgId, personId, projectId, since.toISOString()];
      const { rows } = await statements.run<OwnNumbers>('task_own_numbers', OWN, values);
      const none = { submitted: 0, skipped: 0, medianActiveMs: null, activeMs: 0, submittedInAll: 0 };
      return rows[0] ?? none;
    },
    get: (id: string) => t.task.findUnique({ where: { id, orgId } }),
    /** Holds the row until the transaction ends. */
    lock: async (id: string): Promise<TaskOfBatch | null> => {
      const { rows } = await statements.run<TaskOfBatch>('task_lock', LOCK, [orgId, id]);
      return rows[0] ?? null;
    },
    /** Tasks of a batch in the order in which they are served. */
    list: (
      batchId: string,
      filter: {
        status?: string | undefined;
        personId?: string | undefined;
        skipReason?: string | undefined;
      },
      after: { item: number; slot: number } | null,
      limit: number,
    ) =>
      t.task.findMany({
        where: {
          orgId,
          batchId,
          ...(filter.status === undefined ? {} : { status: filter.status }),
          ...(filter.personId === undefined ? {} : { personId: filter.personId }),
          ...(filter.skipReason === undefined ? {} : { skipReason: filter.skipReason }),
          ...(after === null
            ? {}
            : { OR: [{ item: { gt: after.item } }, { item: after.item, slot: { gt: after.slot } }] }),
        },
        orderBy: [{ item: 'asc' }, { slot: 'asc' }],
        take: limit + 1,
      }),
    /** What a person holds, of a batch, of a project, or everywhere; the longest held first. */
    held: async (
      personId: string,
      batchId: string | null,
      projectId: string | null = null,
    ): Promise<TaskRow[]> => {
      const values = [orgId, personId, batchId, projectId];
      const { rows } = await statements.run<TaskRow>('task_held', HELD, values);
      return rows;
    },
    /** Prolongs leases; those that are not answered are lost. */
    renew: async (personId: string, leaseIds: readonly string[], leaseMs: number) => {
      const { rows } = await statements.run<{ leaseId: string; leaseUntil: Date }>('task_renew', RENEW, [
        orgId,
        personId,
        leaseIds,
        leaseMs,
      ]);
      return rows;
    },
    revive: (personId: string, taskId: string, leaseId: string, leaseMs: number) =>
      one('task_revive', REVIVE, [personId, taskId, leaseId, leaseMs]),
    /** Gives back what a person holds: by these leases, of these batches, in this project, or everything. */
    release: async (
      personId: string,
      which: { leaseIds?: readonly string[]; batchIds?: readonly string[]; projectId?: string } = {},
    ): Promise<string[]> => {
      const { rows } = await statements.run<{ id: string }>('task_release', RELEASE, [
        orgId,
        personId,
        which.leaseIds ?? null,
        which.batchIds ?? null,
        which.projectId ?? null,
      ]);
      return rows.map((row) => row.id);
    },
    supply: async (batchId: string, most: number): Promise<{ open: number; people: number }> => {
      const { rows } = await statements.run<{ open: number; people: number }>('task_supply', SUPPLY, [
        orgId,
        batchId,
        most,
      ]);
      return rows[0] ?? { open: 0, people: 0 };
    },
    /** Ends a turn that was locked: submitted with its annotation, or skipped. */
    end: async (
      id: string,
      how: { annotationId: string } | { skipReason: string; skipNote: string | null },
    ): Promise<void> => {
      const values =
        'annotationId' in how
          ? ['SUBMITTED', how.annotationId, null, null]
          : ['SKIPPED', null, how.skipReason, how.skipNote];
      statements.send('task_end', END, [orgId, id, ...values]);
    },
    retake: (id: string, leaseId: string, leaseMs: number) =>
      one('task_retake', RETAKE, [id, leaseId, leaseMs]),
    /** Has the batch tasks that wait for somebody's answer? */
    anyUnended: async (batchId: string): Promise<boolean> => {
      const { rows } = await statements.run<{ unended: boolean }>('task_unended', UNENDED, [orgId, batchId]);
      return rows[0]?.unended ?? false;
    },
    draft: (batchId: string, item: number, personId: string) =>
      t.draft.findUnique({ where: { orgId_batchId_item_personId: { orgId, batchId, item, personId } } }),
    saveDraft: async (row: {
      batchId: string;
      item: number;
      personId: string;
      revision: number;
      state: Prisma.InputJsonValue;
      labelSchemaVersionId: string | null;
    }): Promise<void> => {
      const { batchId, item, personId, revision, state, labelSchemaVersionId } = row;
      await t.draft.upsert({
        where: { orgId_batchId_item_personId: { orgId, batchId, item, personId } },
        create: { ...row, orgId },
        update: { revision, state, labelSchemaVersionId, updatedAt: new Date() },
      });
    },
    deleteDraft: async (batchId: string, item: number, personId: string): Promise<void> =>
      statements.send('draft_delete', DELETE_DRAFT, [orgId, batchId, item, personId]),
    /** With its answers as they are read now. */
    annotation: async (id: string) => {
      const row = await t.annotation.findUnique({ where: { id, orgId }, include: { retraction: true } });
      if (row === null) return null;
      const { rows } = await statements.run<PayloadNow>('annotation_now', PAYLOADS_NOW, [orgId, [id]]);
      return { ...row, payload: rows[0]?.payload ?? row.payload };
    },
    annotate: async ({ task, ...row }: NewAnnotation): Promise<void> =>
      statements.send('annotation_add', ANNOTATE, [
        orgId,
        row.id,
        task.projectId,
        task.batchId,
        task.id,
        task.item,
        task.sampleKey,
        row.authorId,
        task.labelSchemaVersionId,
        task.guidelineId,
        row.supersedes,
        row.toolVersion,
        Math.round(row.activeMs),
        JSON.stringify(row.payload),
      ]),
    /** Its author takes back what stands of a turn. */
    retract: (task: { id: string; batchId: string }, by: string): void =>
      statements.send('turn_retract', RETRACT_TURN, [orgId, task.batchId, task.id, by, null, null]),
    /** What stands of a batch: answers that nobody took back or put another in the place of, by sample. */
    annotations: async (batchId: string, after: { item: number; id: string } | null, limit: number) => {
      const found = await t.annotation.findMany({
        where: {
          orgId,
          batchId,
          retraction: null,
          edits: { none: {} },
          ...(after === null
            ? {}
            : { OR: [{ item: { gt: after.item } }, { item: after.item, id: { gt: after.id } }] }),
        },
        orderBy: [{ item: 'asc' }, { id: 'asc' }],
        take: limit + 1,
      });
      const { rows } = await statements.run<PayloadNow>('annotation_now', PAYLOADS_NOW, [
        orgId,
        found.map(({ id }) => id),
      ]);
      const now = new Map(rows.map(({ id, payload }) => [id, payload]));
      return found.map((row) => ({ ...row, payload: now.get(row.id) ?? row.payload }));
    },
  };
}
