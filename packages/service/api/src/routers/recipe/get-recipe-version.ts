import { getRecipeVersion } from '@assay/services';
import { recipeVersionProcedure } from '../../frame/procedures.ts';
import { recipeVersionView } from '../../schemas/recipe.ts';

export const getRecipeVersionRoute = recipeVersionProcedure('recipe.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/recipe-versions/{recipeVersionId}',
      summary: 'Read a version of a recipe',
      tags: ['Recipes'],
    },
  })
  .output(recipeVersionView)
  .query(({ ctx, input }) => getRecipeVersion(ctx.deps, ctx.actor, input));
