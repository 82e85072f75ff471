-- Label schemas that have been in the trash for long enough. One stays while a batch says that it was labelled with it.
CREATE OR REPLACE FUNCTION system_label_schemas_due(trash_age interval, max_rows int)
RETURNS TABLE (org_id uuid, kind text, id uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  SELECT l.org_id, 'labelSchema', l.id FROM label_schema l
  WHERE l.deleted_at < now() - trash_age
    AND NOT EXISTS (SELECT 1 FROM label_schema_version v
                    JOIN batch b ON b.org_id = v.org_id AND b.label_schema_version_id = v.id
                    WHERE v.org_id = l.org_id AND v.label_schema_id = l.id)
  ORDER BY l.deleted_at LIMIT max_rows;
$$;
