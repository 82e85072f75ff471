/**
 * Retracts what stands of a turn: organisation, batch, task, by whom; the version of a guideline and the job because of
 * which, where it was not its author. With an answer goes the one in whose place it was put, which would stand again.
 */
export const RETRACT_TURN = `
  INSERT INTO annotation_retraction (annotation_id, org_id, "by", guideline_version_id, job_id)
  SELECT a.id, a.org_id, $4::uuid, $5::uuid, $6::uuid FROM annotation a
  WHERE a.org_id = $1::uuid AND a.batch_id = $2::uuid AND a.task_id = $3::uuid AND NOT EXISTS (
    SELECT 1 FROM annotation_retraction r WHERE r.org_id = a.org_id AND r.annotation_id = a.id)`;
