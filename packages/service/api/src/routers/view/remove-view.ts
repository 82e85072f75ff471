import { id } from '@assay/contracts';
import { deleteView } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const removeViewRoute = orgProcedure('view.use')
  .input(z.object({ viewId: id }))
  .output(done)
  .mutation(async ({ ctx, input }) => {
    await deleteView(ctx.deps, ctx.actor, input);
    return isDone;
  });
