import { getBatch } from '@assay/services';
import { batchProcedure } from '../../frame/procedures.ts';
import { batchView } from '../../schemas/batch.ts';

export const getBatchRoute = batchProcedure('batch.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/batches/{batchId}',
      summary: 'Read a labelling batch',
      tags: ['Batches'],
    },
  })
  .output(batchView)
  .query(({ ctx, input }) => getBatch(ctx.deps, ctx.actor, input));
