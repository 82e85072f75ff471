import { reviewStatus } from '@assay/contracts';
import { listReview } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { pageInput } from '../../schemas/common.ts';
import { inbox, reviewFilter } from '../../schemas/review.ts';

/** An expert's inbox: why each sample is there, and how many are alike. */
export const listReviewRoute = projectProcedure('review.read')
  .input(z.object({ status: reviewStatus.default('OPEN'), ...reviewFilter, ...pageInput }))
  .output(inbox)
  .query(({ ctx, input }) => listReview(ctx.deps, ctx.actor, { ...input, after: input.cursor }));
