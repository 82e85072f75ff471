-- CreateTable
CREATE TABLE "batch" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "run_id" UUID NOT NULL,
    "label_schema_version_id" UUID NOT NULL,
    "guideline_id" UUID,
    "investigation" BOOLEAN NOT NULL DEFAULT false,
    "selection" JSONB NOT NULL,
    "overlap" INTEGER NOT NULL,
    "priority" INTEGER NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "assignment" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "items" INTEGER NOT NULL DEFAULT 0,
    "failure" JSONB,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "batch_person" (
    "org_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "batch_person_pkey" PRIMARY KEY ("org_id","batch_id","person_id")
);

-- CreateTable
CREATE TABLE "task" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "item" INTEGER NOT NULL,
    "slot" SMALLINT NOT NULL,
    "sample_key" UUID NOT NULL,
    "row" BIGINT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'OPEN',
    "person_id" UUID,
    "lease_id" UUID,
    "leased_at" TIMESTAMPTZ(3),
    "lease_until" TIMESTAMPTZ(3),
    "annotation_id" UUID,
    "skip_reason" TEXT,
    "skip_note" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft" (
    "org_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "item" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "state" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("org_id","batch_id","item","person_id")
);

-- CreateTable
CREATE TABLE "annotation" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "item" INTEGER NOT NULL,
    "sample_key" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "label_schema_version_id" UUID NOT NULL,
    "guideline_version_id" UUID,
    "supersedes" UUID,
    "tool_version" TEXT NOT NULL,
    "active_ms" BIGINT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "annotation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "annotation_retraction" (
    "annotation_id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "annotation_retraction_pkey" PRIMARY KEY ("annotation_id")
);

-- CreateIndex
CREATE INDEX "batch_org_id_run_id_idx" ON "batch"("org_id", "run_id");

-- CreateIndex
CREATE UNIQUE INDEX "batch_org_id_id_key" ON "batch"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "batch_org_id_project_id_number_key" ON "batch"("org_id", "project_id", "number");

-- CreateIndex
CREATE INDEX "batch_person_org_id_person_id_idx" ON "batch_person"("org_id", "person_id");

-- CreateIndex
CREATE INDEX "task_org_id_batch_id_status_idx" ON "task"("org_id", "batch_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "task_org_id_id_key" ON "task"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "task_org_id_batch_id_item_slot_key" ON "task"("org_id", "batch_id", "item", "slot");

-- CreateIndex
CREATE INDEX "annotation_org_id_batch_id_item_idx" ON "annotation"("org_id", "batch_id", "item");

-- CreateIndex
CREATE INDEX "annotation_org_id_author_id_created_at_idx" ON "annotation"("org_id", "author_id", "created_at");

-- CreateIndex
CREATE INDEX "annotation_org_id_project_id_sample_key_idx" ON "annotation"("org_id", "project_id", "sample_key");

-- CreateIndex
CREATE UNIQUE INDEX "annotation_org_id_id_key" ON "annotation"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "annotation_retraction_org_id_annotation_id_key" ON "annotation_retraction"("org_id", "annotation_id");

-- AddForeignKey
ALTER TABLE "batch" ADD CONSTRAINT "batch_org_id_project_id_fkey" FOREIGN KEY ("org_id", "project_id") REFERENCES "project"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch_person" ADD CONSTRAINT "batch_person_org_id_batch_id_fkey" FOREIGN KEY ("org_id", "batch_id") REFERENCES "batch"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_org_id_batch_id_fkey" FOREIGN KEY ("org_id", "batch_id") REFERENCES "batch"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_org_id_batch_id_fkey" FOREIGN KEY ("org_id", "batch_id") REFERENCES "batch"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation" ADD CONSTRAINT "annotation_org_id_batch_id_fkey" FOREIGN KEY ("org_id", "batch_id") REFERENCES "batch"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation_retraction" ADD CONSTRAINT "annotation_retraction_org_id_annotation_id_fkey" FOREIGN KEY ("org_id", "annotation_id") REFERENCES "annotation"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One organisation per transaction, as in the tables before these.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['batch', 'batch_person', 'task', 'draft', 'annotation', 'annotation_retraction']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I USING (org_id = assay_org()) WITH CHECK (org_id = assay_org())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO assay_app', name);
  END LOOP;
END $$;

-- What was said stays said.
REVOKE UPDATE ON annotation, annotation_retraction FROM assay_app;

-- What a claim looks for, in the order in which it is served.
CREATE INDEX task_open ON task (org_id, batch_id, item, slot) WHERE status = 'OPEN';

-- Nobody has two turns at one sample, whatever two of their tabs ask for at the same moment. It also finds how far
-- somebody has come in a batch.
CREATE UNIQUE INDEX task_one_turn ON task (org_id, batch_id, person_id, item) WHERE person_id IS NOT NULL;

CREATE INDEX task_held ON task (org_id, person_id, leased_at) WHERE status = 'LEASED';
CREATE INDEX task_lease ON task (lease_until) WHERE status = 'LEASED';

ALTER TABLE task
  ADD CONSTRAINT task_held_by_somebody CHECK ((status = 'LEASED') = (lease_id IS NOT NULL AND lease_until IS NOT NULL)),
  ADD CONSTRAINT task_has_its_person CHECK ((status IN ('OPEN', 'CANCELLED')) = (person_id IS NULL)),
  ADD CONSTRAINT task_answered CHECK ((status = 'SUBMITTED') = (annotation_id IS NOT NULL));

-- Leases that ran out: their tasks are anybody's again. What the person had answered stays in their draft.
CREATE FUNCTION system_leases_expire(max_rows int) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  WITH due AS (
    SELECT t.id FROM task t WHERE t.status = 'LEASED' AND t.lease_until < now()
    ORDER BY t.lease_until LIMIT max_rows FOR UPDATE SKIP LOCKED
  ), returned AS (
    UPDATE task t SET status = 'OPEN', person_id = NULL, lease_id = NULL, leased_at = NULL, lease_until = NULL
    FROM due WHERE t.id = due.id RETURNING 1
  )
  SELECT count(*) FROM returned;
$$;
REVOKE ALL ON FUNCTION system_leases_expire(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION system_leases_expire(int) TO assay_system;
