-- Whose attempt is the current one: a worker that lost a job can no longer write to it.
ALTER TABLE "job" ADD COLUMN     "run_id" UUID;

-- A heartbeat alone is no news to anybody who watches.
DROP TRIGGER job_changed ON job;
CREATE TRIGGER job_added AFTER INSERT ON job FOR EACH ROW EXECUTE FUNCTION notify_job();
CREATE TRIGGER job_changed AFTER UPDATE ON job FOR EACH ROW
  WHEN ((OLD.status, OLD.stage, OLD.done, OLD.total, OLD.rate, OLD.revision)
        IS DISTINCT FROM (NEW.status, NEW.stage, NEW.done, NEW.total, NEW.rate, NEW.revision))
  EXECUTE FUNCTION notify_job();

-- An open job is sent again when its worker went silent, or, much later, when the queue lost it: a job that only
-- waits its turn must not be sent over and over.
DROP FUNCTION system_jobs_revive(interval);
CREATE FUNCTION system_jobs_revive(silent interval, waiting interval) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  WITH lost AS (
    SELECT j.id, j.org_id, j.kind, j.region FROM job j
    WHERE ((j.status = 'RUNNING' AND j.heartbeat_at < now() - silent)
        OR (j.status = 'QUEUED' AND coalesce(j.heartbeat_at, j.created_at) < now() - waiting))
      AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.job_id = j.id
                      AND (o.dispatched_at IS NULL
                        OR o.dispatched_at > now() - CASE j.status WHEN 'RUNNING' THEN silent ELSE waiting END))
    FOR UPDATE SKIP LOCKED
  ), sent AS (
    INSERT INTO outbox (id, org_id, job_id, kind, region)
    SELECT gen_random_uuid(), org_id, id, kind, region FROM lost RETURNING 1
  )
  SELECT count(*) FROM sent;
$$;
REVOKE ALL ON FUNCTION system_jobs_revive(interval, interval) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION system_jobs_revive(interval, interval) TO assay_system;
-- CreateIndex
CREATE INDEX "outbox_job_id_idx" ON "outbox"("job_id");
