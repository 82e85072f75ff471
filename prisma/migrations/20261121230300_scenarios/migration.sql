-- CreateTable
CREATE TABLE "scenario_list_version" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "changes" JSONB NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scenario_list_version_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "scenario_list_version_org_id_id_key" ON "scenario_list_version"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "scenario_list_version_org_id_project_id_number_key" ON "scenario_list_version"("org_id", "project_id", "number");

-- AddForeignKey
ALTER TABLE "scenario_list_version" ADD CONSTRAINT "scenario_list_version_org_id_project_id_fkey" FOREIGN KEY ("org_id", "project_id") REFERENCES "project"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One organisation per transaction, as in the tables before this one.
ALTER TABLE scenario_list_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON scenario_list_version USING (org_id = assay_org()) WITH CHECK (org_id = assay_org());
GRANT SELECT, INSERT, DELETE ON scenario_list_version TO assay_app;
