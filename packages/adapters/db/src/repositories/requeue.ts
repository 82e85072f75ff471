import type { RepositoryContext } from './context.ts';
import { RETRACT_TURN } from './retract-turn.ts';

/** Answers of a batch under versions of a guideline before `number`, or under none, given until `until`. */
export type OutdatedFilter = {
  batchId: string;
  guidelineId: string;
  number: number;
  labelId: string | null;
  until: Date;
};

export type OutdatedAnswer = {
  taskId: string;
  annotationId: string;
  item: number;
  slot: number;
  row: number;
  /** An expert decided about the sample, sent it back or looks at it: the answer stays. */
  kept: boolean;
};

export type AnswersByVersion = {
  batchId: string;
  batchNumber: number;
  batchName: string;
  status: string;
  /** Of the guideline; null for answers under none. */
  version: number | null;
  answers: number;
};

// A batch may have had another guideline before.
const VERSION = 'CASE WHEN v.guideline_id = b.guideline_id THEN v.number END';

const STANDING = `
  FROM batch b
  JOIN task ON task.org_id = b.org_id AND task.batch_id = b.id AND task.status = 'SUBMITTED' AND task.control IS NULL
  JOIN annotation_now a ON a.org_id = task.org_id AND a.id = task.annotation_id
  LEFT JOIN guideline_version v ON v.org_id = a.org_id AND v.id = a.guideline_version_id`;

const OUTDATED = `
  SELECT task.id AS "taskId", a.id AS "annotationId", task.item, task.slot::int, task.row::float8 AS row,
         coalesce(item.status IN ('DECIDED', 'SENT_BACK') OR item.lease_until > now(), false) AS kept
  ${STANDING}
  LEFT JOIN review_item item ON item.org_id = task.org_id AND item.batch_id = task.batch_id AND item.item = task.item
  WHERE b.org_id = $1::uuid AND b.id = $2::uuid AND b.guideline_id = $3::uuid
    AND coalesce(${VERSION}, 0) < $4::int AND a.created_at <= $5::timestamptz
    AND ($6::text IS NULL OR jsonb_path_exists(
      a.payload, '$.answers.*.**.labelId ? (@ == $label)', jsonb_build_object('label', $6::text)))
    AND (task.item, task.slot) > ($7::int, $8::int)
  ORDER BY task.item, task.slot
  LIMIT $9::int`;

const BY_VERSION = `
  SELECT b.id AS "batchId", b.number AS "batchNumber", b.name AS "batchName", b.status, ${VERSION} AS version,
         count(*)::int AS answers
  ${STANDING}
  WHERE b.org_id = $1::uuid AND b.guideline_id = $2::uuid
  GROUP BY b.id, b.number, b.name, b.status, 5
  ORDER BY b.number DESC, 5`;

const REOPEN = `
  UPDATE task SET status = 'OPEN', person_id = NULL, lease_id = NULL, leased_at = NULL, lease_until = NULL,
                  annotation_id = NULL, ended_at = NULL
  WHERE org_id = $1::uuid AND id = $2::uuid`;

const ASKED_AGAIN = `
  SELECT a.author_id AS "authorId", count(DISTINCT a.task_id)::int AS answers
  FROM annotation_retraction r JOIN annotation a ON a.org_id = r.org_id AND a.id = r.annotation_id
  WHERE r.org_id = $1::uuid AND r.job_id = $2::uuid
  GROUP BY a.author_id`;

/** Answers that are taken back for a new version of a guideline, and the turns that are open again by it. */
export function createRequeueRepository({ statements, orgId }: RepositoryContext) {
  return {
    outdated: async (
      filter: OutdatedFilter,
      after: { item: number; slot: number },
      limit: number,
    ): Promise<OutdatedAnswer[]> => {
      const { batchId, guidelineId, number, labelId, until } = filter;
      const values = [orgId, batchId, guidelineId, number, until.toISOString(), labelId];
      const { rows } = await statements.run<OutdatedAnswer>('requeue_outdated', OUTDATED, [
        ...values,
        after.item,
        after.slot,
        limit,
      ]);
      return rows;
    },
    /** Answers that stand under a guideline, by batch and version; the newest batch first. */
    byVersion: async (guidelineId: string): Promise<AnswersByVersion[]> =>
      (await statements.run<AnswersByVersion>('requeue_by_version', BY_VERSION, [orgId, guidelineId])).rows,
    /** Takes back what stands of a turn, and gives the turn to anybody. */
    reopen: (
      task: { id: string; batchId: string },
      why: { by: string; guidelineVersionId: string; jobId: string },
    ): void => {
      const values = [orgId, task.batchId, task.id, why.by, why.guidelineVersionId, why.jobId];
      statements.send('turn_retract', RETRACT_TURN, values);
      statements.send('requeue_reopen', REOPEN, [orgId, task.id]);
    },
    /** Whose answers a job took back, and how many. */
    askedAgain: async (jobId: string): Promise<{ authorId: string; answers: number }[]> => {
      const { rows } = await statements.run<{ authorId: string; answers: number }>(
        'requeue_asked_again',
        ASKED_AGAIN,
        [orgId, jobId],
      );
      return rows;
    },
  };
}
