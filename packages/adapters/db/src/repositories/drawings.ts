import type { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

/** Whose drawing, on which sample. */
type Of = { batchId: string; item: number; personId: string };

/** One record of a drawing as it is kept; its record is null once it was removed. */
export type StoredDrawing = {
  id: string;
  revision: number;
  record: Prisma.JsonValue;
  changed: Prisma.JsonValue;
};

const OF = 'org_id = $1::uuid AND batch_id = $2::uuid AND item = $3::int AND person_id = $4::uuid';

/** Makes the drawing if there is none, so that there is a row to hold while one merges. */
const BEGIN = `
  INSERT INTO drawing (org_id, batch_id, item, person_id, revision, steps)
  VALUES ($1::uuid, $2::uuid, $3::int, $4::uuid, 0, '{}')
  ON CONFLICT DO NOTHING`;

const LOCK = `
  SELECT revision, steps, label_schema_version_id AS "labelSchemaVersionId" FROM drawing WHERE ${OF} FOR UPDATE`;
const HEAD = `
  SELECT revision, steps, label_schema_version_id AS "labelSchemaVersionId" FROM drawing WHERE ${OF}`;
const SAVE_HEAD = `
  UPDATE drawing SET revision = $5::int, steps = $6::jsonb, label_schema_version_id = $7::uuid, updated_at = now()
  WHERE ${OF}`;
const REWRITE = `
  UPDATE drawing_record d SET record = r.record FROM unnest($5::uuid[], $6::jsonb[]) AS r (id, record)
  WHERE d.org_id = $1::uuid AND d.batch_id = $2::uuid AND d.item = $3::int AND d.person_id = $4::uuid AND d.id = r.id`;

const SOME = `SELECT id, revision, record, changed FROM drawing_record WHERE ${OF} AND id = ANY ($5::uuid[])`;
const SINCE = `
  SELECT id, revision, record, changed FROM drawing_record WHERE ${OF} AND revision > $5::int ORDER BY id`;
const STANDING = `
  SELECT id, revision, record, changed FROM drawing_record WHERE ${OF} AND record IS NOT NULL ORDER BY id`;
const MEASURE = `
  SELECT count(*)::int AS records, coalesce(sum(pg_column_size(record)), 0)::float8 AS bytes
  FROM drawing_record WHERE ${OF}`;

const SAVE = `
  INSERT INTO drawing_record (org_id, batch_id, item, person_id, id, revision, record, changed)
  SELECT $1::uuid, $2::uuid, $3::int, $4::uuid, r.id, r.revision, r.record, r.changed
  FROM unnest($5::uuid[], $6::int[], $7::jsonb[], $8::jsonb[]) AS r (id, revision, record, changed)
  ON CONFLICT (org_id, batch_id, item, person_id, id)
  DO UPDATE SET revision = excluded.revision, record = excluded.record, changed = excluded.changed`;

const DELETE = `DELETE FROM drawing WHERE ${OF}`;

/** What people have drawn on images and not handed in. */
export function createDrawingRepository({ statements, orgId }: RepositoryContext) {
  const of = ({ batchId, item, personId }: Of) => [orgId, batchId, item, personId];
  type Head = { revision: number; steps: Prisma.JsonValue; labelSchemaVersionId: string | null };
  return {
    /** The head of a drawing, held until the transaction ends; it is made where there is none. */
    lock: async (drawing: Of): Promise<Head> => {
      await statements.run('drawing_begin', BEGIN, of(drawing));
      const { rows } = await statements.run<Head>('drawing_lock', LOCK, of(drawing));
      return rows[0] ?? { revision: 0, steps: {}, labelSchemaVersionId: null };
    },
    head: async (drawing: Of): Promise<Head | null> =>
      (await statements.run<Head>('drawing_head', HEAD, of(drawing))).rows[0] ?? null,
    saveHead: async (
      drawing: Of,
      revision: number,
      steps: Prisma.InputJsonValue,
      labelSchemaVersionId: string | null,
    ): Promise<void> => {
      const values = [...of(drawing), revision, JSON.stringify(steps), labelSchemaVersionId];
      await statements.run('drawing_save_head', SAVE_HEAD, values);
    },
    /** Records as another version of the label schema has them; nobody changed them. */
    rewrite: async (drawing: Of, records: readonly { id: string; record: unknown }[]): Promise<void> => {
      await statements.run('drawing_rewrite', REWRITE, [
        ...of(drawing),
        records.map(({ id }) => id),
        records.map(({ record }) => JSON.stringify(record)),
      ]);
    },
    /** Some records, also removed ones. */
    some: async (drawing: Of, ids: readonly string[]): Promise<StoredDrawing[]> =>
      (await statements.run<StoredDrawing>('drawing_some', SOME, [...of(drawing), ids])).rows,
    /** Records that were changed or removed after a revision. */
    since: async (drawing: Of, revision: number): Promise<StoredDrawing[]> =>
      (await statements.run<StoredDrawing>('drawing_since', SINCE, [...of(drawing), revision])).rows,
    /** All records that are there. */
    standing: async (drawing: Of): Promise<StoredDrawing[]> =>
      (await statements.run<StoredDrawing>('drawing_standing', STANDING, of(drawing))).rows,
    /** Records, also removed ones, and how many bytes they take. */
    measure: async (drawing: Of): Promise<{ records: number; bytes: number }> =>
      (await statements.run<{ records: number; bytes: number }>('drawing_measure', MEASURE, of(drawing)))
        .rows[0] ?? { records: 0, bytes: 0 },
    save: async (
      drawing: Of,
      records: readonly { id: string; revision: number; record: unknown; changed: unknown }[],
    ): Promise<void> => {
      if (records.length === 0) return;
      await statements.run('drawing_save', SAVE, [
        ...of(drawing),
        records.map(({ id }) => id),
        records.map(({ revision }) => revision),
        records.map(({ record }) => (record === null ? null : JSON.stringify(record))),
        records.map(({ changed }) => JSON.stringify(changed)),
      ]);
    },
    delete: async (drawing: Of): Promise<void> => statements.send('drawing_delete', DELETE, of(drawing)),
  };
}
