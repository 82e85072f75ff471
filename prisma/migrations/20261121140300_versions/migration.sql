-- CreateTable
CREATE TABLE "dataset" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "pseudonym_salt" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dataset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "version" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "dataset_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "message" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "selection" JSONB NOT NULL,
    "branch" TEXT NOT NULL,
    "branch_took" BOOLEAN,
    "manifest" JSONB,
    "root" TEXT,
    "samples" BIGINT,
    "labels" BIGINT,
    "bytes" BIGINT,
    "new_bytes" BIGINT,
    "failure" JSONB,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "version_parent" (
    "org_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "parent_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "version_parent_pkey" PRIMARY KEY ("org_id","version_id","position")
);

-- CreateTable
CREATE TABLE "version_ref" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "version_id" UUID NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "moved_by" UUID NOT NULL,
    "moved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "version_ref_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "version_chunk" (
    "org_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "blob_key" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "run_id" UUID,
    "from_row" BIGINT,
    "to_row" BIGINT,
    "is_new" BOOLEAN NOT NULL,

    CONSTRAINT "version_chunk_pkey" PRIMARY KEY ("org_id","version_id","blob_key")
);

-- CreateTable
CREATE TABLE "version_export" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "options" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "records" BIGINT,
    "failure" JSONB,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "version_export_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "export_file" (
    "org_id" UUID NOT NULL,
    "export_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "blob_key" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,

    CONSTRAINT "export_file_pkey" PRIMARY KEY ("org_id","export_id","kind")
);

-- CreateIndex
CREATE UNIQUE INDEX "dataset_org_id_id_key" ON "dataset"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "dataset_org_id_project_id_key" ON "dataset"("org_id", "project_id");

-- CreateIndex
CREATE INDEX "version_org_id_root_idx" ON "version"("org_id", "root");

-- CreateIndex
CREATE UNIQUE INDEX "version_org_id_id_key" ON "version"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "version_org_id_project_id_number_key" ON "version"("org_id", "project_id", "number");

-- CreateIndex
CREATE INDEX "version_parent_org_id_parent_id_idx" ON "version_parent"("org_id", "parent_id");

-- CreateIndex
CREATE INDEX "version_ref_org_id_version_id_idx" ON "version_ref"("org_id", "version_id");

-- CreateIndex
CREATE UNIQUE INDEX "version_ref_org_id_id_key" ON "version_ref"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "version_ref_org_id_project_id_name_key" ON "version_ref"("org_id", "project_id", "name");

-- CreateIndex
CREATE INDEX "version_export_org_id_version_id_created_at_idx" ON "version_export"("org_id", "version_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "version_export_org_id_id_key" ON "version_export"("org_id", "id");

-- CreateIndex
CREATE INDEX "export_file_org_id_sha256_idx" ON "export_file"("org_id", "sha256");

-- AddForeignKey
ALTER TABLE "dataset" ADD CONSTRAINT "dataset_org_id_project_id_fkey" FOREIGN KEY ("org_id", "project_id") REFERENCES "project"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version" ADD CONSTRAINT "version_org_id_dataset_id_fkey" FOREIGN KEY ("org_id", "dataset_id") REFERENCES "dataset"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version_parent" ADD CONSTRAINT "version_parent_org_id_version_id_fkey" FOREIGN KEY ("org_id", "version_id") REFERENCES "version"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version_parent" ADD CONSTRAINT "version_parent_org_id_parent_id_fkey" FOREIGN KEY ("org_id", "parent_id") REFERENCES "version"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version_ref" ADD CONSTRAINT "version_ref_org_id_version_id_fkey" FOREIGN KEY ("org_id", "version_id") REFERENCES "version"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version_chunk" ADD CONSTRAINT "version_chunk_org_id_version_id_fkey" FOREIGN KEY ("org_id", "version_id") REFERENCES "version"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version_export" ADD CONSTRAINT "version_export_org_id_version_id_fkey" FOREIGN KEY ("org_id", "version_id") REFERENCES "version"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export_file" ADD CONSTRAINT "export_file_org_id_export_id_fkey" FOREIGN KEY ("org_id", "export_id") REFERENCES "version_export"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One organisation per transaction, as in the tables before these.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['dataset', 'version', 'version_parent', 'version_ref', 'version_chunk',
                              'version_export', 'export_file']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I USING (org_id = assay_org()) WITH CHECK (org_id = assay_org())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO assay_app', name);
  END LOOP;
END $$;

-- What a version stands on, where it came from and what left of it stays as it was.
REVOKE UPDATE ON dataset, version_parent, version_chunk, export_file FROM assay_app;

ALTER TABLE version
  ADD CONSTRAINT version_stands_on_its_content CHECK (
    status <> 'READY' OR (manifest IS NOT NULL AND root IS NOT NULL AND finished_at IS NOT NULL));

-- A version that stands never changes.
CREATE FUNCTION version_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a version that stands never changes';
END $$;
CREATE TRIGGER version_frozen BEFORE UPDATE ON version
  FOR EACH ROW WHEN (OLD.status = 'READY') EXECUTE FUNCTION version_is_frozen();
