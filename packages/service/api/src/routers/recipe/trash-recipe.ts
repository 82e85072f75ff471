import { trashRecipe } from '@assay/services';
import { recipeProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const trashRecipeRoute = recipeProcedure('recipe.write')
  .output(done)
  .mutation(({ ctx, input }) => trashRecipe(ctx.deps, ctx.actor, input).then(() => isDone));
