-- The only doors between tenants. `assay_system` may call these and nothing else; `assay_app` may call the two
-- lookups, whose argument (the hash of a secret) is itself the right to the answer.

CREATE FUNCTION lookup_api_key(hash bytea)
RETURNS TABLE (id uuid, org_id uuid, user_id uuid, scopes text[], expires_at timestamptz, revoked_at timestamptz)
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  UPDATE api_key k SET last_used_at = now()
  WHERE k.key_hash = hash AND (k.last_used_at IS NULL OR k.last_used_at < now() - interval '1 minute');
  SELECT k.id, k.org_id, k.user_id, k.scopes, k.expires_at, k.revoked_at FROM api_key k WHERE k.key_hash = hash;
$$;

CREATE FUNCTION lookup_invitation(hash bytea)
RETURNS TABLE (id uuid, org_id uuid, org_name text, email text, roles text[], expires_at timestamptz,
               accepted_at timestamptz, revoked_at timestamptz)
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  SELECT i.id, i.org_id, o.name, i.email, i.roles, i.expires_at, i.accepted_at, i.revoked_at
  FROM invitation i JOIN organisation o ON o.id = i.org_id WHERE i.token_hash = hash;
$$;

CREATE FUNCTION system_outbox_take(max_rows int)
RETURNS TABLE (id uuid, org_id uuid, job_id uuid, kind text, region text, priority int)
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  SELECT o.id, o.org_id, o.job_id, o.kind, o.region, o.priority FROM outbox o
  WHERE o.dispatched_at IS NULL AND o.available_at <= now()
  ORDER BY o.available_at LIMIT max_rows FOR UPDATE SKIP LOCKED;
$$;

