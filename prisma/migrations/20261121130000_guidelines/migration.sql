-- CreateTable
CREATE TABLE "guideline" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "guideline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guideline_version" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "guideline_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "guideline_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guideline_acknowledgement" (
    "org_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "guideline_acknowledgement_pkey" PRIMARY KEY ("org_id","version_id","user_id")
);

-- CreateTable
CREATE TABLE "guideline_question" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "guideline_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "section_id" UUID,
    "text" TEXT NOT NULL,
    "asked_by" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" TEXT,
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "resolved_version_id" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "guideline_question_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "guideline_org_id_project_id_created_at_idx" ON "guideline"("org_id", "project_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "guideline_org_id_id_key" ON "guideline"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "guideline_version_org_id_id_key" ON "guideline_version"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "guideline_version_org_id_guideline_id_number_key" ON "guideline_version"("org_id", "guideline_id", "number");

-- CreateIndex
CREATE INDEX "guideline_acknowledgement_org_id_user_id_idx" ON "guideline_acknowledgement"("org_id", "user_id");

-- CreateIndex
CREATE INDEX "guideline_question_org_id_guideline_id_asked_at_idx" ON "guideline_question"("org_id", "guideline_id", "asked_at");

-- CreateIndex
CREATE UNIQUE INDEX "guideline_question_org_id_id_key" ON "guideline_question"("org_id", "id");

-- AddForeignKey
ALTER TABLE "guideline" ADD CONSTRAINT "guideline_org_id_project_id_fkey" FOREIGN KEY ("org_id", "project_id") REFERENCES "project"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guideline_version" ADD CONSTRAINT "guideline_version_org_id_guideline_id_fkey" FOREIGN KEY ("org_id", "guideline_id") REFERENCES "guideline"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guideline_acknowledgement" ADD CONSTRAINT "guideline_acknowledgement_org_id_version_id_fkey" FOREIGN KEY ("org_id", "version_id") REFERENCES "guideline_version"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guideline_question" ADD CONSTRAINT "guideline_question_org_id_guideline_id_fkey" FOREIGN KEY ("org_id", "guideline_id") REFERENCES "guideline"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guideline_question" ADD CONSTRAINT "guideline_question_org_id_version_id_fkey" FOREIGN KEY ("org_id", "version_id") REFERENCES "guideline_version"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guideline_question" ADD CONSTRAINT "guideline_question_org_id_resolved_version_id_fkey" FOREIGN KEY ("org_id", "resolved_version_id") REFERENCES "guideline_version"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One organisation per transaction, as in the tables before these.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['guideline', 'guideline_version', 'guideline_acknowledgement', 'guideline_question']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I USING (org_id = assay_org()) WITH CHECK (org_id = assay_org())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO assay_app', name);
  END LOOP;
END $$;

-- Versions and acknowledgements are added, never changed; they go with the guideline.
REVOKE UPDATE ON guideline_version, guideline_acknowledgement FROM assay_app;

CREATE INDEX guideline_trash ON guideline (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX guideline_question_open ON guideline_question (org_id, guideline_id) WHERE answer IS NULL;

-- What was asked and when stays as it was; an answer has a person and a moment, and only what is answered is resolved.
ALTER TABLE guideline_question
  ADD CONSTRAINT guideline_question_answered
    CHECK ((answer IS NULL) = (answered_by IS NULL) AND (answer IS NULL) = (answered_at IS NULL)),
  ADD CONSTRAINT guideline_question_resolved CHECK (resolved_version_id IS NULL OR answer IS NOT NULL);

-- Guidelines in the trash, beside what was there before.
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
   WHERE g.deleted_at < now() - trash_age ORDER BY g.deleted_at LIMIT max_rows)
  UNION ALL
  (SELECT r.org_id, 'organisation-export', r.owner_id FROM blob_ref r
   JOIN blob b ON b.key = r.blob_key
   WHERE r.owner_type = 'organisation-export' AND b.created_at < now() - export_age
   ORDER BY b.created_at LIMIT max_rows);
$$;
