import type { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

export type MigrationRow = {
  id: string;
  fromNumber: number;
  toNumber: number;
  fromVersionId: string;
  toVersionId: string;
  document: Prisma.JsonValue;
  undoes: string | null;
  note: string;
  batches: number;
  createdBy: string;
  createdAt: Date;
};

/** A version of a label schema that batches ask by. */
export type VersionInUse = { id: string; number: number; batches: number };

/** Where to look for what an operation is about, as JSON; see `OperationReach` in the domain. */
export type ReachOfOperation = {
  questionId: string;
  in: string;
  ids: readonly string[];
  attribute: string | null;
  values: readonly (string | number | boolean)[] | null;
  undecided: string;
  of: string | null;
  among: readonly (string | number | boolean)[] | null;
};

export type OperationCount = {
  /** Place among the operations that were asked about. */
  operation: number;
  annotations: number;
  /** Labels, regions, flags or relations: how often it was given. */
  given: number;
  undecided: number;
};

export type UndecidedExample = {
  operation: number;
  batchId: string;
  batchNumber: number;
  batchName: string;
  item: number;
  row: number;
};

/** What a migration of a label schema is about, beside its operations. */
export type MigrationReach = {
  batches: number;
  annotations: number;
  openTasks: number;
  heldTasks: number;
  drafts: number;
  drawings: number;
  decisions: number;
};

const LIST = `
  SELECT m.id, f.number AS "fromNumber", v.number AS "toNumber", m.from_version_id AS "fromVersionId",
         m.to_version_id AS "toVersionId", m.document, m.undoes, m.note, m.batches, m.created_by AS "createdBy",
         m.created_at AS "createdAt"
  FROM label_schema_migration m
  JOIN label_schema_version v ON v.org_id = m.org_id AND v.id = m.to_version_id
  JOIN label_schema_version f ON f.org_id = m.org_id AND f.id = m.from_version_id
  WHERE m.org_id = $1::uuid AND m.label_schema_id = $2::uuid ORDER BY v.number`;

const IN_USE = `
  SELECT v.id, v.number, count(*)::int AS batches FROM batch b
  JOIN label_schema_version v ON v.org_id = b.org_id AND v.id = b.label_schema_version_id
  WHERE b.org_id = $1::uuid AND v.label_schema_id = $2::uuid GROUP BY v.id, v.number ORDER BY v.number`;

const MOVE_BATCHES = `
  UPDATE batch b SET label_schema_version_id = $3::uuid FROM label_schema_version v
  WHERE b.org_id = $1::uuid AND v.org_id = b.org_id AND v.id = b.label_schema_version_id
    AND v.label_schema_id = $2::uuid AND v.id <> $3::uuid
  RETURNING b.id`;

const CLEAR_READINGS = `
  DELETE FROM label_schema_reading r USING label_schema_version v
  WHERE r.org_id = $1::uuid AND v.org_id = r.org_id AND v.id = r.label_schema_version_id AND v.label_schema_id = $2::uuid`;

const ADD_READINGS = `
  INSERT INTO label_schema_reading (org_id, label_schema_version_id, steps)
  SELECT $1::uuid, r.id, r.steps FROM unnest($2::uuid[], $3::jsonb[]) AS r (id, steps)`;

const STEPS = `SELECT steps FROM label_schema_reading WHERE org_id = $1::uuid AND label_schema_version_id = $2::uuid`;

// The version by which batches of this one's label schema go on, if a migration came after it.
const PRESENT = `
  SELECT m.to_version_id AS id FROM label_schema_version v
  JOIN label_schema_migration m ON m.org_id = v.org_id AND m.label_schema_id = v.label_schema_id
  JOIN label_schema_version n ON n.org_id = m.org_id AND n.id = m.to_version_id AND n.number > v.number
  WHERE v.org_id = $1::uuid AND v.id = $2::uuid ORDER BY n.number DESC LIMIT 1`;

const BATCHES = `
  SELECT b.id FROM batch b JOIN label_schema_version v ON v.org_id = b.org_id AND v.id = b.label_schema_version_id
  WHERE b.org_id = $1::uuid AND v.label_schema_id = $2::uuid`;

const LOOKED = `
  FROM annotation_now a
  WHERE a.org_id = $1::uuid AND a.batch_id IN (${BATCHES})
    AND NOT EXISTS (SELECT 1 FROM annotation_retraction r WHERE r.org_id = a.org_id AND r.annotation_id = a.id)`;

const REACH = `
  SELECT count(*)::int AS batches,
    (SELECT count(*) FROM (SELECT 1 ${LOOKED} LIMIT $3::int) AS l)::int AS annotations,
    (SELECT count(*) FROM task t WHERE t.org_id = $1::uuid AND t.batch_id IN (${BATCHES})
       AND t.status IN ('OPEN', 'LEASED'))::int AS "openTasks",
    (SELECT count(*) FROM task t WHERE t.org_id = $1::uuid AND t.batch_id IN (${BATCHES})
       AND t.status = 'LEASED')::int AS "heldTasks",
    (SELECT count(*) FROM draft d WHERE d.org_id = $1::uuid AND d.batch_id IN (${BATCHES}))::int AS drafts,
    (SELECT count(*) FROM drawing d WHERE d.org_id = $1::uuid AND d.batch_id IN (${BATCHES}))::int AS drawings,
    (SELECT count(*) FROM decision d WHERE d.org_id = $1::uuid AND d.batch_id IN (${BATCHES}))::int AS decisions
  FROM (${BATCHES}) AS b`;

const WANTED = `
  wanted AS MATERIALIZED (
    SELECT (w.at - 1)::int AS operation, w.reach ->> 'questionId' AS question, w.reach ->> 'in' AS place,
           ARRAY(SELECT jsonb_array_elements_text(w.reach -> 'ids')) AS ids, w.reach ->> 'attribute' AS attribute,
           nullif(w.reach -> 'values', 'null') AS values, w.reach ->> 'undecided' AS undecided,
           w.reach ->> 'of' AS of, w.reach -> 'among' AS among
    FROM jsonb_array_elements($4::jsonb) WITH ORDINALITY AS w (reach, at) WHERE jsonb_typeof(w.reach) = 'object'),
  looked AS (SELECT a.id, a.batch_id, a.item, a.payload -> 'answers' AS answers ${LOOKED} LIMIT $3::int),
  said AS (
    SELECT l.id, l.batch_id, l.item, w.operation,
           CASE w.undecided WHEN 'always' THEN true
                WHEN 'lacks' THEN NOT coalesce(given.attributes ? w.of, false)
                WHEN 'not-in' THEN NOT coalesce(w.among @> (given.attributes -> w.of), false)
                ELSE false END AS undecided
    FROM looked l JOIN wanted w ON l.answers ? w.question
    CROSS JOIN LATERAL jsonb_array_elements(CASE w.place
      WHEN 'multiple' THEN l.answers -> w.question -> 'labels'
      WHEN 'regions' THEN l.answers -> w.question -> 'regions'
      WHEN 'cells' THEN l.answers -> w.question -> 'flags'
      WHEN 'relations' THEN l.answers -> w.question -> 'relations'
      WHEN 'single' THEN jsonb_build_array(l.answers -> w.question -> 'label')
      ELSE jsonb_build_array(jsonb_build_object('labelId', w.question)) END) AS each (part)
    CROSS JOIN LATERAL (
      SELECT CASE w.place WHEN 'regions' THEN each.part -> 'label' ->> 'labelId'
                          WHEN 'cells' THEN each.part ->> 'reasonId' ELSE each.part ->> 'labelId' END AS id,
             CASE w.place WHEN 'regions' THEN each.part -> 'label' -> 'attributes'
                          ELSE each.part -> 'attributes' END AS attributes) AS given
    WHERE given.id = ANY (w.ids)
      AND (w.attribute IS NULL OR (given.attributes ? w.attribute
           AND (w.values IS NULL OR w.values @> (given.attributes -> w.attribute)))))`;

const COUNTS = `
  WITH ${WANTED},
  each AS (
    SELECT operation, id, count(*) AS given, count(*) FILTER (WHERE undecided) AS undecided FROM said
    GROUP BY operation, id)
  SELECT operation, count(*)::int AS annotations, sum(given)::int AS given, sum(undecided)::int AS undecided
  FROM each GROUP BY operation ORDER BY operation`;

const EXAMPLES = `
  WITH ${WANTED}
  SELECT e.operation, e.batch_id AS "batchId", b.number AS "batchNumber", b.name AS "batchName", e.item,
         t.row::float8 AS row
  FROM (SELECT DISTINCT operation, batch_id, item FROM (SELECT * FROM said WHERE undecided LIMIT $5::int) AS s) AS e
  JOIN batch b ON b.org_id = $1::uuid AND b.id = e.batch_id
  JOIN task t ON t.org_id = $1::uuid AND t.batch_id = e.batch_id AND t.item = e.item AND t.slot = 1
  ORDER BY e.operation, b.number, e.item`;

/** Migrations of label schemas, and how answers are read by them. */
export function createLabelMigrationRepository({ t, statements, orgId }: RepositoryContext) {
  return {
    /** Oldest first. */
    list: async (labelSchemaId: string): Promise<MigrationRow[]> =>
      (await statements.run<MigrationRow>('label_migrations', LIST, [orgId, labelSchemaId])).rows,
    add: (row: Omit<Prisma.LabelSchemaMigrationUncheckedCreateInput, 'orgId' | 'createdAt'>) =>
      t.labelSchemaMigration.create({ data: { ...row, orgId } }),
    versionsInUse: async (labelSchemaId: string): Promise<VersionInUse[]> =>
      (await statements.run<VersionInUse>('label_migration_in_use', IN_USE, [orgId, labelSchemaId])).rows,
    /** All batches of a label schema ask by this version from now on; which were moved. */
    moveBatches: async (labelSchemaId: string, versionId: string): Promise<string[]> => {
      const values = [orgId, labelSchemaId, versionId];
      const { rows } = await statements.run<{ id: string }>('label_migration_move', MOVE_BATCHES, values);
      return rows.map(({ id }) => id);
    },
    /** How answers under each version are read from now on; those that are not named, as they were given. */
    setReadings: async (
      labelSchemaId: string,
      readings: readonly { versionId: string; steps: unknown }[],
    ): Promise<void> => {
      await statements.run('label_reading_clear', CLEAR_READINGS, [orgId, labelSchemaId]);
      if (readings.length === 0) return;
      await statements.run('label_reading_add', ADD_READINGS, [
        orgId,
        readings.map(({ versionId }) => versionId),
        readings.map(({ steps }) => JSON.stringify(steps)),
      ]);
    },
    /** How what was said under a version is read now. */
    stepsSince: async (versionId: string): Promise<Prisma.JsonValue> => {
      const { rows } = await statements.run<{ steps: Prisma.JsonValue }>('label_reading', STEPS, [
        orgId,
        versionId,
      ]);
      return rows[0]?.steps ?? [];
    },
    /** The version in place of one that was migrated; null where none was. */
    presentVersion: async (versionId: string): Promise<string | null> => {
      const { rows } = await statements.run<{ id: string }>('label_migration_present', PRESENT, [
        orgId,
        versionId,
      ]);
      return rows[0]?.id ?? null;
    },
    /** What a migration is about; annotations are counted as far as `most`. */
    reach: async (labelSchemaId: string, most: number): Promise<MigrationReach> => {
      const values = [orgId, labelSchemaId, most];
      const { rows } = await statements.run<MigrationReach>('label_migration_reach', REACH, values);
      const [found] = rows;
      if (found === undefined) throw new Error('Counting gives one row.');
      return found;
    },
    /** How much of the answers each operation is about; of those that touch any. */
    counts: async (
      labelSchemaId: string,
      most: number,
      reach: readonly (ReachOfOperation | null)[],
    ): Promise<OperationCount[]> =>
      (
        await statements.run<OperationCount>('label_migration_counts', COUNTS, [
          orgId,
          labelSchemaId,
          most,
          JSON.stringify(reach),
        ])
      ).rows,
    /** Some samples of which somebody would have to decide. */
    examples: async (
      labelSchemaId: string,
      most: number,
      reach: readonly (ReachOfOperation | null)[],
      limit: number,
    ): Promise<UndecidedExample[]> =>
      (
        await statements.run<UndecidedExample>('label_migration_examples', EXAMPLES, [
          orgId,
          labelSchemaId,
          most,
          JSON.stringify(reach),
          limit,
        ])
      ).rows,
  };
}
