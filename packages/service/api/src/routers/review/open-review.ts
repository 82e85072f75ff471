import { id } from '@assay/contracts';
import { openReview } from '@assay/services';
import { z } from 'zod';
import { reviewItemProcedure } from '../../frame/procedures.ts';

/** Takes one sample by name: nobody else decides about it meanwhile. */
export const openReviewRoute = reviewItemProcedure('review.decide')
  .output(z.object({ itemId: id, leaseId: id }))
  .mutation(({ ctx, input }) => openReview(ctx.deps, ctx.actor, input));
