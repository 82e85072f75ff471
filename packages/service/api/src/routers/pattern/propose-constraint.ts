import { proposeConstraint } from '@assay/services';
import { patternProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

/** Proposes a pattern as a constraint on the recipe that made the rows. */
export const proposeConstraintRoute = patternProcedure('review.decide')
  .output(done)
  .mutation(({ ctx, input }) => proposeConstraint(ctx.deps, ctx.actor, input).then(() => isDone));
