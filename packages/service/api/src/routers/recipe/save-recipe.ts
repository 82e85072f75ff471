import { id, recipe } from '@assay/contracts';
import { saveRecipeVersion } from '@assay/services';
import { z } from 'zod';
import { recipeProcedure } from '../../frame/procedures.ts';

export const saveRecipeRoute = recipeProcedure('recipe.write')
  .meta({
    openapi: {
      method: 'POST',
      path: '/recipes/{recipeId}/versions',
      summary: 'Save a recipe as its next version',
      tags: ['Recipes'],
    },
  })
  .input(z.object({ revision: z.number().int(), document: recipe, note: z.string().max(500).default('') }))
  .output(z.object({ versionId: id, number: z.number().int() }))
  .mutation(({ ctx, input }) => saveRecipeVersion(ctx.deps, ctx.actor, input));
