import { getReview } from '@assay/services';
import { reviewItemProcedure } from '../../frame/procedures.ts';
import { reviewItemView } from '../../schemas/review.ts';

export const getReviewRoute = reviewItemProcedure('review.read')
  .output(reviewItemView)
  .query(({ ctx, input }) => getReview(ctx.deps, ctx.actor, input));
