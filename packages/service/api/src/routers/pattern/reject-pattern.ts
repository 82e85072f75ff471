import { id, patternInput } from '@assay/contracts';
import { rejectPattern } from '@assay/services';
import { z } from 'zod';
import { batchProcedure } from '../../frame/procedures.ts';

/** Rejects all samples of a batch's run that a predicate matches. */
export const rejectPatternRoute = batchProcedure('review.decide')
  .input(z.object({ reviewItemId: id.nullable().default(null), pattern: patternInput }))
  .output(z.object({ patternId: id, jobId: id, number: z.number() }))
  .mutation(({ ctx, input }) => rejectPattern(ctx.deps, ctx.actor, input));
