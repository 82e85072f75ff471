import { id } from '@assay/contracts';
import { restoreSource } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const restoreSourceRoute = orgProcedure('trash.restore')
  .input(z.object({ sourceId: id }))
  .output(done)
  .mutation(async ({ ctx, input }) => {
    await restoreSource(ctx.deps, ctx.actor, input);
    return isDone;
  });
