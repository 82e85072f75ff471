-- CreateTable
CREATE TABLE "slice_set" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "samples" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "slice_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "slice_item" (
    "org_id" UUID NOT NULL,
    "set_id" UUID NOT NULL,
    "item" INTEGER NOT NULL,

    CONSTRAINT "slice_item_pkey" PRIMARY KEY ("org_id","set_id","item")
);

-- CreateIndex
CREATE UNIQUE INDEX "slice_set_org_id_id_key" ON "slice_set"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "slice_set_org_id_batch_id_hash_key" ON "slice_set"("org_id", "batch_id", "hash");

-- AddForeignKey
ALTER TABLE "slice_set" ADD CONSTRAINT "slice_set_org_id_batch_id_fkey" FOREIGN KEY ("org_id", "batch_id") REFERENCES "batch"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slice_item" ADD CONSTRAINT "slice_item_org_id_set_id_fkey" FOREIGN KEY ("org_id", "set_id") REFERENCES "slice_set"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One organisation per transaction, as in the tables before these.
ALTER TABLE slice_set ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON slice_set USING (org_id = assay_org()) WITH CHECK (org_id = assay_org());
GRANT SELECT, INSERT, DELETE ON slice_set TO assay_app;
ALTER TABLE slice_item ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON slice_item USING (org_id = assay_org()) WITH CHECK (org_id = assay_org());
GRANT SELECT, INSERT, DELETE ON slice_item TO assay_app;
