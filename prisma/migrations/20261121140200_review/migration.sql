-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "item" INTEGER NOT NULL,
    "sample_key" UUID NOT NULL,
    "label_schema_version_id" UUID NOT NULL,
    "method" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "payload" JSONB,
    "decided_by" UUID NOT NULL,
    "based_on" UUID[],
    "faults" TEXT[],
    "comment" TEXT NOT NULL DEFAULT '',
    "pattern_id" UUID,
    "supersedes" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision_retraction" (
    "decision_id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decision_retraction_pkey" PRIMARY KEY ("decision_id")
);

-- CreateTable
CREATE TABLE "review_routing" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "batch_id" UUID,
    "scope_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_routing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_item" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "item" INTEGER NOT NULL,
    "sample_key" UUID NOT NULL,
    "row" BIGINT NOT NULL,
    "status" TEXT NOT NULL,
    "marks" JSONB NOT NULL,
    "reasons" TEXT[],
    "labels" UUID[],
    "alike" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 0,
    "reviewer_id" UUID,
    "lease_id" UUID,
    "lease_until" TIMESTAMPTZ(3),
    "decision_id" UUID,
    "decided_by" UUID,
    "pattern_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_act" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "by" UUID NOT NULL,
    "faults" TEXT[],
    "comment" TEXT NOT NULL DEFAULT '',
    "annotation_id" UUID,
    "decision_id" UUID,
    "pattern_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_act_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_return" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "annotation_id" UUID NOT NULL,
    "by" UUID NOT NULL,
    "faults" TEXT[],
    "comment" TEXT NOT NULL DEFAULT '',
    "proposal" JSONB,
    "status" TEXT NOT NULL DEFAULT 'WAITING',
    "reply" TEXT NOT NULL DEFAULT '',
    "new_annotation_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_return_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pattern" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "run_id" UUID NOT NULL,
    "item_id" UUID,
    "name" TEXT NOT NULL,
    "where" JSONB NOT NULL,
    "faults" TEXT[],
    "comment" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL,
    "failure" JSONB,
    "matches" BIGINT,
    "decided" INTEGER,
    "guideline_version_id" UUID,
    "constraint_state" TEXT NOT NULL DEFAULT 'NONE',
    "recipe_id" UUID,
    "recipe_version_id" UUID,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_by" UUID,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "pattern_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sample_flag" (
    "org_id" UUID NOT NULL,
    "pattern_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "row" BIGINT NOT NULL,
    "sample_key" UUID NOT NULL,

    CONSTRAINT "sample_flag_pkey" PRIMARY KEY ("org_id","pattern_id","row")
);

-- CreateTable
CREATE TABLE "agreement_result" (
    "org_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "input_hash" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agreement_result_pkey" PRIMARY KEY ("org_id","project_id","input_hash")
);

-- CreateIndex
CREATE INDEX "decision_org_id_batch_id_item_idx" ON "decision"("org_id", "batch_id", "item");

-- CreateIndex
CREATE INDEX "decision_org_id_project_id_sample_key_idx" ON "decision"("org_id", "project_id", "sample_key");

-- CreateIndex
CREATE INDEX "decision_org_id_decided_by_created_at_idx" ON "decision"("org_id", "decided_by", "created_at");

