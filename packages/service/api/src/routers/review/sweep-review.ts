import { id } from '@assay/contracts';
import { sweepReview } from '@assay/services';
import { z } from 'zod';
import { batchProcedure } from '../../frame/procedures.ts';

/** Looks again at what was answered of a batch. */
export const sweepReviewRoute = batchProcedure('review.route')
  .output(z.object({ jobId: id }))
  .mutation(({ ctx, input }) => sweepReview(ctx.deps, ctx.actor, input));
