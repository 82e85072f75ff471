import { id, imageComparison, imageOrigin, jobStatus } from '@assay/contracts';
import { z } from 'zod';
import { isoDate } from './common.ts';

const numbered = z.object({ id, number: z.number().int(), name: z.string() }).nullable();
/** Which pictures stand on a side: of one origin, of one import, of one run. */
const side = z.object({ origin: imageOrigin.nullable(), import: numbered, run: numbered });

export const imageComparisonView = z.object({
  id,
  projectId: id,
  real: side,
  made: side,
  /** What was found; null until the job has ended. */
  document: imageComparison.nullable(),
  createdAt: isoDate,
  finishedAt: isoDate.nullable(),
  job: z.object({ id, status: jobStatus }).nullable(),
});
