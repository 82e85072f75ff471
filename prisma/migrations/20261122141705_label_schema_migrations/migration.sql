-- AlterTable
ALTER TABLE "review_return" ADD COLUMN     "label_schema_version_id" UUID;

-- AlterTable
ALTER TABLE "draft" ADD COLUMN     "label_schema_version_id" UUID;

-- AlterTable
ALTER TABLE "drawing" ADD COLUMN     "label_schema_version_id" UUID;

-- AlterTable
ALTER TABLE "control_item" ADD COLUMN     "label_schema_version_id" UUID;

-- AlterTable
ALTER TABLE "control_answer" ADD COLUMN     "label_schema_version_id" UUID;

-- CreateTable
CREATE TABLE "label_schema_migration" (
    "id" UUID NOT NULL,
    "org_id" UUID NOT NULL,
    "label_schema_id" UUID NOT NULL,
    "from_version_id" UUID NOT NULL,
    "to_version_id" UUID NOT NULL,
    "document" JSONB NOT NULL,
    "undoes" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "batches" INTEGER NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "label_schema_migration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "label_schema_reading" (
    "org_id" UUID NOT NULL,
    "label_schema_version_id" UUID NOT NULL,
    "steps" JSONB NOT NULL,

    CONSTRAINT "label_schema_reading_pkey" PRIMARY KEY ("org_id","label_schema_version_id")
);

-- CreateIndex
CREATE INDEX "label_schema_migration_org_id_label_schema_id_idx" ON "label_schema_migration"("org_id", "label_schema_id");

