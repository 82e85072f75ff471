import { type LabelSchema, labelSchema, notFound, type TableManifest, tableManifest } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { requireBatch } from './batch-record.ts';

/** What every answer of a batch is checked against. None of it changes while the batch lives. */
export type BatchDocuments = { schema: LabelSchema; manifest: TableManifest };

const MOST_KEPT = 200;
/** By batch, the one used last at the end: reading and checking both documents takes longer than an answer. */
const kept = new Map<string, BatchDocuments>();

/** The label schema and the rows of a batch that the caller may see. */
export async function documentsOf(t: Repositories, batchId: string): Promise<BatchDocuments> {
  const known = kept.get(batchId);
  if (known !== undefined) {
    kept.delete(batchId);
    kept.set(batchId, known);
    return known;
  }
  const batch = await requireBatch(t, batchId);
  const version = await t.labelSchemas.version(batch.labelSchemaVersionId);
  if (version === null) throw notFound('label schema version');
  const run = await t.runs.getAny(batch.runId);
  const found = {
    schema: labelSchema.parse(version.document),
    manifest: tableManifest.parse(run?.manifest),
  };
  kept.set(batchId, found);
  const oldest = kept.keys().next().value;
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return found;
}
