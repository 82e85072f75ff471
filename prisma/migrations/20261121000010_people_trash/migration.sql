-- One open invitation for each address: a second one replaces the first.
CREATE UNIQUE INDEX invitation_one_open ON invitation (org_id, lower(email))
  WHERE accepted_at IS NULL AND revoked_at IS NULL;

-- The link to an organisation that was deleted leads nowhere.
CREATE OR REPLACE FUNCTION lookup_invitation(hash bytea)
RETURNS TABLE (id uuid, org_id uuid, org_name text, email text, roles text[], expires_at timestamptz,
               accepted_at timestamptz, revoked_at timestamptz)
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  SELECT i.id, i.org_id, o.name, i.email, i.roles, i.expires_at, i.accepted_at, i.revoked_at
  FROM invitation i JOIN organisation o ON o.id = i.org_id
  WHERE i.token_hash = hash AND o.deleted_at IS NULL;
$$;

CREATE INDEX project_trash ON project (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX source_trash ON source (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX audit_event_project ON audit_event (org_id, project_id, at);

-- What has been in the trash for long enough, and exports that have been kept for long enough.
CREATE FUNCTION system_trash_due(trash_age interval, export_age interval, max_rows int)
RETURNS TABLE (org_id uuid, kind text, id uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  (SELECT s.org_id, 'source', s.id FROM source s
   WHERE s.deleted_at < now() - trash_age AND s.erased_at IS NULL
     AND (s.terms #>> '{retention,legalHold,since}') IS NULL
   ORDER BY s.deleted_at LIMIT max_rows)
  UNION ALL
  (SELECT p.org_id, 'project', p.id FROM project p
   WHERE p.deleted_at < now() - trash_age
     AND NOT EXISTS (SELECT 1 FROM source s WHERE s.org_id = p.org_id AND s.project_id = p.id
                     AND (s.terms #>> '{retention,legalHold,since}') IS NOT NULL)
   ORDER BY p.deleted_at LIMIT max_rows)
  UNION ALL
  (SELECT r.org_id, 'organisation-export', r.owner_id FROM blob_ref r
   JOIN blob b ON b.key = r.blob_key
   WHERE r.owner_type = 'organisation-export' AND b.created_at < now() - export_age
   ORDER BY b.created_at LIMIT max_rows);
$$;
REVOKE ALL ON FUNCTION system_trash_due(interval, interval, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION system_trash_due(interval, interval, int) TO assay_system;
