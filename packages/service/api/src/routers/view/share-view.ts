import { id } from '@assay/contracts';
import { shareView } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const shareViewRoute = orgProcedure('view.use')
  .input(z.object({ viewId: id, shared: z.boolean() }))
  .output(done)
  .mutation(async ({ ctx, input }) => {
    await shareView(ctx.deps, ctx.actor, input);
    return isDone;
  });
