-- AlterTable
ALTER TABLE "run" ADD COLUMN     "image_set" JSONB;

-- CreateTable
CREATE TABLE "run_image" (
    "org_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "row" BIGINT NOT NULL,
    "image_id" UUID NOT NULL,

    CONSTRAINT "run_image_pkey" PRIMARY KEY ("org_id","run_id","row")
);

-- CreateTable
CREATE TABLE "drawing" (
    "org_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "item" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "steps" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "drawing_pkey" PRIMARY KEY ("org_id","batch_id","item","person_id")
);

-- CreateTable
CREATE TABLE "drawing_record" (
    "org_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "item" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "record" JSONB,
    "changed" JSONB NOT NULL,

    CONSTRAINT "drawing_record_pkey" PRIMARY KEY ("org_id","batch_id","item","person_id","id")
);

-- CreateIndex
CREATE INDEX "run_image_org_id_image_id_idx" ON "run_image"("org_id", "image_id");

-- AddForeignKey
ALTER TABLE "run_image" ADD CONSTRAINT "run_image_org_id_run_id_fkey" FOREIGN KEY ("org_id", "run_id") REFERENCES "run"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_image" ADD CONSTRAINT "run_image_org_id_image_id_fkey" FOREIGN KEY ("org_id", "image_id") REFERENCES "image"("org_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "drawing" ADD CONSTRAINT "drawing_org_id_batch_id_fkey" FOREIGN KEY ("org_id", "batch_id") REFERENCES "batch"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drawing_record" ADD CONSTRAINT "drawing_record_org_id_batch_id_item_person_id_fkey" FOREIGN KEY ("org_id", "batch_id", "item", "person_id") REFERENCES "drawing"("org_id", "batch_id", "item", "person_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One organisation per transaction, as in the tables before these.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['run_image', 'drawing', 'drawing_record'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I USING (org_id = assay_org()) WITH CHECK (org_id = assay_org())', name);
  END LOOP;
END $$;

-- A drawing goes when it is handed in; the rows of a run go with it.
GRANT SELECT, INSERT, DELETE ON run_image TO assay_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON drawing, drawing_record TO assay_app;

-- What others changed since a tab looked last.
CREATE INDEX drawing_record_newest ON drawing_record (org_id, batch_id, item, person_id, revision);
