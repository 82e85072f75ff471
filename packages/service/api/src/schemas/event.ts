import { id } from '@assay/contracts';
import { z } from 'zod';
import { isoDate, jsonValue } from './common.ts';

/** An event of the log as people read it. `index` is its place in the ledger, null for less than a second. */
export const eventView = z.object({
  id,
  at: isoDate,
  action: z.string(),
  actor: z.object({ kind: z.string(), id: z.string().nullable(), name: z.string().nullable() }),
  object: z.object({ type: z.string(), id: z.string() }),
  projectId: id.nullable(),
  details: jsonValue,
  erased: z.boolean(),
  index: z.number().int().nullable(),
});
