import { type Recipe, recipe as recipeSchema } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requireName } from '../frame/require-name.ts';
import { requirePerson } from '../frame/require-person.ts';
import { stale } from '../frame/stale.ts';
import { asJson } from '../sources/source-record.ts';
import { recipeColumns, requireRecipe, requireRecipeVersion } from './recipe-record.ts';

/** Makes a recipe with its first version. It may still have problems: they are shown, and no run starts on it. */
export function createRecipe(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; name: string; description: string; document: Recipe },
): Promise<{ id: string; versionId: string }> {
  const createdBy = requirePerson(actor);
  const name = requireName(input.name, 'A recipe');
  const [id, versionId] = [deps.ids.next(), deps.ids.next()];
  return command(deps, actor, async ({ t, record }) => {
    const { document, projectId, description } = input;
    await recipeColumns(t, projectId, document);
    await t.recipes.create({ id, projectId, name, description, createdBy });
    await t.recipes.addVersion({
      id: versionId,
      recipeId: id,
      document: asJson(document),
      sourceId: document.sourceId,
      note: '',
      createdBy,
    });
    await record({
      action: 'recipe.created',
      object: { type: 'recipe', id },
      projectId,
      details: { name, method: document.method, source: document.sourceId },
      alsoTouched: [{ type: 'recipeVersion', id: versionId }],
    });
    return { id, versionId };
  });
}

/** Saves a changed document as the next version; the versions before it stay as they are. */
export function saveRecipeVersion(
  deps: Deps,
  actor: Actor,
  input: { recipeId: string; revision: number; document: Recipe; note: string },
): Promise<{ versionId: string; number: number }> {
  const createdBy = requirePerson(actor);
  const versionId = deps.ids.next();
  return command(deps, actor, async ({ t, record }) => {
    const parent = await requireRecipe(t, input.recipeId);
    await recipeColumns(t, parent.projectId, input.document);
    if (!(await t.recipes.update(parent.id, input.revision, {}))) throw stale('recipe');
    const { number } = await t.recipes.addVersion({
      id: versionId,
      recipeId: parent.id,
      document: asJson(input.document),
      sourceId: input.document.sourceId,
      note: input.note,
      createdBy,
    });
    await record({
      action: 'recipe.version-saved',
      object: { type: 'recipe', id: parent.id },
      projectId: parent.projectId,
      details: { number, method: input.document.method, note: input.note },
      alsoTouched: [{ type: 'recipeVersion', id: versionId }],
    });
    return { versionId, number };
  });
}

/** Renames or describes a recipe. */
export function updateRecipe(
  deps: Deps,
  actor: Actor,
  input: { recipeId: string; revision: number; name: string; description: string },
): Promise<void> {
  const name = requireName(input.name, 'A recipe');
  return command(deps, actor, async ({ t, record }) => {
    const parent = await requireRecipe(t, input.recipeId);
    const change = { name, description: input.description };
    if (!(await t.recipes.update(parent.id, input.revision, change))) throw stale('recipe');
    await record({
      action: 'recipe.updated',
      object: { type: 'recipe', id: parent.id },
      projectId: parent.projectId,
      details: { name },
    });
  });
}

/** A new recipe in the same project that begins as a version of another. */
export function copyRecipe(
  deps: Deps,
  actor: Actor,
  input: { recipeVersionId: string; name: string },
): Promise<{ id: string; versionId: string }> {
  const createdBy = requirePerson(actor);
  const name = requireName(input.name, 'A recipe');
  const [id, versionId] = [deps.ids.next(), deps.ids.next()];
  return command(deps, actor, async ({ t, record }) => {
    const { row, parent } = await requireRecipeVersion(t, input.recipeVersionId);
    const document = recipeSchema.parse(row.document);
    const { projectId, description } = parent;
    await t.recipes.create({ id, projectId, name, description, createdBy });
    await t.recipes.addVersion({
      id: versionId,
      recipeId: id,
      document: asJson(document),
      sourceId: document.sourceId,
      note: `Copied from ${parent.name}, version ${row.number}`,
      createdBy,
    });
    await record({
      action: 'recipe.copied',
      object: { type: 'recipe', id },
      projectId,
      details: { name, from: { recipe: parent.id, version: row.number } },
      alsoTouched: [
        { type: 'recipe', id: parent.id },
        { type: 'recipeVersion', id: versionId },
      ],
    });
    return { id, versionId };
  });
}
