import { boundedText } from '@assay/contracts';
import { cancelBatch } from '@assay/services';
import { z } from 'zod';
import { batchProcedure } from '../../frame/procedures.ts';

export const cancelBatchRoute = batchProcedure('batch.manage')
  .input(z.object({ reason: boundedText(2000) }))
  .output(z.object({ cancelledTasks: z.number() }))
  .mutation(({ ctx, input }) => cancelBatch(ctx.deps, ctx.actor, input));
