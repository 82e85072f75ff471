import {
  failureText,
  id,
  importSourceName,
  jobStatus,
  labelImportCheck,
  labelImportMapping,
  labelImportStatus,
  labelImportUse,
} from '@assay/contracts';
import { z } from 'zod';
import { isoDate, personRef } from './common.ts';

const count = z.number().int();

/** An import as lists show it. */
export const labelImportItem = z.object({
  id,
  projectId: id,
  number: count,
  use: labelImportUse,
  status: labelImportStatus,
  fileName: z.string(),
  bytes: z.number(),
  /** Who or what gave answers that do not say so themselves. */
  source: importSourceName,
  runId: id,
  run: z.object({ number: count, name: z.string() }).nullable(),
  labelSchemaVersionId: id,
  labelSchema: z.object({ id, name: z.string(), number: count }).nullable(),
  /** The batch that holds labels of people. */
  batch: z.object({ id, number: count }).nullable(),
  /** Records of the file, and those that are taken; null before it is read. */
  records: count.nullable(),
  good: count.nullable(),
  createdBy: personRef.nullable(),
  createdAt: isoDate,
  committedBy: personRef.nullable(),
  committedAt: isoDate.nullable(),
  withdrawnBy: personRef.nullable(),
  withdrawnAt: isoDate.nullable(),
  revision: count,
});

export const labelImportView = labelImportItem.extend({
  /** What was found in the file; null before it is read. */
  found: labelImportCheck.nullable(),
  /** What the columns hold, where a person said so. */
  mapping: labelImportMapping.nullable(),
  failure: failureText.nullable(),
  job: z.object({ id, status: jobStatus }).nullable(),
  /** What keeps it from being withdrawn. */
  dependents: z.object({ batches: count, decisions: count, versions: count, controls: count }),
});
