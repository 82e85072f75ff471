import { undoReview } from '@assay/services';
import { reviewItemProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const undoReviewRoute = reviewItemProcedure('review.decide')
  .output(done)
  .mutation(({ ctx, input }) => undoReview(ctx.deps, ctx.actor, input).then(() => isDone));
