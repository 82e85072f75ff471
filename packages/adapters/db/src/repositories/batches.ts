import { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';
import { escapeLike } from './members.ts';

export type NewBatch = Omit<
  Prisma.BatchCreateManyInput,
  'orgId' | 'number' | 'createdAt' | 'revision' | 'status' | 'items'
>;

/** A sample of a batch as its tasks hold it. */
export type NewSample = {
  row: number;
  key: string;
  control: string | null;
  likelihood: Prisma.InputJsonValue | null;
};

/** How far a batch is: tasks by status, and samples that have all their answers. */
export type BatchCounts = {
  open: number;
  leased: number;
  submitted: number;
  skipped: number;
  cancelled: number;
};

/** What a batch refers to, as it is named. What was purged since is null. */
export type BatchNames = {
  id: string;
  run: { number: number; name: string; kind: string } | null;
  labelSchema: { id: string; name: string; number: number } | null;
  guideline: { id: string; name: string } | null;
};

/** Keys that order batches from the first to the last; the number at the end tells equal ones apart. */
const ORDERS = {
  newest: (b: string) => `-${b}.number`,
  // As they are served.
  urgent: (b: string) => `-${b}.priority, coalesce(${b}.due_at, 'infinity'), ${b}.number`,
  due: (b: string) => `coalesce(${b}.due_at, 'infinity'), ${b}.number`,
  name: (b: string) => `lower(${b}.name), ${b}.number`,
} as const;
export type BatchOrder = keyof typeof ORDERS;

const NAMES = `
  SELECT b.id,
    (SELECT jsonb_build_object('number', r.number, 'name', r.name, 'kind', r.kind) FROM run r
     WHERE r.org_id = b.org_id AND r.id = b.run_id) AS run,
    (SELECT jsonb_build_object('id', s.id, 'name', s.name, 'number', v.number) FROM label_schema_version v
     JOIN label_schema s ON s.org_id = v.org_id AND s.id = v.label_schema_id
     WHERE v.org_id = b.org_id AND v.id = b.label_schema_version_id) AS "labelSchema",
    (SELECT jsonb_build_object('id', g.id, 'name', g.name) FROM guideline g
     WHERE g.org_id = b.org_id AND g.id = b.guideline_id) AS guideline
  FROM batch b WHERE b.org_id = $1::uuid AND b.id = ANY ($2::uuid[])`;

const COUNTS = `
  SELECT batch_id AS "batchId", status, count(*)::int AS n FROM task
  WHERE org_id = $1::uuid AND batch_id = ANY ($2::uuid[]) GROUP BY batch_id, status`;

const ADD_TASKS = `
  INSERT INTO task (id, org_id, batch_id, item, slot, sample_key, row, control, likelihood)
  SELECT gen_random_uuid(), $1::uuid, $2::uuid, $3::int + r.at::int - 1, s.slot, r.key, r.row, r.control, r.likelihood
  FROM unnest($4::bigint[], $5::uuid[], $7::text[], $8::jsonb[]) WITH ORDINALITY AS r (row, key, control, likelihood, at)
  CROSS JOIN generate_series(1, $6::int) AS s (slot)
  ON CONFLICT (org_id, batch_id, item, slot) DO NOTHING`;

// What is answered or in somebody's hands stays; of the rest so many turns stay as make up the overlap.
const CUT_TURNS = `
  UPDATE task SET status = 'CANCELLED', ended_at = now() FROM (
    SELECT id, row_number() OVER (PARTITION BY item ORDER BY (status = 'OPEN'), slot) AS turn, status FROM task
    WHERE org_id = $1::uuid AND batch_id = $2::uuid AND status <> 'CANCELLED'
  ) AS turns
  WHERE task.id = turns.id AND turns.turn > $3::int AND turns.status = 'OPEN'`;

// Turns that were cut before are opened again, then new ones are made.
const ADD_TURNS = `
  WITH wanted AS (
    SELECT item, $3::int - count(*) FILTER (WHERE status <> 'CANCELLED')::int AS n, max(slot)::int AS last,
           min(sample_key::text)::uuid AS key, min(row) AS row, min(control) AS control,
           (array_agg(likelihood))[1] AS likelihood
    FROM task WHERE org_id = $1::uuid AND batch_id = $2::uuid GROUP BY item
  )
  INSERT INTO task (id, org_id, batch_id, item, slot, sample_key, row, control, likelihood)
  SELECT gen_random_uuid(), $1::uuid, $2::uuid, w.item, w.last + s.turn, w.key, w.row, w.control, w.likelihood
  FROM wanted w CROSS JOIN LATERAL generate_series(1, w.n) AS s (turn)`;

/** Labelling batches and their tasks as a whole. */
export function createBatchRepository({ t, statements, orgId }: RepositoryContext) {
  return {
    create: async (row: NewBatch, people: readonly string[]) => {
      // The project's row is the lock under which numbers are given.
      await t.$queryRaw`SELECT 1 FROM project WHERE id = ${row.projectId}::uuid AND org_id = ${orgId}::uuid FOR NO KEY UPDATE`;
      const last = await t.batch.aggregate({
        where: { orgId, projectId: row.projectId },
        _max: { number: true },
      });
      const made = await t.batch.create({
        data: { ...row, orgId, number: (last._max.number ?? 0) + 1, status: 'BUILDING' },
      });
      await t.batchPerson.createMany({
        data: people.map((personId) => ({ orgId, batchId: row.id, personId })),
      });
      return made;
    },
    /** Batches of a project that somebody has answered something of. */
    answered: async (projectId: string): Promise<string[]> => {
      const rows = await t.batch.findMany({
        where: { orgId, projectId, annotations: { some: {} } },
        select: { id: true },
      });
      return rows.map((row) => row.id);
    },
    /** Batches in which the rows of these runs are labelled in earnest. */
    ofRuns: async (runIds: readonly string[]): Promise<string[]> => {
      const found = await t.batch.findMany({
        where: { orgId, runId: { in: [...runIds] }, kind: { in: ['label', 'verify'] }, investigation: false },
        select: { id: true },
        orderBy: { id: 'asc' },
      });
      return found.map(({ id }) => id);
    },
    get: (id: string) => t.batch.findUnique({ where: { id, orgId } }),
    /** Holds the row until the transaction ends. Rows that refer to it may be added meanwhile: they only need its key. */
    lock: async (id: string) => {
      await t.$queryRaw`SELECT 1 FROM batch WHERE id = ${id}::uuid AND org_id = ${orgId}::uuid FOR NO KEY UPDATE`;
      return t.batch.findUnique({ where: { id, orgId } });
    },
    /** Batches of a project in an order; `after` is the last one that was seen. */
    list: async (
      projectId: string,
      filter: { status?: string | undefined; kind?: string | undefined; search?: string | undefined },
      order: BatchOrder,
      limit: number,
      after: string | null,
    ) => {
      const keys = (of: string) => Prisma.raw(ORDERS[order](of));
      const search = filter.search ?? '';
      const found = await t.$queryRaw<{ id: string }[]>`
        SELECT b.id FROM batch b WHERE b.org_id = ${orgId}::uuid AND b.project_id = ${projectId}::uuid
          ${filter.status === undefined ? Prisma.empty : Prisma.sql`AND b.status = ${filter.status}`}
          ${filter.kind === undefined ? Prisma.empty : Prisma.sql`AND b.kind = ${filter.kind}`}
          ${search === '' ? Prisma.empty : Prisma.sql`AND b.name ILIKE ${`%${escapeLike(search)}%`}`}
          ${
            after === null
              ? Prisma.empty
              : Prisma.sql`AND ROW(${keys('b')}) > (SELECT ${keys('c')} FROM batch c
                  WHERE c.org_id = ${orgId}::uuid AND c.id = ${after}::uuid)`
          }
        ORDER BY ${keys('b')} LIMIT ${limit + 1}`;
      const ids = found.map((row) => row.id);
      const rows = await t.batch.findMany({ where: { orgId, id: { in: ids } } });
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.flatMap((id) => byId.get(id) ?? []);
    },
    names: async (batchIds: readonly string[]): Promise<Map<string, BatchNames>> => {
      const { rows } = await statements.run<BatchNames>('batch_names', NAMES, [orgId, batchIds]);
      return new Map(rows.map((row) => [row.id, row]));
    },
    /** Moves a batch from one of `from`; false when it is elsewhere by now. */
    move: async (
      id: string,
      from: readonly string[],
      to: string,
      change: Prisma.BatchUpdateManyMutationInput = {},
    ): Promise<boolean> => {
      const { count } = await t.batch.updateMany({
        where: { id, orgId, status: { in: [...from] } },
        data: { ...change, status: to, revision: { increment: 1 } },
      });
      return count === 1;
    },
    /** False when the revision is stale. */
    update: async (
      id: string,
      revision: number,
      change: Prisma.BatchUpdateManyMutationInput,
    ): Promise<boolean> => {
      const { count } = await t.batch.updateMany({
        where: { id, orgId, revision },
        data: { ...change, revision: { increment: 1 } },
      });
      return count === 1;
    },
    people: async (batchId: string): Promise<string[]> => {
      const rows = await t.batchPerson.findMany({ where: { orgId, batchId }, select: { personId: true } });
      return rows.map((row) => row.personId);
    },
    setPeople: async (batchId: string, people: readonly string[]): Promise<void> => {
      await t.batchPerson.deleteMany({ where: { orgId, batchId, personId: { notIn: [...people] } } });
      await t.batchPerson.createMany({
        data: people.map((personId) => ({ orgId, batchId, personId })),
        skipDuplicates: true,
      });
    },
    counts: async (batchIds: readonly string[]): Promise<Map<string, BatchCounts>> => {
      const { rows } = await statements.run<{ batchId: string; status: string; n: number }>(
        'batch_counts',
        COUNTS,
        [orgId, batchIds],
      );
      const counts = new Map<string, BatchCounts>(
        batchIds.map((id) => [id, { open: 0, leased: 0, submitted: 0, skipped: 0, cancelled: 0 }]),
      );
      for (const { batchId, status, n } of rows) {
        const of = counts.get(batchId);
        const name = status.toLowerCase();
        if (of !== undefined && name in of) of[name as keyof BatchCounts] = n;
      }
      return counts;
    },
    /** Turns at samples that follow one another in the batch from `firstItem`; those that are there stay. */
    addTasks: async (
      batchId: string,
      overlap: number,
      firstItem: number,
      samples: readonly NewSample[],
    ): Promise<void> => {
      await statements.run('batch_add_tasks', ADD_TASKS, [
        orgId,
        batchId,
        firstItem,
        samples.map((sample) => sample.row),
        samples.map((sample) => sample.key),
        overlap,
        samples.map((sample) => sample.control),
        samples.map((sample) => (sample.likelihood === null ? null : JSON.stringify(sample.likelihood))),
      ]);
    },
    /** Takes away turns that nobody has taken, or adds some, so that each sample has `overlap`. */
    setOverlap: async (batchId: string, overlap: number): Promise<void> => {
      await statements.run('batch_cut_turns', CUT_TURNS, [orgId, batchId, overlap]);
      await statements.run('batch_add_turns', ADD_TURNS, [orgId, batchId, overlap]);
    },
    /** Ends what nobody has answered yet. */
    cancelTasks: async (batchId: string): Promise<number> => {
      const { count } = await t.task.updateMany({
        where: { orgId, batchId, status: { in: ['OPEN', 'LEASED'] } },
        data: {
          status: 'CANCELLED',
          personId: null,
          leaseId: null,
          leasedAt: null,
          leaseUntil: null,
          endedAt: new Date(),
        },
      });
      return count;
    },
  };
}
