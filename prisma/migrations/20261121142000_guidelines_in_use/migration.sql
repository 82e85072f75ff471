-- What has been in the trash for long enough. A guideline stays while a batch says that it was labelled by it.
CREATE OR REPLACE FUNCTION system_trash_due(trash_age interval, export_age interval, max_rows int)
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
  (SELECT r.org_id, 'run', r.id FROM run r
   WHERE r.deleted_at < now() - trash_age
     AND NOT EXISTS (SELECT 1 FROM source s WHERE s.org_id = r.org_id AND s.id = r.source_id
                     AND (s.terms #>> '{retention,legalHold,since}') IS NOT NULL)
   ORDER BY r.deleted_at LIMIT max_rows)
  UNION ALL
  (SELECT r.org_id, 'recipe', r.id FROM recipe r
   WHERE r.deleted_at < now() - trash_age
     AND NOT EXISTS (SELECT 1 FROM run u WHERE u.org_id = r.org_id AND u.recipe_id = r.id)
   ORDER BY r.deleted_at LIMIT max_rows)
  UNION ALL
  (SELECT p.org_id, 'policy', p.id FROM policy p
   WHERE p.deleted_at < now() - trash_age ORDER BY p.deleted_at LIMIT max_rows)
  UNION ALL
  (SELECT g.org_id, 'goal', g.id FROM goal g
   WHERE g.deleted_at < now() - trash_age ORDER BY g.deleted_at LIMIT max_rows)
  UNION ALL
  (SELECT g.org_id, 'guideline', g.id FROM guideline g
   WHERE g.deleted_at < now() - trash_age
     AND NOT EXISTS (SELECT 1 FROM batch b WHERE b.org_id = g.org_id AND b.guideline_id = g.id)
   ORDER BY g.deleted_at LIMIT max_rows)
  UNION ALL
  (SELECT r.org_id, 'organisation-export', r.owner_id FROM blob_ref r
   JOIN blob b ON b.key = r.blob_key
   WHERE r.owner_type = 'organisation-export' AND b.created_at < now() - export_age
   ORDER BY b.created_at LIMIT max_rows);
$$;