-- CreateIndex
CREATE UNIQUE INDEX "label_schema_migration_org_id_id_key" ON "label_schema_migration"("org_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "label_schema_migration_org_id_to_version_id_key" ON "label_schema_migration"("org_id", "to_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "label_schema_migration_org_id_undoes_key" ON "label_schema_migration"("org_id", "undoes");

-- AddForeignKey
ALTER TABLE "label_schema_migration" ADD CONSTRAINT "label_schema_migration_org_id_label_schema_id_fkey" FOREIGN KEY ("org_id", "label_schema_id") REFERENCES "label_schema"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "label_schema_migration" ADD CONSTRAINT "label_schema_migration_org_id_to_version_id_fkey" FOREIGN KEY ("org_id", "to_version_id") REFERENCES "label_schema_version"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "label_schema_reading" ADD CONSTRAINT "label_schema_reading_org_id_label_schema_version_id_fkey" FOREIGN KEY ("org_id", "label_schema_version_id") REFERENCES "label_schema_version"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One organisation per transaction, as in the tables before these.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['label_schema_migration', 'label_schema_reading'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I USING (org_id = assay_org()) WITH CHECK (org_id = assay_org())', name);
  END LOOP;
END $$;

-- Migrations are added, never changed; how answers are read follows from them. Both go with their label schema.
GRANT SELECT, INSERT, DELETE ON label_schema_migration TO assay_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON label_schema_reading TO assay_app;

-- What was there before answered the version that its batch had all along.
UPDATE draft d SET label_schema_version_id = b.label_schema_version_id
FROM batch b WHERE b.org_id = d.org_id AND b.id = d.batch_id;
UPDATE drawing d SET label_schema_version_id = b.label_schema_version_id
FROM batch b WHERE b.org_id = d.org_id AND b.id = d.batch_id;
UPDATE control_item d SET label_schema_version_id = b.label_schema_version_id
FROM batch b WHERE b.org_id = d.org_id AND b.id = d.batch_id;
UPDATE control_answer d SET label_schema_version_id = b.label_schema_version_id
FROM batch b WHERE b.org_id = d.org_id AND b.id = d.batch_id;
UPDATE review_return d SET label_schema_version_id = b.label_schema_version_id
FROM batch b WHERE b.org_id = d.org_id AND b.id = d.batch_id;

-- What is said in a batch is said under the version that the batch has at that moment.
CREATE FUNCTION said_under_version_of_batch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.label_schema_version_id IS NULL THEN
    NEW.label_schema_version_id := (
      SELECT b.label_schema_version_id FROM batch b WHERE b.org_id = NEW.org_id AND b.id = NEW.batch_id);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER control_item_under BEFORE INSERT ON control_item
  FOR EACH ROW EXECUTE FUNCTION said_under_version_of_batch();
CREATE TRIGGER control_answer_under BEFORE INSERT ON control_answer
  FOR EACH ROW EXECUTE FUNCTION said_under_version_of_batch();
CREATE TRIGGER review_return_under BEFORE INSERT ON review_return
  FOR EACH ROW EXECUTE FUNCTION said_under_version_of_batch();

-- The same as `mapLabel`, `mapAnswer` and `mapAnnotation` in the domain, which a test compares them with: whatever is
-- counted and filtered in the database is read as it is shown. Loops by index and plain expressions, since these run
-- once for each answer that is read.
CREATE FUNCTION map_label(chosen jsonb, steps jsonb) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  step jsonb;
  label text := chosen ->> 'labelId';
  attributes jsonb := coalesce(chosen -> 'attributes', '{}');
  is_changed boolean := false;
  said jsonb;
  made jsonb;
  attribute text;
  value jsonb;
  target text;
BEGIN
  IF label IS NULL THEN RETURN chosen; END IF;
  FOR at IN 0 .. jsonb_array_length(steps) - 1 LOOP
    step := steps -> at;
    CONTINUE WHEN (step ->> 'labelId') IS DISTINCT FROM label;
    IF jsonb_typeof(step -> 'when') = 'object' THEN
      said := attributes -> (step -> 'when' ->> 'attributeId');
      CONTINUE WHEN said IS NULL OR NOT (step -> 'when' -> 'values') @> said;
    END IF;
    made := step -> 'set';
    IF attributes <> '{}' THEN
      FOR attribute, value IN SELECT * FROM jsonb_each(attributes) LOOP
        target := CASE WHEN step -> 'attributes' ? attribute THEN step -> 'attributes' ->> attribute
                       WHEN step ->> 'to' = label THEN attribute END;
        CONTINUE WHEN target IS NULL;
        IF jsonb_typeof(value) = 'string' THEN
          value := coalesce(step -> 'options' -> attribute -> (value #>> '{}'), value);
        END IF;
        made := made || jsonb_build_object(target, value);
      END LOOP;
    END IF;
    attributes := made;
    label := step ->> 'to';
    is_changed := true;
  END LOOP;
  IF NOT is_changed THEN RETURN chosen; END IF;
  RETURN chosen || jsonb_build_object('labelId', label, 'attributes', attributes);
END $$;

-- Step by step, so that labels that have become one are one for the steps behind it, too: as they were first given.
CREATE FUNCTION map_labels(labels jsonb, steps jsonb) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  made jsonb;
  label jsonb;
  seen jsonb;
BEGIN
  IF labels = '[]' THEN RETURN labels; END IF;
  FOR at IN 0 .. jsonb_array_length(steps) - 1 LOOP
    CONTINUE WHEN steps -> at ->> 'kind' <> 'label';
    made := '[]';
    seen := '{}';
    FOR n IN 0 .. jsonb_array_length(labels) - 1 LOOP
      label := map_label(labels -> n, jsonb_build_array(steps -> at));
      CONTINUE WHEN seen ? (label ->> 'labelId');
      seen := seen || jsonb_build_object(label ->> 'labelId', true);
      made := made || jsonb_build_array(label);
    END LOOP;
    labels := made;
  END LOOP;
  RETURN labels;
END $$;

-- `what` is reason or relation.
CREATE FUNCTION map_label_id(what text, id text, steps jsonb) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE step jsonb;
BEGIN
  FOR at IN 0 .. jsonb_array_length(steps) - 1 LOOP
    step := steps -> at;
    IF step ->> 'kind' = what AND step ->> (what || 'Id') = id THEN id := step ->> 'to'; END IF;
  END LOOP;
  RETURN id;
END $$;

CREATE FUNCTION map_answer(answer jsonb, steps jsonb) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  CASE answer ->> 'kind'
    WHEN 'single' THEN
      RETURN answer || jsonb_build_object('label', map_label(answer -> 'label', steps));
    WHEN 'multiple' THEN
      RETURN answer || jsonb_build_object('labels', map_labels(answer -> 'labels', steps));
    WHEN 'cells' THEN
      RETURN answer || jsonb_build_object('flags', (
        SELECT coalesce(jsonb_agg(once.flag ORDER BY once.at), '[]') FROM (
          SELECT DISTINCT ON (mapped.flag ->> 'column', mapped.flag ->> 'reasonId',
                              coalesce(mapped.flag -> 'span', 'null')) mapped.flag, mapped.at
          FROM jsonb_array_elements(answer -> 'flags') WITH ORDINALITY AS given (flag, at)
          CROSS JOIN LATERAL (
            SELECT given.flag || jsonb_build_object(
                     'reasonId', map_label_id('reason', given.flag ->> 'reasonId', steps)) AS flag, given.at) AS mapped
          ORDER BY mapped.flag ->> 'column', mapped.flag ->> 'reasonId', coalesce(mapped.flag -> 'span', 'null'),
                   mapped.at) AS once));
    WHEN 'regions' THEN
      RETURN answer || jsonb_build_object(
        'regions', (
          SELECT coalesce(jsonb_agg(region || jsonb_build_object('label', map_label(region -> 'label', steps))
                                    ORDER BY at), '[]')
          FROM jsonb_array_elements(answer -> 'regions') WITH ORDINALITY AS given (region, at)),
        'relations', (
          SELECT coalesce(jsonb_agg(relation || jsonb_build_object(
                   'labelId', map_label_id('relation', relation ->> 'labelId', steps)) ORDER BY at), '[]')
          FROM jsonb_array_elements(answer -> 'relations') WITH ORDINALITY AS given (relation, at)))
        || CASE WHEN answer ? 'rejected' THEN jsonb_build_object('rejected', (
          SELECT coalesce(jsonb_agg(region || jsonb_build_object('label', map_label(region -> 'label', steps))
                                    ORDER BY at), '[]')
          FROM jsonb_array_elements(answer -> 'rejected') WITH ORDINALITY AS given (region, at))) ELSE '{}' END;
    ELSE
      RETURN answer;
  END CASE;
END $$;

CREATE FUNCTION map_annotation(payload jsonb, steps jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
DECLARE
  answers jsonb := payload -> 'answers';
  question text;
  answer jsonb;
  mapped jsonb;
BEGIN
  FOR question, answer IN SELECT * FROM jsonb_each(payload -> 'answers') LOOP
    mapped := map_answer(answer, steps);
    IF mapped <> answer THEN answers := answers || jsonb_build_object(question, mapped); END IF;
  END LOOP;
  RETURN payload || jsonb_build_object('answers', answers);
END $$;

-- Answers as they are read now. The tables hold them as they were given, for ever; whoever reads labels reads these.
CREATE VIEW annotation_now WITH (security_invoker = true) AS
  SELECT a.id, a.org_id, a.project_id, a.batch_id, a.task_id, a.item, a.sample_key, a.author_id,
         a.label_schema_version_id, a.guideline_version_id, a.supersedes, a.tool_version, a.active_ms,
         CASE WHEN m.steps IS NULL THEN a.payload ELSE map_annotation(a.payload, m.steps) END AS payload,
         a.import_id, a.created_at
  FROM annotation a LEFT JOIN label_schema_reading m
    ON m.org_id = a.org_id AND m.label_schema_version_id = a.label_schema_version_id;

CREATE VIEW decision_now WITH (security_invoker = true) AS
  SELECT d.id, d.org_id, d.project_id, d.batch_id, d.item, d.sample_key, d.label_schema_version_id, d.method, d.outcome,
         CASE WHEN m.steps IS NULL THEN d.payload ELSE map_annotation(d.payload, m.steps) END AS payload,
         d.decided_by, d.based_on, d.faults, d.comment, d.pattern_id, d.supersedes, d.created_at
  FROM decision d LEFT JOIN label_schema_reading m
    ON m.org_id = d.org_id AND m.label_schema_version_id = d.label_schema_version_id;

CREATE VIEW control_answer_now WITH (security_invoker = true) AS
  SELECT c.id, c.org_id, c.project_id, c.batch_id, c.task_id, c.item, c.author_id, c.kind, c.outcome, c.tool_version,
         c.active_ms,
         CASE WHEN m.steps IS NULL THEN c.payload ELSE map_annotation(c.payload, m.steps) END AS payload,
         c.created_at, c.retracted_at
  FROM control_answer c LEFT JOIN label_schema_reading m
    ON m.org_id = c.org_id AND m.label_schema_version_id = c.label_schema_version_id;

CREATE VIEW control_item_now WITH (security_invoker = true) AS
  SELECT c.org_id, c.batch_id, c.item, c.kind, c.run_id, c.row, c.cells,
         CASE WHEN m.steps IS NULL OR jsonb_typeof(c.truth -> 'answer') IS DISTINCT FROM 'object' THEN c.truth
              ELSE c.truth || jsonb_build_object('answer', map_annotation(c.truth -> 'answer', m.steps)) END AS truth
  FROM control_item c LEFT JOIN label_schema_reading m
    ON m.org_id = c.org_id AND m.label_schema_version_id = c.label_schema_version_id;

CREATE VIEW imported_answer_now WITH (security_invoker = true) AS
  SELECT g.id, g.org_id, g.import_id, g.row, g.sample_key, g.source, g.confidence,
         CASE WHEN m.steps IS NULL THEN g.payload ELSE map_annotation(g.payload, m.steps) END AS payload
  FROM imported_answer g JOIN label_import i ON i.org_id = g.org_id AND i.id = g.import_id
  LEFT JOIN label_schema_reading m
    ON m.org_id = i.org_id AND m.label_schema_version_id = i.label_schema_version_id;

CREATE VIEW review_return_now WITH (security_invoker = true) AS
  SELECT r.id, r.org_id,
         CASE WHEN m.steps IS NULL THEN r.proposal ELSE map_annotation(r.proposal, m.steps) END AS proposal
  FROM review_return r LEFT JOIN label_schema_reading m
    ON m.org_id = r.org_id AND m.label_schema_version_id = r.label_schema_version_id;

GRANT SELECT ON annotation_now, decision_now, control_answer_now, control_item_now, imported_answer_now,
  review_return_now TO assay_app;

-- Whoever has a page open whose batches ask by it is told.
CREATE FUNCTION announce_label_schema_migration() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('assay_label_schema', json_build_object('orgId', NEW.org_id, 'labelSchemaId', NEW.label_schema_id,
    'migrationId', NEW.id)::text);
  RETURN NULL;
END $$;
CREATE TRIGGER label_schema_migrated AFTER INSERT ON label_schema_migration
  FOR EACH ROW EXECUTE FUNCTION announce_label_schema_migration();
