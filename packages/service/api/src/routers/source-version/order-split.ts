import { id, splitPlan } from '@assay/contracts';
import { orderSplit } from '@assay/services';
import { z } from 'zod';
import { versionProcedure } from '../../frame/procedures.ts';

export const orderSplitRoute = versionProcedure('source.update')
  .meta({
    openapi: {
      method: 'POST',
      path: '/versions/{versionId}/splits',
      summary: 'Split the rows into fit, tune and test',
      tags: ['Sources'],
    },
  })
  .input(z.object({ plan: splitPlan }))
  .output(z.object({ splitId: id, jobId: id }))
  .mutation(({ ctx, input }) => orderSplit(ctx.deps, ctx.actor, input));
