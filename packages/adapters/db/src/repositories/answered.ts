/**
 * What people answered and did not take back, as work that they did: of samples and of control tasks alike, so that
 * nobody can tell one from the other by their numbers. What counts as a label is read from `annotation` alone. What was
 * imported took no time here, and says so.
 */
export const ANSWERED = `(
  SELECT an.id, an.org_id, an.project_id, an.batch_id, an.author_id,
         CASE WHEN an.import_id IS NULL THEN an.active_ms END AS active_ms, an.created_at, an.payload,
         an.import_id
  FROM annotation_now an WHERE NOT EXISTS (
    SELECT 1 FROM annotation_retraction r WHERE r.org_id = an.org_id AND r.annotation_id = an.id)
  UNION ALL
  SELECT c.id, c.org_id, c.project_id, c.batch_id, c.author_id, c.active_ms, c.created_at, c.payload, NULL
  FROM control_answer_now c WHERE c.retracted_at IS NULL AND c.payload IS NOT NULL)`;
