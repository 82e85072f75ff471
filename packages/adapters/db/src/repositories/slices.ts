import type { RepositoryContext } from './context.ts';
import { type AnswerNumbers, COUNTED, type LabellingFilter, QUARTILES, valuesOfFilter } from './labelling.ts';

export type BatchOfSlices = { id: string; runId: string; items: number };

/** How many samples of a batch a slice has, as it was found. */
export type SliceSize = { batchId: string; hash: string; samples: number };

export type SliceNumbers = AnswerNumbers & { hash: string };

// A control task shows what is no row of the run, or not as it is there: it belongs to no slice.
const SAMPLES = `
  SELECT t.item, t.row::float8 AS row FROM task t
  WHERE t.org_id = $1::uuid AND t.batch_id = $2::uuid AND t.control IS NULL AND t.slot = 1
  ORDER BY t.item`;

const ADD_SET = `
  INSERT INTO slice_set (id, org_id, project_id, batch_id, hash, samples)
  VALUES ($2::uuid, $1::uuid, $3::uuid, $4::uuid, $5, $6::int)
  ON CONFLICT (org_id, batch_id, hash) DO NOTHING RETURNING id`;

const ADD_ITEMS = `
  INSERT INTO slice_item (org_id, set_id, item) SELECT $1::uuid, $2::uuid, unnest($3::int[])`;

const SIZES = `
  SELECT batch_id AS "batchId", hash, samples FROM slice_set
  WHERE org_id = $1::uuid AND batch_id = ANY ($2::uuid[]) AND hash = ANY ($3::text[])`;

const MEMBERS = `
  SELECT s.hash, i.item FROM slice_set s
  JOIN slice_item i ON i.org_id = s.org_id AND i.set_id = s.id
  WHERE s.org_id = $1::uuid AND s.batch_id = $2::uuid AND s.hash = ANY ($3::text[])`;

const ANSWERS = `
  SELECT s.hash, ${QUARTILES}
  FROM slice_set s JOIN slice_item i ON i.org_id = s.org_id AND i.set_id = s.id
  JOIN (
    SELECT an.id, an.org_id, an.project_id, an.batch_id, an.item, an.author_id, an.created_at, an.import_id,
           CASE WHEN an.import_id IS NULL THEN an.active_ms END AS active_ms FROM annotation an
  ) AS a ON a.org_id = s.org_id AND a.batch_id = s.batch_id AND a.item = i.item
  WHERE s.org_id = $1::uuid AND s.project_id = $2::uuid AND s.hash = ANY ($7::text[]) AND ${COUNTED}
    AND NOT EXISTS (SELECT 1 FROM annotation_retraction r WHERE r.org_id = a.org_id AND r.annotation_id = a.id)
  GROUP BY s.hash`;

/** Which samples of batches slices have, and what was done to them. */
export function createSliceRepository({ t, statements, orgId }: RepositoryContext) {
  return {
    /** Batches of a project that have samples of their run alone, newest first. */
    batches: (projectId: string, batchId: string | null): Promise<BatchOfSlices[]> =>
      t.batch.findMany({
        where: {
          orgId,
          projectId,
          status: { notIn: ['BUILDING', 'FAILED'] },
          kind: { not: 'blind' },
          ...(batchId === null ? {} : { id: batchId }),
        },
        orderBy: { number: 'desc' },
        select: { id: true, runId: true, items: true },
      }),
    /** Each sample of a batch with its row in the run. */
    samples: async (batchId: string): Promise<{ item: number; row: number }[]> =>
      (await statements.run<{ item: number; row: number }>('slice_samples', SAMPLES, [orgId, batchId])).rows,
    sizes: async (batchIds: readonly string[], hashes: readonly string[]): Promise<SliceSize[]> =>
      (await statements.run<SliceSize>('slice_sizes', SIZES, [orgId, batchIds, hashes])).rows,
    /** Remembers what a slice has of a batch. Somebody else may have found the same at this moment: theirs stays. */
    keep: async (set: {
      id: string;
      projectId: string;
      batchId: string;
      hash: string;
      items: readonly number[];
    }): Promise<void> => {
      const values = [orgId, set.id, set.projectId, set.batchId, set.hash, set.items.length];
      const { rows } = await statements.run<{ id: string }>('slice_add_set', ADD_SET, values);
      if (rows.length > 0) await statements.run('slice_add_items', ADD_ITEMS, [orgId, set.id, set.items]);
    },
    /** The samples of a batch by slice. */
    members: async (batchId: string, hashes: readonly string[]): Promise<{ hash: string; item: number }[]> =>
      (
        await statements.run<{ hash: string; item: number }>('slice_members', MEMBERS, [
          orgId,
          batchId,
          hashes,
        ])
      ).rows,
    /** Answers to samples of each slice, as far as its samples were found. */
    answers: async (filter: LabellingFilter, hashes: readonly string[]): Promise<SliceNumbers[]> => {
      const values = [...valuesOfFilter(orgId, filter), hashes];
      return (await statements.run<SliceNumbers>('slice_answers', ANSWERS, values)).rows;
    },
  };
}
