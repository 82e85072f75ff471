import { agreement, id } from '@assay/contracts';
import { getAgreement } from '@assay/services';
import { z } from 'zod';
import { batchProcedure } from '../../frame/procedures.ts';

export const getAgreementRoute = batchProcedure('agreement.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/batches/{batchId}/agreement',
      summary: 'Read how far people agree',
      tags: ['Batches'],
    },
  })
  .output(
    z.object({
      state: z.enum(['ready', 'to-compute']),
      answers: z.number(),
      agreement: agreement.nullable(),
      people: z.array(z.object({ id, name: z.string().nullable() })),
      slices: z.array(z.object({ id, name: z.string() })),
    }),
  )
  .query(({ ctx, input }) => getAgreement(ctx.deps, ctx.actor, input));
