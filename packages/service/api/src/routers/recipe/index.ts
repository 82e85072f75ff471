import { router } from '../../frame/trpc.ts';
import { checkRecipeRoute } from './check-recipe.ts';
import { compareRecipesRoute } from './compare-recipes.ts';
import { copyRecipeRoute } from './copy-recipe.ts';
import { createRecipeRoute } from './create-recipe.ts';
import { getRecipeRoute } from './get-recipe.ts';
import { getRecipeVersionRoute } from './get-recipe-version.ts';
import { listMeaningsRoute } from './list-meanings.ts';
import { listRecipesRoute } from './list-recipes.ts';
import { restoreRecipeRoute } from './restore-recipe.ts';
import { saveRecipeRoute } from './save-recipe.ts';
import { trashRecipeRoute } from './trash-recipe.ts';
import { updateRecipeRoute } from './update-recipe.ts';

export const recipeRouter = router({
  check: checkRecipeRoute,
  compare: compareRecipesRoute,
  copy: copyRecipeRoute,
  create: createRecipeRoute,
  get: getRecipeRoute,
  list: listRecipesRoute,
  meanings: listMeaningsRoute,
  restore: restoreRecipeRoute,
  save: saveRecipeRoute,
  trash: trashRecipeRoute,
  update: updateRecipeRoute,
  version: getRecipeVersionRoute,
});
