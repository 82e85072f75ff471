-- CreateTable
CREATE TABLE "label_schema" (
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

    CONSTRAINT "label_schema_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "label_schema_version" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "label_schema_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "label_schema_version_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "label_schema_org_id_project_id_created_at_idx" ON "label_schema"("org_id", "project_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "label_schema_org_id_id_key" ON "label_schema"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "label_schema_version_org_id_id_key" ON "label_schema_version"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "label_schema_version_org_id_label_schema_id_number_key" ON "label_schema_version"("org_id", "label_schema_id", "number");

-- AddForeignKey
ALTER TABLE "label_schema" ADD CONSTRAINT "label_schema_org_id_project_id_fkey" FOREIGN KEY ("org_id", "project_id") REFERENCES "project"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "label_schema_version" ADD CONSTRAINT "label_schema_version_org_id_label_schema_id_fkey" FOREIGN KEY ("org_id", "label_schema_id") REFERENCES "label_schema"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One organisation per transaction, as in the tables before these.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['label_schema', 'label_schema_version']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I USING (org_id = assay_org()) WITH CHECK (org_id = assay_org())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO assay_app', name);
  END LOOP;
END $$;

-- Versions are added, never changed; they go with what they belong to.
REVOKE UPDATE ON label_schema_version FROM assay_app;

CREATE INDEX label_schema_trash ON label_schema (deleted_at) WHERE deleted_at IS NOT NULL;

-- Label schemas that have been in the trash for long enough.
CREATE FUNCTION system_label_schemas_due(trash_age interval, max_rows int)
RETURNS TABLE (org_id uuid, kind text, id uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  SELECT l.org_id, 'labelSchema', l.id FROM label_schema l
  WHERE l.deleted_at < now() - trash_age ORDER BY l.deleted_at LIMIT max_rows;
$$;
REVOKE ALL ON FUNCTION system_label_schemas_due(interval, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION system_label_schemas_due(interval, int) TO assay_system;
