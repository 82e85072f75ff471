import { id } from '@assay/contracts';
import { answerConstraint } from '@assay/services';
import { z } from 'zod';
import { patternProcedure } from '../../frame/procedures.ts';

/** Adopts a proposed constraint in a new version of the recipe, or declines it. */
export const answerConstraintRoute = patternProcedure('recipe.write')
  .input(z.object({ adopt: z.boolean() }))
  .output(z.object({ recipeVersionId: id.nullable(), number: z.number().nullable() }))
  .mutation(({ ctx, input }) => answerConstraint(ctx.deps, ctx.actor, input));
