import { listRecipes } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { pageCursor, pageInput } from '../../schemas/common.ts';
import { recipeListItem } from '../../schemas/recipe.ts';

export const listRecipesRoute = projectProcedure('recipe.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/projects/{projectId}/recipes',
      summary: 'List recipes',
      tags: ['Recipes'],
    },
  })
  .input(
    z.object({
      search: z.string().max(200).default(''),
      trashed: z.boolean().default(false),
      ...pageInput,
    }),
  )
  .output(z.object({ recipes: z.array(recipeListItem), cursor: pageCursor }))
  .query(({ ctx, input }) =>
    listRecipes(ctx.deps, ctx.actor, { ...input, before: input.cursor }).then(({ recipes, next }) => ({
      recipes,
      cursor: next,
    })),
  );
