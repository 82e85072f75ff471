-- AlterTable
ALTER TABLE "batch" ADD COLUMN     "controls" JSONB;

-- AlterTable
ALTER TABLE "task" ADD COLUMN     "control" TEXT;

-- CreateTable
CREATE TABLE "control_item" (
    "org_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "item" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "run_id" UUID NOT NULL,
    "row" BIGINT NOT NULL,
    "cells" JSONB NOT NULL,
    "truth" JSONB NOT NULL,

    CONSTRAINT "control_item_pkey" PRIMARY KEY ("org_id","batch_id","item")
);

-- CreateTable
CREATE TABLE "control_answer" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "item" INTEGER NOT NULL,
    "author_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "tool_version" TEXT NOT NULL,
    "active_ms" BIGINT NOT NULL,
    "payload" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retracted_at" TIMESTAMPTZ(3),

    CONSTRAINT "control_answer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "control_answer_org_id_project_id_created_at_idx" ON "control_answer"("org_id", "project_id", "created_at");

-- CreateIndex
CREATE INDEX "control_answer_org_id_task_id_idx" ON "control_answer"("org_id", "task_id");

-- CreateIndex
CREATE INDEX "control_answer_org_id_batch_id_item_idx" ON "control_answer"("org_id", "batch_id", "item");

-- CreateIndex
CREATE UNIQUE INDEX "control_answer_org_id_id_key" ON "control_answer"("org_id", "id");

-- AddForeignKey
ALTER TABLE "control_item" ADD CONSTRAINT "control_item_org_id_batch_id_fkey" FOREIGN KEY ("org_id", "batch_id") REFERENCES "batch"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "control_answer" ADD CONSTRAINT "control_answer_org_id_batch_id_fkey" FOREIGN KEY ("org_id", "batch_id") REFERENCES "batch"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['control_item', 'control_answer'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I USING (org_id = assay_org()) WITH CHECK (org_id = assay_org())', name);
  END LOOP;
END $$;

-- What was planted and what was said of it never changes; an answer can be taken back.
GRANT SELECT, INSERT ON control_item, control_answer TO assay_app;
GRANT UPDATE (retracted_at) ON control_answer TO assay_app;

ALTER TABLE task ADD CONSTRAINT task_controls CHECK (control IN ('gold', 'seeded'));
ALTER TABLE control_answer
  ADD CONSTRAINT control_answer_outcome CHECK (
    (outcome NOT IN ('right', 'wrong') OR kind = 'gold') AND (outcome NOT IN ('caught', 'missed') OR kind = 'seeded')),
  ADD CONSTRAINT control_answer_said CHECK (outcome NOT IN ('right', 'wrong', 'missed') OR payload IS NOT NULL);

-- An answer to a control task is never an annotation: it can reach no label, no agreement and no version.
CREATE FUNCTION annotation_is_of_a_sample() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM task t WHERE t.org_id = NEW.org_id AND t.id = NEW.task_id AND t.control IS NOT NULL) THEN
    RAISE EXCEPTION 'what is said of a control task is no annotation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER annotation_of_a_sample BEFORE INSERT ON annotation
  FOR EACH ROW EXECUTE FUNCTION annotation_is_of_a_sample();
