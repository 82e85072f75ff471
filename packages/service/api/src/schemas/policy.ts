import { id, policy, policyRef } from '@assay/contracts';
import { z } from 'zod';
import { isoDate, personRef } from './common.ts';

export const policyListItem = z.object({
  /** What to judge by it with. */
  ref: policyRef,
  builtIn: z.boolean(),
  number: z.number().int(),
  revision: z.number().int().nullable(),
  document: policy,
  createdAt: isoDate.nullable(),
  isStandard: z.boolean(),
});

export const policyView = z.object({
  id,
  projectId: id,
  isStandard: z.boolean(),
  revision: z.number().int(),
  versions: z.array(
    z.object({ number: z.number().int(), document: policy, createdAt: isoDate, createdBy: personRef }),
  ),
});
