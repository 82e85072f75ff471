import { id, MOST_GRID_LEASES } from '@assay/contracts';
import { releaseTasks } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';

export const releaseTasksRoute = projectProcedure('task.work')
  .input(
    z.object({
      leaseIds: z
        .array(id)
        .min(1)
        .max(2 * MOST_GRID_LEASES),
    }),
  )
  .output(z.object({ taskIds: z.array(id) }))
  .mutation(({ ctx, input }) => releaseTasks(ctx.deps, ctx.actor, input).then((taskIds) => ({ taskIds })));
