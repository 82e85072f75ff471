import { settleThread } from '@assay/services';
import { z } from 'zod';
import { commentThreadProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const settleThreadRoute = commentThreadProcedure('comment.write')
  .input(z.object({ revision: z.number().int().min(1), resolved: z.boolean() }))
  .output(done)
  .mutation(({ ctx, input }) => settleThread(ctx.deps, ctx.actor, input).then(() => isDone));