-- CreateIndex
CREATE INDEX "decision_org_id_pattern_id_idx" ON "decision"("org_id", "pattern_id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_org_id_id_key" ON "decision"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_retraction_org_id_decision_id_key" ON "decision_retraction"("org_id", "decision_id");

-- CreateIndex
CREATE UNIQUE INDEX "review_routing_org_id_id_key" ON "review_routing"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "review_routing_org_id_scope_id_number_key" ON "review_routing"("org_id", "scope_id", "number");

-- CreateIndex
CREATE INDEX "review_item_org_id_project_id_status_rank_created_at_idx" ON "review_item"("org_id", "project_id", "status", "rank", "created_at");

-- CreateIndex
CREATE INDEX "review_item_org_id_project_id_alike_idx" ON "review_item"("org_id", "project_id", "alike");

-- CreateIndex
CREATE INDEX "review_item_org_id_pattern_id_idx" ON "review_item"("org_id", "pattern_id");

-- CreateIndex
CREATE UNIQUE INDEX "review_item_org_id_id_key" ON "review_item"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "review_item_org_id_batch_id_item_key" ON "review_item"("org_id", "batch_id", "item");

-- CreateIndex
CREATE INDEX "review_act_org_id_item_id_created_at_idx" ON "review_act"("org_id", "item_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "review_act_org_id_id_key" ON "review_act"("org_id", "id");

-- CreateIndex
CREATE INDEX "review_return_org_id_item_id_idx" ON "review_return"("org_id", "item_id");

-- CreateIndex
CREATE INDEX "review_return_org_id_author_id_status_idx" ON "review_return"("org_id", "author_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "review_return_org_id_id_key" ON "review_return"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "pattern_org_id_id_key" ON "pattern"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "pattern_org_id_project_id_number_key" ON "pattern"("org_id", "project_id", "number");

-- CreateIndex
CREATE INDEX "sample_flag_org_id_run_id_sample_key_idx" ON "sample_flag"("org_id", "run_id", "sample_key");

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_org_id_batch_id_fkey" FOREIGN KEY ("org_id", "batch_id") REFERENCES "batch"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_retraction" ADD CONSTRAINT "decision_retraction_org_id_decision_id_fkey" FOREIGN KEY ("org_id", "decision_id") REFERENCES "decision"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_routing" ADD CONSTRAINT "review_routing_org_id_project_id_fkey" FOREIGN KEY ("org_id", "project_id") REFERENCES "project"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_routing" ADD CONSTRAINT "review_routing_org_id_batch_id_fkey" FOREIGN KEY ("org_id", "batch_id") REFERENCES "batch"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_item" ADD CONSTRAINT "review_item_org_id_batch_id_fkey" FOREIGN KEY ("org_id", "batch_id") REFERENCES "batch"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_act" ADD CONSTRAINT "review_act_org_id_item_id_fkey" FOREIGN KEY ("org_id", "item_id") REFERENCES "review_item"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_return" ADD CONSTRAINT "review_return_org_id_item_id_fkey" FOREIGN KEY ("org_id", "item_id") REFERENCES "review_item"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pattern" ADD CONSTRAINT "pattern_org_id_project_id_fkey" FOREIGN KEY ("org_id", "project_id") REFERENCES "project"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sample_flag" ADD CONSTRAINT "sample_flag_org_id_pattern_id_fkey" FOREIGN KEY ("org_id", "pattern_id") REFERENCES "pattern"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_result" ADD CONSTRAINT "agreement_result_org_id_project_id_fkey" FOREIGN KEY ("org_id", "project_id") REFERENCES "project"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "annotation_org_id_supersedes_idx" ON "annotation"("org_id", "supersedes");

-- AddForeignKey
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_org_id_supersedes_fkey" FOREIGN KEY ("org_id", "supersedes") REFERENCES "annotation"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One organisation per transaction, as in the tables before these.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['decision', 'decision_retraction', 'review_routing', 'review_item', 'review_act',
                              'review_return', 'pattern', 'sample_flag', 'agreement_result']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I USING (org_id = assay_org()) WITH CHECK (org_id = assay_org())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO assay_app', name);
  END LOOP;
END $$;

-- What was decided stays on record.
REVOKE UPDATE ON decision, decision_retraction, review_routing, review_act, sample_flag, agreement_result FROM assay_app;

ALTER TABLE decision
  ADD CONSTRAINT decision_says_something CHECK (
    CASE WHEN outcome = 'rejected' THEN payload IS NULL ELSE payload IS NOT NULL OR outcome NOT IN ('accepted', 'corrected') END);

ALTER TABLE review_item
  ADD CONSTRAINT review_item_held CHECK (
    (lease_id IS NULL) = (lease_until IS NULL) AND (lease_id IS NULL) = (reviewer_id IS NULL)
    AND (lease_id IS NULL OR status = 'OPEN')),
  ADD CONSTRAINT review_item_decided CHECK ((status = 'DECIDED') = (decision_id IS NOT NULL));

-- What waits for an expert, in the order in which it is served.
CREATE INDEX review_item_open ON review_item (org_id, project_id, rank, created_at, id) WHERE status = 'OPEN';

-- An answer is with its author once at a time.
CREATE UNIQUE INDEX review_return_once ON review_return (org_id, task_id) WHERE status = 'WAITING';
