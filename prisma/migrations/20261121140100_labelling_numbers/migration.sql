-- What numbers of labelling are counted from, read from the index alone: payloads are large, and none is needed.
CREATE INDEX annotation_numbers ON annotation (org_id, project_id, created_at)
  INCLUDE (id, batch_id, author_id, active_ms);

-- Turns that ended, newest first.
CREATE INDEX task_ended ON task (org_id, batch_id, ended_at, id) WHERE ended_at IS NOT NULL;
