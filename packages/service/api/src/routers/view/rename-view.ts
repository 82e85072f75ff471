import { id } from '@assay/contracts';
import { renameView } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';
import { done, isDone, nameText } from '../../schemas/common.ts';

export const renameViewRoute = orgProcedure('view.use')
  .input(z.object({ viewId: id, name: nameText }))
  .output(done)
  .mutation(async ({ ctx, input }) => {
    await renameView(ctx.deps, ctx.actor, input);
    return isDone;
  });
