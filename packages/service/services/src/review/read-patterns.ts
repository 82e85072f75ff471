import { constraintState, failureText, patternStatus, predicate } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { faultsOf } from './read-item.ts';

/** Patterns of a project, newest first, with what became of each. */
export function listPatterns(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; before: string | null; limit: number },
) {
  return query(deps, actor, async (t) => {
    const rows = await t.patterns.list(input.projectId, input.limit, input.before);
    const page = rows.slice(0, input.limit);
    const names = await t.members.names(page.flatMap((row) => [row.createdBy, row.undoneBy ?? []].flat()));
    const person = (userId: string) => ({ userId, name: names.get(userId) ?? null });
    return {
      patterns: await Promise.all(
        page.map(async (row) => {
          const run = await t.runs.getAny(row.runId);
          const recipe = row.recipeId === null ? null : await t.recipes.get(row.recipeId);
          const adopted = row.recipeVersionId === null ? null : await t.recipes.version(row.recipeVersionId);
          const rule =
            row.guidelineVersionId === null ? null : await t.guidelines.version(row.guidelineVersionId);
          return {
            id: row.id,
            number: row.number,
            name: row.name,
            where: predicate.parse(row.where),
            faults: faultsOf(row.faults),
            comment: row.comment,
            status: patternStatus.parse(row.status),
            failure: failureText.nullable().parse(row.failure ?? null),
            matches: row.matches === null ? null : Number(row.matches),
            decided: row.decided,
            run: run === null ? null : { id: run.id, number: run.number, name: run.name },
            rule: rule === null ? null : { guidelineId: rule.guidelineId, number: rule.number },
            constraint: constraintState.parse(row.constraintState),
            recipe:
              recipe === null
                ? null
                : { id: recipe.id, name: recipe.name, adoptedNumber: adopted?.number ?? null },
            createdBy: person(row.createdBy),
            createdAt: row.createdAt,
            undoneBy: row.undoneBy === null ? null : person(row.undoneBy),
            undoneAt: row.undoneAt,
          };
        }),
      ),
      next: rows.length > input.limit ? (page.at(-1)?.id ?? null) : null,
    };
  });
}
