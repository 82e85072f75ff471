import {
  AssayError,
  type ColumnSpec,
  notFound,
  type Recipe,
  type RecipeProblem,
  recipe,
} from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { checkRecipe } from '@assay/domain';
import { constraintProblems } from '../generation/constraint-problems.ts';
import { rulesColumns, rulesProblems } from '../generation/rules-columns.ts';
import { columnsOf } from '../sources/source-record.ts';

export type RecipeRow = NonNullable<Awaited<ReturnType<Repositories['recipes']['get']>>>;
export type RecipeVersionRow = NonNullable<Awaited<ReturnType<Repositories['recipes']['version']>>>;

export async function requireRecipe(t: Repositories, recipeId: string): Promise<RecipeRow> {
  const row = await t.recipes.get(recipeId);
  if (row === null) throw notFound('recipe');
  return row;
}

/** A version of a recipe that is not in the trash, with its document. */
export async function requireRecipeVersion(
  t: Repositories,
  versionId: string,
): Promise<{ row: RecipeVersionRow; parent: RecipeRow; document: Recipe }> {
  const row = await t.recipes.version(versionId);
  if (row === null) throw notFound('recipe version');
  const parent = await requireRecipe(t, row.recipeId);
  return { row, parent, document: recipe.parse(row.document) };
}

/** The source of a recipe in its project, and the columns of its current version; null where it has none. */
export async function recipeColumns(t: Repositories, projectId: string, document: Recipe) {
  if (document.sourceId === null) return null;
  const source = await t.sources.get(document.sourceId);
  if (source === null || source.projectId !== projectId) {
    throw new AssayError('not-found', 'There is no such source in this project.', { field: 'sourceId' });
  }
  const columns = source.currentVersionId === null ? [] : await columnsOf(t, source.currentVersionId);
  return { source, columns };
}

/** What the words of a recipe say against each other. */
function checkWhole(document: Recipe, columns: readonly ColumnSpec[] | null, rows: number | null) {
  const problems = checkRecipe(document, columns, rows);
  const sound = problems.every((each) => each.severity !== 'error');
  return sound && columns !== null ? [...problems, ...constraintProblems(document, columns, rows)] : problems;
}

/** What keeps the recipe from being run on its source as it is now. */
export async function recipeProblems(
  t: Repositories,
  projectId: string,
  document: Recipe,
  rows: number | null,
): Promise<RecipeProblem[]> {
  const found = await recipeColumns(t, projectId, document);
  if (document.method === 'rules' && document.rules !== null) {
    const wrong = rulesProblems(document);
    if (wrong.length > 0) return wrong;
    const specs = rulesColumns(document).map(({ spec }) => spec);
    return checkWhole(document, specs, rows);
  }
  return checkWhole(document, found?.columns ?? null, rows);
}
