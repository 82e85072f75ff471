-- AlterTable
ALTER TABLE "batch" ADD COLUMN     "prelabel_import_id" UUID;

-- AlterTable
ALTER TABLE "annotation" ADD COLUMN     "import_id" UUID;

-- CreateTable
CREATE TABLE "label_import" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "use" TEXT NOT NULL,
    "run_id" UUID NOT NULL,
    "label_schema_version_id" UUID NOT NULL,
    "parts" TEXT[],
    "file_name" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "mapping" JSONB,
    "status" TEXT NOT NULL,
    "found" JSONB,
    "fingerprint" TEXT,
    "taken_key" TEXT,
    "refused_key" TEXT,
    "batch_id" UUID,
    "failure" JSONB,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "committed_by" UUID,
    "committed_at" TIMESTAMPTZ(3),
    "withdrawn_by" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "label_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "imported_author" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "imported_author_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "imported_answer" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "row" BIGINT NOT NULL,
    "sample_key" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "confidence" DOUBLE PRECISION,
    "payload" JSONB NOT NULL,

    CONSTRAINT "imported_answer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "label_import_org_id_run_id_idx" ON "label_import"("org_id", "run_id");

-- CreateIndex
CREATE UNIQUE INDEX "label_import_org_id_id_key" ON "label_import"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "label_import_org_id_project_id_number_key" ON "label_import"("org_id", "project_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "imported_author_org_id_id_key" ON "imported_author"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "imported_author_org_id_project_id_name_key" ON "imported_author"("org_id", "project_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "imported_answer_org_id_id_key" ON "imported_answer"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "imported_answer_org_id_import_id_row_key" ON "imported_answer"("org_id", "import_id", "row");

-- CreateIndex
CREATE INDEX "batch_org_id_prelabel_import_id_idx" ON "batch"("org_id", "prelabel_import_id");

-- AddForeignKey
ALTER TABLE "label_import" ADD CONSTRAINT "label_import_org_id_project_id_fkey" FOREIGN KEY ("org_id", "project_id") REFERENCES "project"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imported_author" ADD CONSTRAINT "imported_author_org_id_project_id_fkey" FOREIGN KEY ("org_id", "project_id") REFERENCES "project"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imported_answer" ADD CONSTRAINT "imported_answer_org_id_import_id_fkey" FOREIGN KEY ("org_id", "import_id") REFERENCES "label_import"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch" ADD CONSTRAINT "batch_org_id_prelabel_import_id_fkey" FOREIGN KEY ("org_id", "prelabel_import_id") REFERENCES "label_import"("org_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- One organisation per transaction, as in the tables before these.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['label_import', 'imported_author', 'imported_answer'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I USING (org_id = assay_org()) WITH CHECK (org_id = assay_org())', name);
  END LOOP;
END $$;

-- What was imported stays as it came; an import that is withdrawn counts no more.
GRANT SELECT, INSERT, UPDATE ON label_import TO assay_app;
GRANT SELECT, INSERT ON imported_author, imported_answer TO assay_app;

-- Of one file that is read alike, one import counts.
CREATE UNIQUE INDEX label_import_once ON label_import (org_id, fingerprint) WHERE status IN ('COMMITTING', 'DONE');
