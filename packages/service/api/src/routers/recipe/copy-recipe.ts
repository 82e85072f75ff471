import { id } from '@assay/contracts';
import { copyRecipe } from '@assay/services';
import { z } from 'zod';
import { recipeVersionProcedure } from '../../frame/procedures.ts';
import { nameText } from '../../schemas/common.ts';

export const copyRecipeRoute = recipeVersionProcedure('recipe.write')
  .input(z.object({ name: nameText }))
  .output(z.object({ id, versionId: id }))
  .mutation(({ ctx, input }) => copyRecipe(ctx.deps, ctx.actor, input));
