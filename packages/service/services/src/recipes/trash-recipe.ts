import { notFound } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requireRecipe } from './recipe-record.ts';

/** Puts a recipe aside. Its runs and their reports stay as they are. */
export function trashRecipe(deps: Deps, actor: Actor, input: { recipeId: string }): Promise<void> {
  return command(deps, actor, async ({ t, record }) => {
    const recipe = await requireRecipe(t, input.recipeId);
    await t.recipes.trash(recipe.id, actor.userId, deps.clock.now());
    await record({
      action: 'recipe.trashed',
      object: { type: 'recipe', id: recipe.id },
      projectId: recipe.projectId,
      details: { name: recipe.name },
    });
  });
}

/** Takes a recipe out of the trash. */
export function restoreRecipe(deps: Deps, actor: Actor, input: { recipeId: string }): Promise<void> {
  return command(deps, actor, async ({ t, record }) => {
    const recipe = await t.recipes.getAny(input.recipeId);
    if (recipe === null || !(await t.recipes.restore(recipe.id))) throw notFound('recipe in the trash');
    await record({
      action: 'recipe.restored',
      object: { type: 'recipe', id: recipe.id },
      projectId: recipe.projectId,
      details: { name: recipe.name },
    });
  });
}
