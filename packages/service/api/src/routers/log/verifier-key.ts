import { ledgerVerifierKey } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';
import { isoDate } from '../../schemas/common.ts';

export const verifierKeyRoute = orgProcedure('log.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/log/verifier-key',
      summary: 'Read the public key of the log',
      tags: ['Log'],
    },
  })
  .output(
    z.object({
      verifierKey: z.string(),
      size: z.number().int(),
      latestCheckpoint: z.object({ note: z.string(), size: z.number().int(), at: isoDate }).nullable(),
    }),
  )
  .query(({ ctx }) => ledgerVerifierKey(ctx.deps, ctx.actor));
