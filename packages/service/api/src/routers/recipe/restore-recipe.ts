import { restoreRecipe } from '@assay/services';
import { trashedRecipeProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const restoreRecipeRoute = trashedRecipeProcedure('recipe.write')
  .output(done)
  .mutation(({ ctx, input }) => restoreRecipe(ctx.deps, ctx.actor, input).then(() => isDone));
