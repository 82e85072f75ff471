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

/** What every answer of a batch is checked against. None of it changes while the batch lives. */
export type BatchDocuments = {
  schema: LabelSchema;
  /** Of the run. */
  manifest: TableManifest;
  /** Those that are shown: of a blind test not all that the run has. */
  columns: readonly ColumnSpec[];
};

const MOST_KEPT = 200;
/** By batch, the one used last at the end: reading and checking both documents takes longer than an answer. */
const kept = new Map<string, BatchDocuments>();

/** What a batch asks: of a blind test always the same. */
export async function schemaOf(
  t: Repositories,
  { labelSchemaVersionId }: Pick<BatchRow, 'labelSchemaVersionId'>,
): Promise<LabelSchema> {
  if (labelSchemaVersionId === null) return BLIND_SCHEMA;
  const version = await t.labelSchemas.version(labelSchemaVersionId);
  if (version === null) throw notFound('label schema version');
  return labelSchema.parse(version.document);
}

/** The label schema and the rows of a batch that the caller may see. */
export async function documentsOf(t: Repositories, batchId: string): Promise<BatchDocuments> {
  const known = kept.get(batchId);
  if (known !== undefined) {
    kept.delete(batchId);
    kept.set(batchId, known);
    return known;
  }
  const batch = await requireBatch(t, batchId);
  const run = await t.runs.getAny(batch.runId);
  const manifest = tableManifest.parse(run?.manifest);
  const shown = batch.blind === null ? null : new Set(blindTest.parse(batch.blind).columns);
  const columns = manifest.columns.filter(({ name }) => shown?.has(name) ?? true);
  const found = { schema: await schemaOf(t, batch), manifest, columns };
  kept.set(batchId, found);
  const oldest = kept.keys().next().value;
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return found;
}
