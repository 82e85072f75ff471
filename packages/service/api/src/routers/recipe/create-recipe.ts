import { id, recipe } from '@assay/contracts';
import { createRecipe } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { nameText } from '../../schemas/common.ts';

export const createRecipeRoute = projectProcedure('recipe.write')
  .meta({
    openapi: {
      method: 'POST',
      path: '/projects/{projectId}/recipes',
      summary: 'Make a recipe',
      tags: ['Recipes'],
    },
  })
  .input(z.object({ name: nameText, description: z.string().max(4000).default(''), document: recipe }))
  .output(z.object({ id, versionId: id }))
  .mutation(({ ctx, input }) => createRecipe(ctx.deps, ctx.actor, input));
