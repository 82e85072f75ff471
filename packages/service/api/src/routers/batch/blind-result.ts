import { blindResult } from '@assay/services';
import { batchProcedure } from '../../frame/procedures.ts';
import { blindResult as result } from '../../schemas/labelling.ts';

/** How often people told real rows from synthetic ones, once a blind test has ended. */
export const blindResultRoute = batchProcedure('dashboard.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/batches/{batchId}/blind-result',
      summary: 'Read the result of a blind test',
      tags: ['Batches'],
    },
  })
  .output(result)
  .query(({ ctx, input }) => blindResult(ctx.deps, ctx.actor, input));
