import { MOST_ROWS, recipe } from '@assay/contracts';
import { checkRecipeDocument } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { recipeCheck } from '../../schemas/recipe.ts';

export const checkRecipeRoute = projectProcedure('recipe.read')
  .input(
    z.object({ document: recipe, rows: z.number().int().min(1).max(MOST_ROWS).nullable().default(null) }),
  )
  .output(recipeCheck)
  .query(({ ctx, input }) => checkRecipeDocument(ctx.deps, ctx.actor, input));
