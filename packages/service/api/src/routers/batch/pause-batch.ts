import { pauseBatch } from '@assay/services';
import { z } from 'zod';
import { batchProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const pauseBatchRoute = batchProcedure('batch.manage')
  .input(z.object({ does: z.enum(['pause', 'resume']) }))
  .output(done)
  .mutation(({ ctx, input }) => pauseBatch(ctx.deps, ctx.actor, input).then(() => isDone));
