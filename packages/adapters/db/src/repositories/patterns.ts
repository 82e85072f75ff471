import type { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

const FLAG = `
  INSERT INTO sample_flag (org_id, pattern_id, run_id, row, sample_key)
  SELECT $1::uuid, $2::uuid, $3::uuid, f.row, f.key FROM unnest($4::bigint[], $5::uuid[]) AS f (row, key)
  ON CONFLICT (org_id, pattern_id, row) DO NOTHING`;

// Open items of flagged samples that nobody else looks at, and that this person did not answer.
const OPEN_FLAGGED = `
  SELECT i.id FROM review_item i
  JOIN sample_flag f ON f.org_id = i.org_id AND f.sample_key = i.sample_key AND f.pattern_id = $2::uuid
  WHERE i.org_id = $1::uuid AND i.project_id = $3::uuid AND i.status = 'OPEN'
    AND NOT (i.reviewer_id IS NOT NULL AND i.lease_until > now() AND i.reviewer_id <> $4::uuid)
    AND NOT EXISTS (SELECT 1 FROM annotation a WHERE a.org_id = i.org_id AND a.batch_id = i.batch_id
                    AND a.item = i.item AND a.author_id = $4::uuid)
  ORDER BY i.id LIMIT $5::int`;

// One statement, so that what it takes back is what it opens again.
const REOPEN = `
  WITH opened AS (
    SELECT id, decision_id FROM review_item
    WHERE org_id = $1::uuid AND pattern_id = $2::uuid AND status = 'DECIDED' FOR UPDATE
  ), retracted AS (
    INSERT INTO decision_retraction (decision_id, org_id, by) SELECT decision_id, $1::uuid, $3::uuid FROM opened
  ), said AS (
    INSERT INTO review_act (id, org_id, item_id, kind, by, faults, decision_id, pattern_id)
    SELECT gen_random_uuid(), $1::uuid, id, 'undone', $3::uuid, '{}', decision_id, $2::uuid FROM opened
  )
  UPDATE review_item i SET status = 'OPEN', decision_id = NULL, decided_by = NULL, pattern_id = NULL,
         changed_at = now()
  FROM opened WHERE i.org_id = $1::uuid AND i.id = opened.id`;

const OPEN_ROWS = `
  SELECT DISTINCT i.row::float8 AS row FROM review_item i
  JOIN batch b ON b.org_id = i.org_id AND b.id = i.batch_id
  WHERE i.org_id = $1::uuid AND i.project_id = $2::uuid AND i.status = 'OPEN' AND b.run_id = $3::uuid`;

const FLAGGED = `
  SELECT DISTINCT f.sample_key AS key FROM sample_flag f
  JOIN pattern p ON p.org_id = f.org_id AND p.id = f.pattern_id AND p.status = 'ACTIVE'
  WHERE f.org_id = $1::uuid AND f.run_id = $2::uuid`;

/** Patterns, and the samples that they flag. */
export function createPatternRepository({ t, statements, orgId }: RepositoryContext) {
  return {
    create: async (
      row: Omit<Prisma.PatternUncheckedCreateInput, 'orgId' | 'number' | 'status' | 'flags'>,
    ) => {
      // The project's row is the lock under which numbers are given.
      await t.$queryRaw`SELECT 1 FROM project WHERE id = ${row.projectId}::uuid AND org_id = ${orgId}::uuid FOR NO KEY UPDATE`;
      const last = await t.pattern.aggregate({
        where: { orgId, projectId: row.projectId },
        _max: { number: true },
      });
      const number = (last._max.number ?? 0) + 1;
      return t.pattern.create({ data: { ...row, orgId, number, status: 'APPLYING' } });
    },
    get: (id: string) => t.pattern.findUnique({ where: { id, orgId } }),
    /** Holds the row until the transaction ends. */
    lock: async (id: string) => {
      await t.$queryRaw`SELECT 1 FROM pattern WHERE id = ${id}::uuid AND org_id = ${orgId}::uuid FOR NO KEY UPDATE`;
      return t.pattern.findUnique({ where: { id, orgId } });
    },
    list: (projectId: string, limit: number, before: string | null) =>
      t.pattern.findMany({
        where: { orgId, projectId, ...(before === null ? {} : { id: { lt: before } }) },
        orderBy: { id: 'desc' },
        take: limit + 1,
      }),
    change: (id: string, change: Prisma.PatternUncheckedUpdateManyInput) =>
      t.pattern.updateMany({ where: { id, orgId }, data: change }),
    /** A pattern whose flags are not all there. */
    fail: (id: string, failure: Prisma.InputJsonValue | undefined) =>
      t.pattern.updateMany({
        where: { id, orgId, status: 'APPLYING' },
        data: { status: 'FAILED', ...(failure === undefined ? {} : { failure }) },
      }),
    flag: async (
      of: { patternId: string; runId: string },
      samples: readonly { row: number; key: string }[],
    ): Promise<void> => {
      await statements.run('pattern_flag', FLAG, [
        orgId,
        of.patternId,
        of.runId,
        samples.map((sample) => sample.row),
        samples.map((sample) => sample.key),
      ]);
    },
    /** Takes back what a pattern decided; how many items wait for an expert again. */
    reopen: async (patternId: string, by: string): Promise<number> => {
      const { rowCount } = await statements.run('pattern_reopen', REOPEN, [orgId, patternId, by]);
      return rowCount ?? 0;
    },
    unflag: (patternId: string) => t.sampleFlag.deleteMany({ where: { orgId, patternId } }),
    /** Review items that a pattern would decide for this person. */
    openFlagged: async (
      of: { id: string; projectId: string },
      personId: string,
      limit: number,
    ): Promise<string[]> => {
      const values = [orgId, of.id, of.projectId, personId, limit];
      const { rows } = await statements.run<{ id: string }>('pattern_open', OPEN_FLAGGED, values);
      return rows.map((row) => row.id);
    },
    /** Rows of a run whose samples wait for an expert. */
    openRows: async (projectId: string, runId: string): Promise<Set<number>> => {
      const { rows } = await statements.run<{ row: number }>('pattern_open_rows', OPEN_ROWS, [
        orgId,
        projectId,
        runId,
      ]);
      return new Set(rows.map((row) => row.row));
    },
    /** Items that a pattern decided. */
    decided: async (patternId: string): Promise<string[]> => {
      const rows = await t.reviewItem.findMany({ where: { orgId, patternId }, select: { id: true } });
      return rows.map((row) => row.id);
    },
    /** Samples of a run that a pattern in force flags: they are rejected. */
    flagged: async (runId: string): Promise<Set<string>> => {
      const { rows } = await statements.run<{ key: string }>('pattern_flagged', FLAGGED, [orgId, runId]);
      return new Set(rows.map((row) => row.key));
    },
  };
}
