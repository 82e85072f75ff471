import type { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

export type NewBatch = Omit<
  Prisma.BatchCreateManyInput,
  'orgId' | 'number' | 'createdAt' | 'revision' | 'status' | 'items'
>;

/** How far a batch is: tasks by status, and samples that have all their answers. */
export type BatchCounts = {
  open: number;
  leased: number;
  submitted: number;
  skipped: number;
  cancelled: number;
};

const COUNTS = `
  SELECT batch_id AS "batchId", status, count(*)::int AS n FROM task
  WHERE org_id = $1::uuid AND batch_id = ANY ($2::uuid[]) GROUP BY batch_id, status`;

const ADD_TASKS = `
  INSERT INTO task (id, org_id, batch_id, item, slot, sample_key, row)
  SELECT gen_random_uuid(), $1::uuid, $2::uuid, $3::int + r.at::int - 1, s.slot, r.key, r.row
  FROM unnest($4::bigint[], $5::uuid[]) WITH ORDINALITY AS r (row, key, at)
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
           min(sample_key::text)::uuid AS key, min(row) AS row
    FROM task WHERE org_id = $1::uuid AND batch_id = $2::uuid GROUP BY item
  )
  INSERT INTO task (id, org_id, batch_id, item, slot, sample_key, row)
  SELECT gen_random_uuid(), $1::uuid, $2::uuid, w.item, w.last + s.turn, w.key, w.row
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
    get: (id: string) => t.batch.findUnique({ where: { id, orgId } }),
    /** Holds the row until the transaction ends. Rows that refer to it may be added meanwhile: they only need its key. */
    lock: async (id: string) => {
      await t.$queryRaw`SELECT 1 FROM batch WHERE id = ${id}::uuid AND org_id = ${orgId}::uuid FOR NO KEY UPDATE`;
      return t.batch.findUnique({ where: { id, orgId } });
    },
    list: (
      projectId: string,
      filter: { status?: string | undefined },
      limit: number,
      before: string | null,
    ) =>
      t.batch.findMany({
        where: {
          orgId,
          projectId,
          ...(filter.status === undefined ? {} : { status: filter.status }),
          ...(before === null ? {} : { id: { lt: before } }),
        },
        orderBy: { id: 'desc' },
        take: limit + 1,
      }),
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
      samples: readonly { row: number; key: string }[],
    ): Promise<void> => {
      await statements.run('batch_add_tasks', ADD_TASKS, [
        orgId,
        batchId,
        firstItem,
        samples.map((sample) => sample.row),
        samples.map((sample) => sample.key),
        overlap,
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
