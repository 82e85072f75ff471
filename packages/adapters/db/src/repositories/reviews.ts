import type { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

/** What people made of one sample of a batch, as it stands. */
export type AnsweredSample = {
  item: number;
  sampleKey: string;
  row: number;
  /** Turns at it that nobody has ended. */
  open: number;
  answers: { taskId: string; annotationId: string; authorId: string; payload: Prisma.JsonValue }[];
  skips: string[];
};

export type ReviewRow = {
  id: string;
  projectId: string;
  batchId: string;
  item: number;
  sampleKey: string;
  row: number;
  status: string;
  marks: Prisma.JsonValue;
  reasons: string[];
  labels: string[];
  alike: string;
  rank: number;
  round: number;
  reviewerId: string | null;
  leaseId: string | null;
  leaseUntil: Date | null;
  decisionId: string | null;
  decidedBy: string | null;
  patternId: string | null;
  createdAt: Date;
  changedAt: Date;
};

/** A review item as the inbox shows it. */
export type ReviewListRow = ReviewRow & { own: boolean };

/** A review item that is locked, with what its state machine asks for. */
export type LockedReview = ReviewRow & { authors: string[]; waiting: number; answered: number };

export type ReviewFilter = {
  projectId: string;
  status: string;
  batchId?: string | undefined;
  reason?: string | undefined;
  label?: string | undefined;
  alike?: string | undefined;
};

export type RoutedSample = {
  item: number;
  sampleKey: string;
  row: number;
  status: string;
  marks: Prisma.InputJsonValue;
  reasons: string[];
  labels: string[];
  alike: string;
  rank: number;
};

// A claim that ran out is nobody's.
const HELD = 'i.lease_until IS NOT NULL AND i.lease_until > now()';

const COLUMNS = `i.id, i.project_id AS "projectId", i.batch_id AS "batchId", i.item, i.sample_key AS "sampleKey",
  i.row::float8 AS row, i.status, i.marks, i.reasons, i.labels, i.alike, i.rank, i.round,
  CASE WHEN ${HELD} THEN i.reviewer_id END AS "reviewerId", CASE WHEN ${HELD} THEN i.lease_id END AS "leaseId",
  CASE WHEN ${HELD} THEN i.lease_until END AS "leaseUntil", i.decision_id AS "decisionId",
  i.decided_by AS "decidedBy", i.pattern_id AS "patternId", i.created_at AS "createdAt",
  i.changed_at AS "changedAt"`;

const SAMPLES = `
  SELECT t.item, min(t.sample_key::text) AS "sampleKey", min(t.row)::float8 AS row,
         count(*) FILTER (WHERE t.status IN ('OPEN', 'LEASED'))::int AS open,
         coalesce(jsonb_agg(jsonb_build_object('taskId', t.id, 'annotationId', a.id, 'authorId', a.author_id,
                                               'payload', a.payload) ORDER BY t.slot)
                  FILTER (WHERE a.id IS NOT NULL), '[]') AS answers,
         coalesce(array_agg(t.skip_reason ORDER BY t.slot) FILTER (WHERE t.status = 'SKIPPED'), '{}') AS skips
  FROM task t LEFT JOIN annotation_now a ON a.org_id = t.org_id AND a.id = t.annotation_id`;

const OF_SAMPLE = `${SAMPLES}
  WHERE t.org_id = $1::uuid AND t.batch_id = $2::uuid AND t.item = $3::int AND t.control IS NULL GROUP BY t.item`;

const OF_BATCH = `${SAMPLES}
  WHERE t.org_id = $1::uuid AND t.batch_id = $2::uuid AND t.item >= $3::int AND t.item < $4::int AND t.control IS NULL
  GROUP BY t.item
  HAVING count(*) FILTER (WHERE t.status IN ('OPEN', 'LEASED')) = 0
    AND count(*) FILTER (WHERE t.status IN ('SUBMITTED', 'SKIPPED')) > 0
  ORDER BY t.item`;

// What was decided, or is with its author, stays as it is; so do items in somebody's hands, but for their reasons.
const PUT = `
  INSERT INTO review_item AS i (id, org_id, project_id, batch_id, item, sample_key, row, status, marks, reasons,
                                labels, alike, rank)
  VALUES ($2::uuid, $1::uuid, $3::uuid, $4::uuid, $5::int, $6::uuid, $7::bigint, $8, $9::jsonb, $10::text[],
          $11::uuid[], $12, $13::int)
  ON CONFLICT (org_id, batch_id, item) DO UPDATE
  SET status = CASE WHEN ${HELD} THEN i.status ELSE excluded.status END,
      lease_id = CASE WHEN ${HELD} THEN i.lease_id END, reviewer_id = CASE WHEN ${HELD} THEN i.reviewer_id END,
      lease_until = CASE WHEN ${HELD} THEN i.lease_until END,
      marks = excluded.marks, reasons = excluded.reasons, labels = excluded.labels, alike = excluded.alike,
      rank = excluded.rank, changed_at = now()
  WHERE i.status IN ('WAITING', 'OPEN', 'CLOSED')
    AND (i.status, i.marks, i.labels) IS DISTINCT FROM (excluded.status, excluded.marks, excluded.labels)`;

const AUTHORS = `
  SELECT DISTINCT a.author_id FROM annotation a
  WHERE a.org_id = i.org_id AND a.batch_id = i.batch_id AND a.item = i.item`;

const LOCK = `
  WITH i AS MATERIALIZED (SELECT * FROM review_item WHERE org_id = $1::uuid AND id = $2::uuid FOR UPDATE)
  SELECT ${COLUMNS}, ARRAY (${AUTHORS}) AS authors,
         (SELECT count(*)::int FROM review_return r
          WHERE r.org_id = i.org_id AND r.item_id = i.id AND r.status = 'WAITING') AS waiting,
         CASE WHEN i.status <> 'SENT_BACK' THEN 0 ELSE
           (SELECT count(*)::int FROM review_return r WHERE r.org_id = i.org_id AND r.item_id = i.id
              AND r.round = i.round AND r.status IN ('REVISED', 'CONTESTED')) END AS answered
  FROM i`;

const MATCHES = `
  i.org_id = $1::uuid AND i.project_id = $2::uuid AND i.status = $3
  AND ($4::uuid IS NULL OR i.batch_id = $4::uuid) AND ($5::text IS NULL OR $5::text = ANY (i.reasons))
  AND ($6::uuid IS NULL OR $6::uuid = ANY (i.labels)) AND ($7::text IS NULL OR i.alike = $7::text)`;

const OWN = `EXISTS (SELECT 1 FROM annotation a WHERE a.org_id = i.org_id AND a.batch_id = i.batch_id
  AND a.item = i.item AND a.author_id = `;

const ORDER = 'i.rank, i.created_at, i.id';

const LIST = `
  SELECT ${COLUMNS}, ${OWN} $8::uuid) AS own FROM review_item i
  WHERE ${MATCHES} AND ($9::uuid IS NULL OR (${ORDER}) > (
    SELECT p.rank, p.created_at, p.id FROM review_item p WHERE p.org_id = $1::uuid AND p.id = $9::uuid))
  ORDER BY ${ORDER} LIMIT $10::int`;

/** The next item for an expert: what they hold already, else one like the last, else what comes first. */
const CLAIM = `
  WITH next AS (
    SELECT i.id FROM review_item i
    WHERE ${MATCHES} AND NOT (${HELD} AND i.reviewer_id <> $8::uuid) AND NOT ${OWN} $8::uuid)
      AND i.id <> ALL ($9::uuid[])
    ORDER BY (${HELD}) DESC, (i.alike = $10::text) DESC, ${ORDER} LIMIT 1 FOR UPDATE SKIP LOCKED
  )
  UPDATE review_item i SET reviewer_id = $8::uuid, lease_id = $11::uuid,
         lease_until = now() + $12::float8 * interval '1 millisecond'
  FROM next WHERE i.id = next.id RETURNING i.id`;

const HOLD = `
  UPDATE review_item SET reviewer_id = $3::uuid, lease_id = $4::uuid,
         lease_until = now() + $5::float8 * interval '1 millisecond'
  WHERE org_id = $1::uuid AND id = $2::uuid`;

const RENEW = `
  UPDATE review_item SET lease_until = now() + $4::float8 * interval '1 millisecond'
  WHERE org_id = $1::uuid AND reviewer_id = $2::uuid AND lease_id = $3::uuid AND status = 'OPEN'
  RETURNING lease_until AS "leaseUntil"`;

const RELEASE = `
  UPDATE review_item SET reviewer_id = NULL, lease_id = NULL, lease_until = NULL
  WHERE org_id = $1::uuid AND reviewer_id = $2::uuid AND lease_id = $3::uuid`;

const ALIKE = `
  SELECT alike, count(*)::int AS n FROM review_item
  WHERE org_id = $1::uuid AND project_id = $2::uuid AND status = 'OPEN' AND alike = ANY ($3::text[]) GROUP BY alike`;

const FACETS = `
  SELECT 'reason' AS kind, r AS name, count(*)::int AS n FROM review_item i CROSS JOIN LATERAL unnest(i.reasons) AS r
  WHERE i.org_id = $1::uuid AND i.project_id = $2::uuid AND i.status = $3 GROUP BY r
  UNION ALL
  SELECT 'batch', i.batch_id::text, count(*)::int FROM review_item i
  WHERE i.org_id = $1::uuid AND i.project_id = $2::uuid AND i.status = $3 GROUP BY i.batch_id
  UNION ALL
  SELECT 'label', l::text, count(*)::int FROM review_item i CROSS JOIN LATERAL unnest(i.labels) AS l
  WHERE i.org_id = $1::uuid AND i.project_id = $2::uuid AND i.status = $3 GROUP BY l`;

const COUNTS = `
  SELECT status, count(*)::int AS n FROM review_item
  WHERE org_id = $1::uuid AND project_id = $2::uuid AND status <> 'CLOSED' GROUP BY status`;

const SET = `
  UPDATE review_item SET status = $3, reviewer_id = NULL, lease_id = NULL, lease_until = NULL,
         decision_id = $4::uuid, decided_by = $5::uuid, pattern_id = $6::uuid, round = round + $7::int,
         changed_at = now()
  WHERE org_id = $1::uuid AND id = $2::uuid`;

/** Samples before an expert. */
export function createReviewRepository({ t, statements, orgId }: RepositoryContext) {
  const filterValues = ({ projectId, status, batchId, reason, label, alike }: ReviewFilter) => [
    orgId,
    projectId,
    status,
    batchId ?? null,
    reason ?? null,
    label ?? null,
    alike ?? null,
  ];
  return {
    /** Whoever ends turns at one sample at one moment does so one after the other, until the transaction ends. */
    takeTurn: async (batchId: string, item: number): Promise<void> => {
      await statements.run('review_turn', 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
        `review of ${batchId} ${item}`,
      ]);
    },
    /** Nothing of a batch waits for an expert any more. */
    closeBatch: (batchId: string) =>
      t.reviewItem.updateMany({
        where: { orgId, batchId, status: { in: ['WAITING', 'OPEN'] } },
        data: { status: 'CLOSED', reviewerId: null, leaseId: null, leaseUntil: null, changedAt: new Date() },
      }),
    /** Places of samples that are known here, and whether each was back with its author. */
    known: async (batchId: string, from: number, to: number): Promise<Map<number, boolean>> => {
      const rows = await t.reviewItem.findMany({
        where: { orgId, batchId, item: { gte: from, lt: to } },
        select: { item: true, round: true },
      });
      return new Map(rows.map((row) => [row.item, row.round > 0]));
    },
    /** What people made of a sample; null when it is not in the batch. */
    sample: async (batchId: string, item: number): Promise<AnsweredSample | null> => {
      const { rows } = await statements.run<AnsweredSample>('review_sample', OF_SAMPLE, [
        orgId,
        batchId,
        item,
      ]);
      return rows[0] ?? null;
    },
    /** Samples of a batch from one place to before another that have all their answers. */
    answered: async (batchId: string, from: number, to: number): Promise<AnsweredSample[]> => {
      const { rows } = await statements.run<AnsweredSample>('review_samples', OF_BATCH, [
        orgId,
        batchId,
        from,
        to,
      ]);
      return rows;
    },
    /** Puts a sample before an expert, or says why anew. What was decided meanwhile stays decided. */
    put: async (id: string, at: { projectId: string; batchId: string }, row: RoutedSample): Promise<void> => {
      await statements.run('review_put', PUT, [
        orgId,
        id,
        at.projectId,
        at.batchId,
        row.item,
        row.sampleKey,
        row.row,
        row.status,
        JSON.stringify(row.marks),
        row.reasons,
        row.labels,
        row.alike,
        row.rank,
      ]);
    },
    get: (id: string) => t.reviewItem.findUnique({ where: { id, orgId } }),
    ofSample: (batchId: string, item: number) =>
      t.reviewItem.findUnique({ where: { orgId_batchId_item: { orgId, batchId, item } } }),
    /** Holds the row until the transaction ends. */
    lock: async (id: string): Promise<LockedReview | null> => {
      const { rows } = await statements.run<LockedReview>('review_lock', LOCK, [orgId, id]);
      return rows[0] ?? null;
    },
    list: async (
      filter: ReviewFilter,
      personId: string | null,
      after: string | null,
      limit: number,
    ): Promise<ReviewListRow[]> => {
      const values = [...filterValues(filter), personId, after, limit];
      const { rows } = await statements.run<ReviewListRow>('review_list', LIST, values);
      return rows;
    },
    /** Takes the next item for a person, but for those that they passed over; null when there is none. */
    claim: async (
      filter: ReviewFilter,
      ask: {
        personId: string;
        leaseId: string;
        leaseMs: number;
        near: string | null;
        passed: readonly string[];
      },
    ): Promise<string | null> => {
      const { rows } = await statements.run<{ id: string }>('review_claim', CLAIM, [
        ...filterValues(filter),
        ask.personId,
        ask.passed,
        ask.near,
        ask.leaseId,
        ask.leaseMs,
      ]);
      return rows[0]?.id ?? null;
    },
    /** Gives an item that was locked to a person. */
    hold: async (id: string, personId: string, leaseId: string, leaseMs: number): Promise<void> => {
      await statements.run('review_hold', HOLD, [orgId, id, personId, leaseId, leaseMs]);
    },
    renew: async (personId: string, leaseId: string, leaseMs: number): Promise<Date | null> => {
      const values = [orgId, personId, leaseId, leaseMs];
      const { rows } = await statements.run<{ leaseUntil: Date }>('review_renew', RENEW, values);
      return rows[0]?.leaseUntil ?? null;
    },
    release: async (personId: string, leaseId: string): Promise<boolean> => {
      const { rowCount } = await statements.run('review_release', RELEASE, [orgId, personId, leaseId]);
      return rowCount === 1;
    },
    /** How many open items there are of each of these keys. */
    alike: async (projectId: string, keys: readonly string[]): Promise<Map<string, number>> => {
      const { rows } = await statements.run<{ alike: string; n: number }>('review_alike', ALIKE, [
        orgId,
        projectId,
        keys,
      ]);
      return new Map(rows.map((row) => [row.alike, row.n]));
    },
    /** Items of a status by reason, batch and label. */
    facets: async (
      projectId: string,
      status: string,
    ): Promise<{ kind: string; name: string; n: number }[]> => {
      const { rows } = await statements.run<{ kind: string; name: string; n: number }>(
        'review_facets',
        FACETS,
        [orgId, projectId, status],
      );
      return rows;
    },
    counts: async (projectId: string): Promise<Map<string, number>> => {
      const { rows } = await statements.run<{ status: string; n: number }>('review_counts', COUNTS, [
        orgId,
        projectId,
      ]);
      return new Map(rows.map((row) => [row.status, row.n]));
    },
    /** Moves an item that was locked: nobody holds it afterwards. */
    set: async (
      id: string,
      to: {
        status: string;
        decisionId: string | null;
        decidedBy: string | null;
        patternId: string | null;
      },
      rounds = 0,
    ): Promise<void> => {
      const { status, decisionId, decidedBy, patternId } = to;
      await statements.run('review_set', SET, [orgId, id, status, decisionId, decidedBy, patternId, rounds]);
    },
    /** Samples of a batch that were drawn at random, and those of them that still wait. */
    drawn: async (batchId: string): Promise<{ drawn: number; waiting: number }> => {
      const where = { orgId, batchId, reasons: { has: 'random' } };
      const open = { status: { in: ['WAITING', 'OPEN', 'SENT_BACK'] } };
      return {
        drawn: await t.reviewItem.count({ where }),
        waiting: await t.reviewItem.count({ where: { ...where, ...open } }),
      };
    },
    act: (row: Omit<Prisma.ReviewActUncheckedCreateInput, 'orgId' | 'createdAt'>) =>
      t.reviewAct.create({ data: { ...row, orgId } }),
    acts: (itemId: string) =>
      t.reviewAct.findMany({ where: { orgId, itemId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
    /** What somebody decided, or everybody, newest first, with the item as it is now. */
    actsBy: (
      projectId: string,
      filter: { by: string | null; kinds: readonly string[] },
      before: string | null,
      limit: number,
    ) =>
      t.reviewAct.findMany({
        where: {
          orgId,
          reviewItem: { orgId, projectId },
          kind: { in: [...filter.kinds] },
          ...(filter.by === null ? {} : { by: filter.by }),
          ...(before === null ? {} : { id: { lt: before } }),
        },
        orderBy: { id: 'desc' },
        take: limit + 1,
        include: {
          reviewItem: { include: { returns: true, batch: { select: { number: true, name: true } } } },
        },
      }),
  };
}
