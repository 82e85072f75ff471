import { id } from '@assay/contracts';
import { releaseReview } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';

export const releaseReviewRoute = projectProcedure('review.decide')
  .input(z.object({ leaseId: id }))
  .output(z.object({ released: z.boolean() }))
  .mutation(({ ctx, input }) => releaseReview(ctx.deps, ctx.actor, input));
