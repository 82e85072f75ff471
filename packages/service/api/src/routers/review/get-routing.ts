import { id, reviewRouting } from '@assay/contracts';
import { getRouting } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';

/** Which samples go before an expert: of a batch, or of the project. */
export const getRoutingRoute = projectProcedure('review.read')
  .input(z.object({ batchId: id.nullable().default(null) }))
  .output(
    z.object({
      number: z.number(),
      /** Whose rules hold: the batch's own, the project's, or the program's. */
      of: z.enum(['batch', 'project', 'program']),
      document: reviewRouting,
      /** The number of the own rules, to save upon. */
      known: z.number(),
    }),
  )
  .query(({ ctx, input }) => getRouting(ctx.deps, ctx.actor, input));
