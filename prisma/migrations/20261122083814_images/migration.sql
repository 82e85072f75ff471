-- CreateTable
CREATE TABLE "image_import" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "about" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "failure" JSONB,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "withdrawn_by" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "image_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "image_import_file" (
    "org_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "index" INTEGER NOT NULL,
    "file_name" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "parts" TEXT[],
    "items" INTEGER,

    CONSTRAINT "image_import_file_pkey" PRIMARY KEY ("org_id","import_id","index")
);

-- CreateTable
CREATE TABLE "image_item" (
    "org_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "file" INTEGER NOT NULL,
    "index" INTEGER NOT NULL,
    "path" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "outcome" TEXT NOT NULL,
    "code" TEXT,
    "message" TEXT,
    "next" TEXT,
    "image_id" UUID,

    CONSTRAINT "image_item_pkey" PRIMARY KEY ("org_id","import_id","file","index")
);

-- CreateTable
CREATE TABLE "image" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "import_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "facts" JSONB NOT NULL,
    "perceptual_hash" BIGINT NOT NULL,
    "marks" TEXT[],
    "alike" UUID,
    "original_key" TEXT NOT NULL,
    "thumbnail_key" TEXT NOT NULL,
    "preview_key" TEXT NOT NULL,
    "pyramid_key" TEXT,
    "pyramid" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "image_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "image_import_org_id_id_key" ON "image_import"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "image_import_org_id_project_id_number_key" ON "image_import"("org_id", "project_id", "number");

-- CreateIndex
CREATE INDEX "image_item_org_id_import_id_outcome_idx" ON "image_item"("org_id", "import_id", "outcome");

-- CreateIndex
CREATE INDEX "image_item_org_id_image_id_idx" ON "image_item"("org_id", "image_id");

-- CreateIndex
CREATE INDEX "image_org_id_project_id_path_idx" ON "image"("org_id", "project_id", "path");

-- CreateIndex
CREATE INDEX "image_org_id_project_id_alike_idx" ON "image"("org_id", "project_id", "alike");

-- CreateIndex
CREATE INDEX "image_org_id_import_id_idx" ON "image"("org_id", "import_id");

-- CreateIndex
CREATE UNIQUE INDEX "image_org_id_id_key" ON "image"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "image_org_id_project_id_sha256_key" ON "image"("org_id", "project_id", "sha256");

-- AddForeignKey
ALTER TABLE "image_import" ADD CONSTRAINT "image_import_org_id_project_id_fkey" FOREIGN KEY ("org_id", "project_id") REFERENCES "project"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "image_import_file" ADD CONSTRAINT "image_import_file_org_id_import_id_fkey" FOREIGN KEY ("org_id", "import_id") REFERENCES "image_import"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "image_item" ADD CONSTRAINT "image_item_org_id_import_id_fkey" FOREIGN KEY ("org_id", "import_id") REFERENCES "image_import"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "image_item" ADD CONSTRAINT "image_item_org_id_image_id_fkey" FOREIGN KEY ("org_id", "image_id") REFERENCES "image"("org_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "image" ADD CONSTRAINT "image_org_id_project_id_fkey" FOREIGN KEY ("org_id", "project_id") REFERENCES "project"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One organisation per transaction, as in the tables before these.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['image_import', 'image_import_file', 'image_item', 'image'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I USING (org_id = assay_org()) WITH CHECK (org_id = assay_org())', name);
  END LOOP;
END $$;

-- A picture goes when the last import that brought it is withdrawn; what imports found stays on record.
GRANT SELECT, INSERT, UPDATE ON image_import, image_import_file, image_item TO assay_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON image TO assay_app;

-- The newest of a project first.
CREATE INDEX image_newest ON image (org_id, project_id, id DESC);
