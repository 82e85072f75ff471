import { undoPattern } from '@assay/services';
import { z } from 'zod';
import { patternProcedure } from '../../frame/procedures.ts';

export const undoPatternRoute = patternProcedure('review.decide')
  .output(z.object({ reopened: z.number() }))
  .mutation(({ ctx, input }) => undoPattern(ctx.deps, ctx.actor, input));
