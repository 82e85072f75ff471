import {
  blindTest,
  type ColumnSpec,
  type LabelSchema,
  labelSchema,
  notFound,
  type TableManifest,
  tableManifest,
} from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { BLIND_SCHEMA } from '@assay/domain';
import { type BatchRow, requireBatch } from './batch-record.ts';

/**
 * What every answer of a batch is checked against. While the batch lives, a migration alone changes what it asks, by
 * giving it another version of its label schema.
 */
export type BatchDocuments = {
  schema: LabelSchema;
  /** Of the run. */
  manifest: TableManifest;
  /** Those that are shown: of a blind test not all that the run has. */
  columns: readonly ColumnSpec[];
};

const MOST_KEPT = 200;
/** The ones used last at the end: reading and checking a document takes longer than an answer. */
const keptRows = new Map<string, Pick<BatchDocuments, 'manifest' | 'columns'>>();
const keptSchemas = new Map<string, LabelSchema>();

async function kept<T>(from: Map<string, T>, key: string, read: () => Promise<T>): Promise<T> {
  const found = from.get(key) ?? (await read());
  from.delete(key);
  from.set(key, found);
  const oldest = from.keys().next().value;
  if (from.size > MOST_KEPT && oldest !== undefined) from.delete(oldest);
  return found;
}

/** What a batch asks: of a blind test always the same. */
export async function schemaOf(
  t: Repositories,
  { labelSchemaVersionId }: Pick<BatchRow, 'labelSchemaVersionId'>,
): Promise<LabelSchema> {
  if (labelSchemaVersionId === null) return BLIND_SCHEMA;
  return kept(keptSchemas, labelSchemaVersionId, async () => {
    const version = await t.labelSchemas.version(labelSchemaVersionId);
    if (version === null) throw notFound('label schema version');
    return labelSchema.parse(version.document);
  });
}

/** The label schema and the rows of a batch that the caller may see. */
export async function documentsOf(t: Repositories, batchId: string): Promise<BatchDocuments> {
  const batch = await requireBatch(t, batchId);
  const rows = await kept(keptRows, batchId, async () => {
    const run = await t.runs.getAny(batch.runId);
    const manifest = tableManifest.parse(run?.manifest);
    const shown = batch.blind === null ? null : new Set(blindTest.parse(batch.blind).columns);
    const columns = manifest.columns.filter(({ name }) => shown?.has(name) ?? true);
    return { manifest, columns };
  });
  return { schema: await schemaOf(t, batch), ...rows };
}
