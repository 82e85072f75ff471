-- AlterTable
ALTER TABLE "organisation" ADD COLUMN     "purged_at" TIMESTAMPTZ(3);

-- What was deleted long enough ago, and is not under legal hold.
CREATE FUNCTION system_organisations_due(grace interval, max_rows int) RETURNS TABLE (id uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  SELECT o.id FROM organisation o
  WHERE o.deleted_at < now() - grace AND o.purged_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM source s WHERE s.org_id = o.id AND s.erased_at IS NULL
                    AND (s.terms #>> '{retention,legalHold,since}') IS NOT NULL)
  ORDER BY o.deleted_at LIMIT max_rows;
$$;
REVOKE ALL ON FUNCTION system_organisations_due(interval, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION system_organisations_due(interval, int) TO assay_system;

-- Destroys what a deleted organisation had, in every table that has an org_id. What stays: a tombstone without a
-- name, the ledger with its commitments but without what they commit to, and the rows of files, which the sweep
-- needs to remove them. Null, and nothing done, while the organisation is not deleted for so long, is under legal
-- hold, has open jobs, or has events that are not in the ledger yet. Otherwise how many rows were destroyed.
CREATE FUNCTION purge_organisation(grace interval) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  org uuid := assay_org();
  waiting text[];
  later text[];
  name text;
  gone bigint;
  removed bigint := 0;
BEGIN
  PERFORM 1 FROM organisation o
  WHERE o.id = org AND o.deleted_at < now() - grace AND o.purged_at IS NULL FOR UPDATE;
  IF NOT FOUND
    OR EXISTS (SELECT 1 FROM job j WHERE j.org_id = org AND j.status IN ('QUEUED', 'RUNNING'))
    OR EXISTS (SELECT 1 FROM audit_event e WHERE e.org_id = org AND e.index IS NULL)
    OR EXISTS (SELECT 1 FROM source s WHERE s.org_id = org AND s.erased_at IS NULL
               AND (s.terms #>> '{retention,legalHold,since}') IS NOT NULL)
  THEN
    RETURN NULL;
  END IF;
  SELECT array_agg(c.table_name::text) INTO waiting
  FROM information_schema.columns c
  JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
  WHERE c.table_schema = 'public' AND c.column_name = 'org_id' AND t.table_type = 'BASE TABLE'
    AND c.table_name NOT IN ('audit_event', 'audit_object', 'ledger_head', 'ledger_tile', 'ledger_checkpoint', 'blob');
  -- Rows that others refer to wait for a later round.
  WHILE cardinality(waiting) > 0 LOOP
    later := '{}';
    FOREACH name IN ARRAY waiting LOOP
      BEGIN
        EXECUTE format('DELETE FROM %I WHERE org_id = $1', name) USING org;
        GET DIAGNOSTICS gone = ROW_COUNT;
        removed := removed + gone;
      EXCEPTION WHEN foreign_key_violation OR restrict_violation THEN
        later := later || name;
      END;
    END LOOP;
    IF cardinality(later) = cardinality(waiting) THEN
      RAISE EXCEPTION 'the rows of % keep each other', later;
    END IF;
    waiting := later;
  END LOOP;
  UPDATE audit_event SET payload = NULL, salt = NULL WHERE org_id = org;
  UPDATE organisation SET name = '', slug = id::text, purged_at = now(), revision = revision + 1 WHERE id = org;
  RETURN removed;
END $$;
REVOKE ALL ON FUNCTION purge_organisation(interval) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION purge_organisation(interval) TO assay_app;
