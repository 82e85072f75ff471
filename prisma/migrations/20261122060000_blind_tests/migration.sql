-- AlterTable
ALTER TABLE "batch" ADD COLUMN     "blind" JSONB,
ALTER COLUMN "label_schema_version_id" DROP NOT NULL;

-- A blind test asks one thing only; every other batch asks what a label schema says.
ALTER TABLE batch ADD CONSTRAINT batch_asks CHECK (
  (kind = 'blind') = (blind IS NOT NULL)
  AND (kind NOT IN ('label', 'verify', 'imported') OR label_schema_version_id IS NOT NULL));

ALTER TABLE task
  DROP CONSTRAINT task_controls,
  ADD CONSTRAINT task_controls CHECK (control IN ('gold', 'seeded', 'blind'));
ALTER TABLE control_answer
  DROP CONSTRAINT control_answer_outcome,
  ADD CONSTRAINT control_answer_outcome CHECK (
    (outcome NOT IN ('right', 'wrong') OR kind IN ('gold', 'blind'))
    AND (outcome NOT IN ('caught', 'missed') OR kind = 'seeded'));
