import { type Engine, engineFor } from './engines.ts';
import type { FittedModelDocument } from './model-document.ts';
import { recipeConstraints } from './recipe-constraints.ts';

/** The generator that a stored model is sampled with. */
export function engineOfDocument({ method, recipe, columns }: FittedModelDocument): Engine {
  return engineFor(method, recipeConstraints(recipe, columns).tests);
}
