-- AlterTable
ALTER TABLE "review_act" ADD COLUMN     "active_ms" BIGINT;

-- CreateTable
CREATE TABLE "labelling_rates_version" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "holds_from" TIMESTAMPTZ(3),
    "document" JSONB NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "labelling_rates_version_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "labelling_rates_version_org_id_id_key" ON "labelling_rates_version"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "labelling_rates_version_org_id_project_id_number_key" ON "labelling_rates_version"("org_id", "project_id", "number");

-- AddForeignKey
ALTER TABLE "labelling_rates_version" ADD CONSTRAINT "labelling_rates_version_org_id_project_id_fkey" FOREIGN KEY ("org_id", "project_id") REFERENCES "project"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One organisation per transaction, as in the tables before this one.
ALTER TABLE labelling_rates_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON labelling_rates_version USING (org_id = assay_org()) WITH CHECK (org_id = assay_org());
GRANT SELECT, INSERT, DELETE ON labelling_rates_version TO assay_app;
