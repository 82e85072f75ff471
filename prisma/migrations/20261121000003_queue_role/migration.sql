-- The queue library keeps its own tables in its own schema, behind a role that sees nothing else.
DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'assay_queue') THEN
    CREATE ROLE assay_queue NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
  END IF;
  EXECUTE format('GRANT CREATE ON DATABASE %I TO assay_queue', current_database());
END $$;
