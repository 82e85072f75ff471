import type { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

/** One person's first word on a sample. What was revised after an expert sent it back is not independent. */
export type IndependentAnswer = {
  batchId: string;
  item: number;
  authorId: string;
  answers: Prisma.JsonValue;
  realism: string | null;
  /** ISO week in UTC: `2026-W47`. */
  week: string;
};

// Whoever answered a sample twice, since their first answer was taken back, is counted once.
const INDEPENDENT = (table: 'annotation' | 'annotation_now') => `
  SELECT DISTINCT ON (a.batch_id, a.item, a.author_id) a.* FROM ${table} a
  WHERE a.org_id = $1::uuid AND a.batch_id = ANY ($2::uuid[]) AND a.supersedes IS NULL
    AND NOT EXISTS (SELECT 1 FROM annotation_retraction r WHERE r.org_id = a.org_id AND r.annotation_id = a.id)
  ORDER BY a.batch_id, a.item, a.author_id, a.id`;

const HASH = `
  SELECT count(*)::int AS n, md5(coalesce(string_agg(a.id::text, ',' ORDER BY a.id), '')) AS hash
  FROM (${INDEPENDENT('annotation')}) AS a`;

const ANSWERS = `
  SELECT a.batch_id AS "batchId", a.item, a.author_id AS "authorId", a.payload -> 'answers' AS answers,
         a.payload -> 'realism' ->> 'verdict' AS realism,
         to_char(a.created_at AT TIME ZONE 'UTC', 'IYYY"-W"IW') AS week
  FROM (${INDEPENDENT('annotation_now')}) AS a ORDER BY a.batch_id, a.item, a.id`;

/** What agreement is computed from, and what was computed. */
export function createAgreementRepository({ t, statements, orgId }: RepositoryContext) {
  return {
    /** What the answers of these batches are, in one word: it changes when one of them does. */
    state: async (batchIds: readonly string[]): Promise<{ n: number; hash: string }> => {
      const { rows } = await statements.run<{ n: number; hash: string }>('agreement_state', HASH, [
        orgId,
        batchIds,
      ]);
      return rows[0] ?? { n: 0, hash: '' };
    },
    answers: async (batchIds: readonly string[]): Promise<IndependentAnswer[]> => {
      const { rows } = await statements.run<IndependentAnswer>('agreement_answers', ANSWERS, [
        orgId,
        batchIds,
      ]);
      return rows;
    },
    kept: async (projectId: string, inputHash: string): Promise<Prisma.JsonValue | null> => {
      const where = { orgId_projectId_inputHash: { orgId, projectId, inputHash } };
      return (await t.agreementResult.findUnique({ where }))?.document ?? null;
    },
    keep: async (projectId: string, inputHash: string, document: Prisma.InputJsonValue): Promise<void> => {
      await t.agreementResult.createMany({
        data: [{ orgId, projectId, inputHash, document }],
        skipDuplicates: true,
      });
    },
  };
}
