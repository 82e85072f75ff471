import { id } from '@assay/contracts';
import { claimReview } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { reviewFilter } from '../../schemas/review.ts';

/** The next sample for an expert, like the last one where there is one; null when nothing waits. */
export const claimReviewRoute = projectProcedure('review.decide')
  .input(
    z.object({
      ...reviewFilter,
      /** The key of what the last one was here for. */
      near: z.string().max(4000).nullable().default(null),
      /** Samples that the expert put off. */
      passed: z.array(id).max(1000).default([]),
    }),
  )
  .output(z.object({ claimed: z.object({ itemId: id, leaseId: id }).nullable() }))
  .mutation(({ ctx, input }) => claimReview(ctx.deps, ctx.actor, input).then((claimed) => ({ claimed })));
