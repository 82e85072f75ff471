-- AlterTable
ALTER TABLE "image" ADD COLUMN     "made" JSONB;

-- CreateTable
CREATE TABLE "image_feature" (
    "org_id" UUID NOT NULL,
    "image_id" UUID NOT NULL,
    "colours" REAL[],
    "gradients" REAL[],
    "frequencies" REAL[],

    CONSTRAINT "image_feature_pkey" PRIMARY KEY ("org_id","image_id")
);

-- CreateTable
CREATE TABLE "image_comparison" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "real" JSONB NOT NULL,
    "made" JSONB NOT NULL,
    "document" JSONB,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "image_comparison_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "image_manifest_line" (
    "org_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "file" INTEGER NOT NULL,
    "index" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "path" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "code" TEXT,
    "message" TEXT,
    "next" TEXT,

    CONSTRAINT "image_manifest_line_pkey" PRIMARY KEY ("org_id","import_id","file","index","line")
);

-- CreateIndex
CREATE INDEX "image_comparison_org_id_project_id_id_idx" ON "image_comparison"("org_id", "project_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "image_comparison_org_id_id_key" ON "image_comparison"("org_id", "id");

-- CreateIndex
CREATE INDEX "image_manifest_line_org_id_import_id_outcome_idx" ON "image_manifest_line"("org_id", "import_id", "outcome");

-- AddForeignKey
ALTER TABLE "image_feature" ADD CONSTRAINT "image_feature_org_id_image_id_fkey" FOREIGN KEY ("org_id", "image_id") REFERENCES "image"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "image_comparison" ADD CONSTRAINT "image_comparison_org_id_project_id_fkey" FOREIGN KEY ("org_id", "project_id") REFERENCES "project"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "image_manifest_line" ADD CONSTRAINT "image_manifest_line_org_id_import_id_fkey" FOREIGN KEY ("org_id", "import_id") REFERENCES "image_import"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One organisation per transaction, as in the tables before these.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['image_feature', 'image_comparison', 'image_manifest_line'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I USING (org_id = assay_org()) WITH CHECK (org_id = assay_org())', name);
  END LOOP;
END $$;

-- Features and lines of manifests go with their pictures and imports alone.
GRANT SELECT, INSERT ON image_feature, image_manifest_line TO assay_app;
GRANT SELECT, INSERT, UPDATE ON image_comparison TO assay_app;