CREATE FUNCTION system_outbox_done(ids uuid[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  UPDATE outbox SET dispatched_at = now() WHERE id = ANY (ids);
$$;

CREATE FUNCTION system_outbox_sweep() RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  WITH gone AS (DELETE FROM outbox WHERE dispatched_at < now() - interval '7 days' RETURNING 1)
  SELECT count(*) FROM gone;
$$;

-- An open job whose worker went silent, or that the queue lost: it is sent again.
CREATE FUNCTION system_jobs_revive(silent interval) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  WITH lost AS (
    SELECT j.id, j.org_id, j.kind, j.region FROM job j
    WHERE j.status IN ('QUEUED', 'RUNNING')
      AND coalesce(j.heartbeat_at, j.created_at) < now() - silent
      AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.job_id = j.id
                      AND (o.dispatched_at IS NULL OR o.dispatched_at > now() - silent))
    FOR UPDATE SKIP LOCKED
  ), sent AS (
    INSERT INTO outbox (id, org_id, job_id, kind, region)
    SELECT gen_random_uuid(), org_id, id, kind, region FROM lost RETURNING 1
  )
  SELECT count(*) FROM sent;
$$;

CREATE FUNCTION system_ledger_pending_orgs() RETURNS SETOF uuid
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  SELECT DISTINCT org_id FROM audit_event WHERE index IS NULL;
$$;

-- Opens one organisation's ledger for the rest of the transaction: a second sequencer waits here.
CREATE FUNCTION system_ledger_open(org uuid) RETURNS TABLE (size bigint, root bytea)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO ledger_head (org_id, size, root)
  VALUES (org, 0, sha256('')) ON CONFLICT DO NOTHING;
  RETURN QUERY SELECT h.size, h.root FROM ledger_head h WHERE h.org_id = org FOR UPDATE;
END $$;

CREATE FUNCTION system_ledger_pending(org uuid, max_rows int) RETURNS TABLE (id uuid, commitment bytea)
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  SELECT e.id, e.commitment FROM audit_event e
  WHERE e.org_id = org AND e.index IS NULL ORDER BY e.id LIMIT max_rows;
$$;

CREATE FUNCTION system_ledger_tile(org uuid, tile_level int, tile_index bigint) RETURNS bytea
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  SELECT hashes FROM ledger_tile WHERE org_id = org AND level = tile_level AND tile = tile_index;
$$;

CREATE FUNCTION system_ledger_append(
  org uuid, first_index bigint, ids uuid[], new_size bigint, new_root bytea,
  levels int[], tiles bigint[], contents bytea[]
) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF (SELECT size FROM ledger_head WHERE org_id = org) <> first_index THEN
    RAISE EXCEPTION 'ledger of % has moved', org;
  END IF;
  UPDATE audit_event e SET index = first_index + p.place - 1
  FROM unnest(ids) WITH ORDINALITY AS p (id, place) WHERE e.id = p.id AND e.org_id = org AND e.index IS NULL;
  INSERT INTO ledger_tile (org_id, level, tile, hashes)
  SELECT org, t.level, t.tile, t.content FROM unnest(levels, tiles, contents) AS t (level, tile, content)
  ON CONFLICT (org_id, level, tile) DO UPDATE SET hashes = excluded.hashes;
  UPDATE ledger_head SET size = new_size, root = new_root, updated_at = now() WHERE org_id = org;
END $$;

CREATE FUNCTION system_checkpoints_due() RETURNS TABLE (org_id uuid, size bigint, root bytea)
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  SELECT h.org_id, h.size, h.root FROM ledger_head h
  WHERE h.size > coalesce((SELECT max(c.size) FROM ledger_checkpoint c WHERE c.org_id = h.org_id), 0);
$$;

CREATE FUNCTION system_checkpoint_add(org uuid, tree_size bigint, signed_note text, why text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  INSERT INTO ledger_checkpoint (org_id, size, note, reason) VALUES (org, tree_size, signed_note, why)
  ON CONFLICT DO NOTHING;
$$;

CREATE FUNCTION system_blobs_unreferenced(older interval, max_rows int) RETURNS TABLE (key text, org_id uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  SELECT b.key, b.org_id FROM blob b
  WHERE b.created_at < now() - older
    AND NOT EXISTS (SELECT 1 FROM blob_ref r WHERE r.blob_key = b.key AND r.org_id = b.org_id)
  ORDER BY b.created_at LIMIT max_rows;
$$;

-- Forgets a blob only if nothing has come to need it meanwhile; the caller deletes the file only if told so.
CREATE FUNCTION system_blob_forget(blob_key_in text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM 1 FROM blob b WHERE b.key = blob_key_in FOR UPDATE;
  IF EXISTS (SELECT 1 FROM blob_ref r WHERE r.blob_key = blob_key_in) THEN
    RETURN false;
  END IF;
  DELETE FROM blob b WHERE b.key = blob_key_in;
  RETURN true;
END $$;

CREATE FUNCTION system_blob_known(blob_keys text[]) RETURNS SETOF text
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  SELECT b.key FROM blob b WHERE b.key = ANY (blob_keys);
$$;

CREATE FUNCTION system_uploads_expired(max_rows int) RETURNS TABLE (org_id uuid, id uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  SELECT u.org_id, u.id FROM upload u WHERE u.expires_at < now() ORDER BY u.expires_at LIMIT max_rows;
$$;

CREATE FUNCTION system_retention_due(max_rows int) RETURNS TABLE (org_id uuid, source_id uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  SELECT s.org_id, s.id FROM source s
  WHERE s.retention_on <= now() AND s.erased_at IS NULL ORDER BY s.retention_on LIMIT max_rows;
$$;

CREATE FUNCTION system_idempotency_sweep() RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  WITH gone AS (DELETE FROM idempotency_key WHERE created_at < now() - interval '1 day' RETURNING 1)
  SELECT count(*) FROM gone;
$$;

CREATE FUNCTION system_workers_sweep() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  DELETE FROM worker_heartbeat WHERE seen_at < now() - interval '1 hour';
$$;

-- Destroys what an entry said, keeping its commitment, so that proofs still verify.
CREATE FUNCTION erase_event_payload(event uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE audit_event SET payload = NULL, salt = NULL
  WHERE id = event AND org_id = assay_org() AND index IS NOT NULL;
  RETURN FOUND;
END $$;

DO $$
DECLARE
  f record;
BEGIN
  FOR f IN
    SELECT p.oid::regprocedure AS signature, p.proname FROM pg_proc p
    JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = 'public' AND (p.proname LIKE 'system\_%' OR p.proname LIKE 'lookup\_%' OR p.proname = 'erase_event_payload')
  LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f.signature);
    IF f.proname LIKE 'system\_%' THEN
      EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO assay_system', f.signature);
    ELSE
      EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO assay_app', f.signature);
    END IF;
  END LOOP;
END $$;
