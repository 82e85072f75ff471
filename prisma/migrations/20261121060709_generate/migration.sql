-- CreateTable
CREATE TABLE "recipe" (
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

    CONSTRAINT "recipe_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recipe_version" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "recipe_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "source_id" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recipe_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fitted_model" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "recipe_version_id" UUID NOT NULL,
    "source_id" UUID,
    "source_version_id" UUID,
    "split_id" UUID,
    "method" TEXT NOT NULL,
    "engine_version" TEXT NOT NULL,
    "blob_key" TEXT,
    "sha256" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "fit_rows" BIGINT NOT NULL,
    "fit_ms" BIGINT NOT NULL,
    "columns" JSONB NOT NULL,
    "summary" JSONB NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "destroyed_at" TIMESTAMPTZ(3),

    CONSTRAINT "fitted_model_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "recipe_id" UUID,
    "recipe_version_id" UUID,
    "source_id" UUID,
    "source_version_id" UUID,
    "split_id" UUID,
    "model_id" UUID,
    "pilot_id" UUID,
    "status" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "rows" BIGINT,
    "shards" INTEGER NOT NULL DEFAULT 1,
    "policy_ref" TEXT NOT NULL,
    "manifest" JSONB,
    "imported" JSONB,
    "stats" JSONB,
    "failure" JSONB,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run_shard" (
    "org_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "index" INTEGER NOT NULL,
    "from_row" BIGINT NOT NULL,
    "to_row" BIGINT NOT NULL,
    "chunks" JSONB,
    "stats" JSONB,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "run_shard_pkey" PRIMARY KEY ("org_id","run_id","index")
);

-- CreateTable
CREATE TABLE "report" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "run_id" UUID,
    "name" TEXT NOT NULL,
    "subjects" JSONB NOT NULL,
    "question" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "verdict" TEXT,
    "document_key" TEXT,
    "document_sha256" TEXT,
    "policy_ref" TEXT NOT NULL,
    "policy" JSONB,
    "summary" JSONB,
    "failure" JSONB,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "judgement" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "policy_ref" TEXT NOT NULL,
    "policy" JSONB NOT NULL,
    "gates" JSONB NOT NULL,
    "verdict" TEXT NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "judgement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "standard" BOOLEAN NOT NULL DEFAULT false,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_version" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "policy_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "policy_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "goal" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "metric" TEXT NOT NULL,
    "slice" JSONB NOT NULL,
    "slice_key" TEXT NOT NULL,
    "comparator" TEXT NOT NULL,
    "target" DOUBLE PRECISION NOT NULL,
    "baseline" JSONB,
    "due" TEXT,
    "blocking" BOOLEAN NOT NULL DEFAULT false,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "goal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "recipe_org_id_project_id_created_at_idx" ON "recipe"("org_id", "project_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "recipe_org_id_id_key" ON "recipe"("org_id", "id");

-- CreateIndex
CREATE INDEX "recipe_version_org_id_source_id_idx" ON "recipe_version"("org_id", "source_id");

-- CreateIndex
CREATE UNIQUE INDEX "recipe_version_org_id_id_key" ON "recipe_version"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "recipe_version_org_id_recipe_id_number_key" ON "recipe_version"("org_id", "recipe_id", "number");

-- CreateIndex
CREATE INDEX "fitted_model_org_id_source_version_id_idx" ON "fitted_model"("org_id", "source_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "fitted_model_org_id_id_key" ON "fitted_model"("org_id", "id");

-- CreateIndex
CREATE INDEX "run_org_id_source_id_status_idx" ON "run"("org_id", "source_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "run_org_id_id_key" ON "run"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "run_org_id_project_id_number_key" ON "run"("org_id", "project_id", "number");

-- CreateIndex
CREATE INDEX "report_org_id_project_id_created_at_idx" ON "report"("org_id", "project_id", "created_at");

-- CreateIndex
CREATE INDEX "report_org_id_run_id_idx" ON "report"("org_id", "run_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_org_id_id_key" ON "report"("org_id", "id");

-- CreateIndex
CREATE INDEX "judgement_org_id_report_id_idx" ON "judgement"("org_id", "report_id");

-- CreateIndex
CREATE INDEX "policy_org_id_project_id_created_at_idx" ON "policy"("org_id", "project_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "policy_org_id_id_key" ON "policy"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "policy_version_org_id_policy_id_number_key" ON "policy_version"("org_id", "policy_id", "number");

-- CreateIndex
CREATE INDEX "goal_org_id_project_id_created_at_idx" ON "goal"("org_id", "project_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "goal_org_id_id_key" ON "goal"("org_id", "id");

-- AddForeignKey
ALTER TABLE "recipe" ADD CONSTRAINT "recipe_org_id_project_id_fkey" FOREIGN KEY ("org_id", "project_id") REFERENCES "project"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recipe_version" ADD CONSTRAINT "recipe_version_org_id_recipe_id_fkey" FOREIGN KEY ("org_id", "recipe_id") REFERENCES "recipe"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fitted_model" ADD CONSTRAINT "fitted_model_org_id_project_id_fkey" FOREIGN KEY ("org_id", "project_id") REFERENCES "project"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_org_id_project_id_fkey" FOREIGN KEY ("org_id", "project_id") REFERENCES "project"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_shard" ADD CONSTRAINT "run_shard_org_id_run_id_fkey" FOREIGN KEY ("org_id", "run_id") REFERENCES "run"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_org_id_project_id_fkey" FOREIGN KEY ("org_id", "project_id") REFERENCES "project"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "judgement" ADD CONSTRAINT "judgement_org_id_report_id_fkey" FOREIGN KEY ("org_id", "report_id") REFERENCES "report"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy" ADD CONSTRAINT "policy_org_id_project_id_fkey" FOREIGN KEY ("org_id", "project_id") REFERENCES "project"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_version" ADD CONSTRAINT "policy_version_org_id_policy_id_fkey" FOREIGN KEY ("org_id", "policy_id") REFERENCES "policy"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goal" ADD CONSTRAINT "goal_org_id_project_id_fkey" FOREIGN KEY ("org_id", "project_id") REFERENCES "project"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One organisation per transaction, as in the tables before these.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['recipe', 'recipe_version', 'fitted_model', 'run', 'run_shard', 'report', 'judgement',
                              'policy', 'policy_version', 'goal']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I USING (org_id = assay_org()) WITH CHECK (org_id = assay_org())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO assay_app', name);
  END LOOP;
END $$;

-- Versions and judgements are added, never changed; they go with what they belong to.
REVOKE UPDATE ON recipe_version, policy_version, judgement FROM assay_app;

-- One policy at most is what a project's runs are judged by.
CREATE UNIQUE INDEX policy_one_standard ON policy (org_id, project_id) WHERE standard AND deleted_at IS NULL;
CREATE INDEX run_open ON run (org_id, source_id) WHERE status IN ('QUEUED', 'RUNNING', 'GENERATED', 'VALIDATING');
