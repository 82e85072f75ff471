import { updateRecipe } from '@assay/services';
import { z } from 'zod';
import { recipeProcedure } from '../../frame/procedures.ts';
import { done, isDone, nameText } from '../../schemas/common.ts';

export const updateRecipeRoute = recipeProcedure('recipe.write')
  .input(z.object({ revision: z.number().int(), name: nameText, description: z.string().max(4000) }))
  .output(done)
  .mutation(({ ctx, input }) => updateRecipe(ctx.deps, ctx.actor, input).then(() => isDone));
