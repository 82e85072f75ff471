import { AssayError, type Recipe, recipe as recipeSchema } from '@assay/contracts';
import { type Actor, compareRecipes as differencesOf } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { checkOnData } from './check-on-data.ts';
import { recipeProblems, requireRecipe, requireRecipeVersion } from './recipe-record.ts';

/** Recipes of a project, newest first, each with what its newest version says. */
export function listRecipes(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; search: string; trashed: boolean; limit: number; before: string | null },
) {
  return query(deps, actor, async (t) => {
    const rows = await t.recipes.list(input.projectId, input);
    const page = rows.slice(0, input.limit);
    return {
      recipes: page.map((row) => {
        const newest = row.versions[0];
        const document = newest === undefined ? null : recipeSchema.parse(newest.document);
        return {
          id: row.id,
          name: row.name,
          description: row.description,
          versionId: newest?.id ?? null,
          number: newest?.number ?? 0,
          method: document?.method ?? null,
          sourceId: document?.sourceId ?? null,
          conditions: document?.conditions.length ?? 0,
          constraints: document?.constraints.length ?? 0,
          createdAt: row.createdAt,
          updatedAt: row.updatedAt,
          trashedAt: row.deletedAt,
          revision: row.revision,
        };
      }),
      next: rows.length > input.limit ? (page.at(-1)?.id ?? null) : null,
    };
  });
}

/** A recipe with its versions, the newest document, and what keeps it from being run now. */
export function getRecipe(deps: Deps, actor: Actor, input: { recipeId: string }) {
  return query(deps, actor, async (t) => {
    const row = await requireRecipe(t, input.recipeId);
    const versions = await t.recipes.versions(row.id);
    const newest = versions[0];
    if (newest === undefined) throw new AssayError('internal', 'A recipe without a version was found.');
    const names = await t.members.names(versions.map((each) => each.createdBy));
    const document = recipeSchema.parse(newest.document);
    const source = document.sourceId === null ? null : await t.sources.get(document.sourceId);
    return {
      id: row.id,
      projectId: row.projectId,
      name: row.name,
      description: row.description,
      revision: row.revision,
      createdAt: row.createdAt,
      versionId: newest.id,
      number: newest.number,
      document,
      sourceName: source?.name ?? null,
      problems:
        document.sourceId !== null && source === null
          ? [
              {
                severity: 'error' as const,
                code: 'source-gone',
                field: 'sourceId',
                message: 'The source of this recipe is in the trash or was erased.',
                next: 'Restore it, or choose another source.',
              },
            ]
          : await recipeProblems(t, row.projectId, document, null),
      versions: versions.map((each) => ({
        id: each.id,
        number: each.number,
        note: each.note,
        method: recipeSchema.parse(each.document).method,
        createdAt: each.createdAt,
        createdBy: { userId: each.createdBy, name: names.get(each.createdBy) ?? null },
      })),
    };
  });
}

/** One version, with its document. */
export function getRecipeVersion(deps: Deps, actor: Actor, input: { recipeVersionId: string }) {
  return query(deps, actor, async (t) => {
    const { row, parent, document } = await requireRecipeVersion(t, input.recipeVersionId);
    return {
      id: row.id,
      recipeId: parent.id,
      recipeName: parent.name,
      number: row.number,
      note: row.note,
      document,
      createdAt: row.createdAt,
    };
  });
}

/** What two versions say differently; they may be of two recipes of one project. */
export function compareRecipeVersions(
  deps: Deps,
  actor: Actor,
  input: { recipeVersionId: string; otherVersionId: string },
) {
  return query(deps, actor, async (t) => {
    const before = await requireRecipeVersion(t, input.recipeVersionId);
    const after = await requireRecipeVersion(t, input.otherVersionId).catch(() => null);
    if (after === null || after.parent.projectId !== before.parent.projectId) {
      throw new AssayError('not-found', 'There is no such recipe version in this project.', {
        field: 'otherVersionId',
      });
    }
    return {
      before: { recipeName: before.parent.name, number: before.row.number },
      after: { recipeName: after.parent.name, number: after.row.number },
      differences: differencesOf(before.document, after.document),
    };
  });
}

/** What would keep a document from being run: before it is saved, with the rows that a run is to make. */
export async function checkRecipeDocument(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; document: Recipe; rows: number | null },
) {
  const problems = await query(deps, actor, (t) =>
    recipeProblems(t, input.projectId, input.document, input.rows),
  );
  const onData = problems.some((each) => each.severity === 'error')
    ? { problems: [], conditions: [] }
    : await checkOnData(deps, actor, input.document);
  return {
    problems: [...problems, ...onData.problems],
    conditions: onData.conditions,
  };
}
