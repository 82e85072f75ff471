import { id, MOST_GRID_LEASES } from '@assay/contracts';
import { renewLeases } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { isoDate } from '../../schemas/common.ts';

export const renewLeasesRoute = projectProcedure('task.work')
  .input(
    z.object({
      leaseIds: z
        .array(id)
        .min(1)
        .max(2 * MOST_GRID_LEASES),
    }),
  )
  .output(z.object({ leases: z.array(z.object({ leaseId: id, leaseUntil: isoDate })) }))
  .mutation(({ ctx, input }) => renewLeases(ctx.deps, ctx.actor, input).then((leases) => ({ leases })));
