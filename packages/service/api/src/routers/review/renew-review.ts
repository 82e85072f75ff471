import { id } from '@assay/contracts';
import { renewReview } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { isoDate } from '../../schemas/common.ts';

export const renewReviewRoute = projectProcedure('review.decide')
  .input(z.object({ leaseId: id }))
  .output(z.object({ leaseUntil: isoDate }))
  .mutation(({ ctx, input }) => renewReview(ctx.deps, ctx.actor, input));
