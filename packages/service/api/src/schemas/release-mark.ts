import { id, releaseStanding, releaseStatus } from '@assay/contracts';
import { z } from 'zod';

/** What a version, an export or a file says of a release that it is of, as it stands today. */
export const releaseMark = z.object({
  id,
  number: z.number(),
  title: z.string(),
  status: releaseStatus,
  standing: releaseStanding,
  withdrawReason: z.string().nullable(),
});
