import { id } from '@assay/contracts';
import { restoreProject } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

/** Asked of the organisation: a project in the trash is found by nobody. */
export const restoreProjectRoute = orgProcedure('trash.restore')
  .input(z.object({ projectId: id }))
  .output(done)
  .mutation(async ({ ctx, input }) => {
    await restoreProject(ctx.deps, ctx.actor, input);
    return isDone;
  });
