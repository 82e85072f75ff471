import { getRecipe } from '@assay/services';
import { recipeProcedure } from '../../frame/procedures.ts';
import { recipeView } from '../../schemas/recipe.ts';

export const getRecipeRoute = recipeProcedure('recipe.read')
  .meta({
    openapi: { method: 'GET', path: '/recipes/{recipeId}', summary: 'Read a recipe', tags: ['Recipes'] },
  })
  .output(recipeView)
  .query(({ ctx, input }) => getRecipe(ctx.deps, ctx.actor, input));
