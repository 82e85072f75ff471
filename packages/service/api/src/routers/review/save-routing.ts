import { id, reviewRouting } from '@assay/contracts';
import { saveRouting } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';

export const saveRoutingRoute = projectProcedure('review.route')
  .input(
    z.object({
      batchId: id.nullable().default(null),
      /** The number that was seen; 0 where there was none. */
      known: z.number().int().min(0),
      document: reviewRouting,
    }),
  )
  .output(z.object({ number: z.number() }))
  .mutation(({ ctx, input }) => saveRouting(ctx.deps, ctx.actor, input));
