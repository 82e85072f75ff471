-- Row-level security behind the repositories: the application's role sees one organisation per transaction and
-- cannot bypass it. `assay.org_id` and `assay.user_id` are set for each transaction.

DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'assay_app') THEN
    CREATE ROLE assay_app NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'assay_system') THEN
    CREATE ROLE assay_system NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
  END IF;
END $$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO assay_app, assay_system;

CREATE FUNCTION assay_org() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('assay.org_id', true), '')::uuid $$;
CREATE FUNCTION assay_user() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('assay.user_id', true), '')::uuid $$;

DO $$
DECLARE
  name text;
BEGIN
  FOR name IN
    SELECT c.table_name FROM information_schema.columns c
    WHERE c.table_schema = 'public' AND c.column_name = 'org_id'
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I USING (org_id = assay_org()) WITH CHECK (org_id = assay_org())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO assay_app', name);
  END LOOP;
END $$;

-- The ledger is append-only for the application, and its tree is the sequencer's alone.
REVOKE UPDATE, DELETE ON audit_event, audit_object FROM assay_app;
REVOKE INSERT, UPDATE, DELETE ON ledger_head, ledger_tile, ledger_checkpoint FROM assay_app;
REVOKE UPDATE, DELETE ON outbox FROM assay_app;

-- People see their own memberships before an organisation is chosen.
CREATE POLICY own_membership ON member FOR SELECT USING (user_id = assay_user());

ALTER TABLE organisation ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON organisation USING (id = assay_org()) WITH CHECK (id = assay_org());
CREATE POLICY own_membership ON organisation FOR SELECT
  USING (EXISTS (SELECT 1 FROM member m WHERE m.org_id = organisation.id AND m.user_id = assay_user()));
GRANT SELECT, INSERT, UPDATE ON organisation TO assay_app;

-- The sign-in library's own tables, and liveness of workers: global.
GRANT SELECT, INSERT, UPDATE, DELETE ON
  auth_user, auth_session, auth_account, auth_verification, auth_two_factor, auth_rate_limit, worker_heartbeat
  TO assay_app;

CREATE INDEX audit_event_unsequenced ON audit_event (org_id, id) WHERE index IS NULL;
CREATE INDEX outbox_waiting ON outbox (available_at) WHERE dispatched_at IS NULL;
CREATE INDEX job_open ON job (heartbeat_at) WHERE status IN ('QUEUED', 'RUNNING');
CREATE UNIQUE INDEX split_set_one_active ON split_set (org_id, version_id) WHERE active;
CREATE INDEX source_retention ON source (retention_on) WHERE retention_on IS NOT NULL AND erased_at IS NULL;

-- Live updates. Only job rows notify: a NOTIFY serialises commits, so the audit path must not have one.
CREATE FUNCTION notify_job() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('assay_job', json_build_object('orgId', NEW.org_id, 'jobId', NEW.id)::text);
  RETURN NULL;
END $$;
CREATE TRIGGER job_changed AFTER INSERT OR UPDATE ON job FOR EACH ROW EXECUTE FUNCTION notify_job();

CREATE FUNCTION notify_user() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('assay_notification', json_build_object('orgId', NEW.org_id, 'userId', NEW.user_id)::text);
  RETURN NULL;
END $$;
CREATE TRIGGER notification_added AFTER INSERT OR UPDATE ON notification
  FOR EACH ROW EXECUTE FUNCTION notify_user();
