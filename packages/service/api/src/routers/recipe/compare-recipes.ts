import { id } from '@assay/contracts';
import { compareRecipeVersions } from '@assay/services';
import { z } from 'zod';
import { recipeVersionProcedure } from '../../frame/procedures.ts';
import { recipeComparison } from '../../schemas/recipe.ts';

export const compareRecipesRoute = recipeVersionProcedure('recipe.read')
  .input(z.object({ otherVersionId: id }))
  .output(recipeComparison)
  .query(({ ctx, input }) => compareRecipeVersions(ctx.deps, ctx.actor, input));
