import type { Actor, ScenarioDifference } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { scenariosOf } from './scenario-list.ts';

/** What experts say matters, as it stands or as it stood in a version. */
export function listScenarios(deps: Deps, actor: Actor, input: { projectId: string; number: number | null }) {
  return query(deps, actor, async (t) => {
    const { number, sha256, document, row } = await scenariosOf(t, input.projectId, input.number);
    const names = await t.members.names(row === null ? [] : [row.createdBy]);
    return {
      number,
      sha256,
      scenarios: document.scenarios,
      saved:
        row === null
          ? null
          : { at: row.createdAt, by: { userId: row.createdBy, name: names.get(row.createdBy) ?? null } },
    };
  });
}

/** Versions of the list, newest first: who made each, and what it says otherwise than the one before. */
export function listScenarioVersions(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; below: number | null; limit: number },
) {
  return query(deps, actor, async (t) => {
    const rows = await t.scenarioLists.list(input.projectId, input.below, input.limit);
    const page = rows.slice(0, input.limit);
    const names = await t.members.names(page.map((row) => row.createdBy));
    return {
      versions: page.map((row) => ({
        number: row.number,
        at: row.createdAt,
        by: { userId: row.createdBy, name: names.get(row.createdBy) ?? null },
        // Written by this program alone, with the version itself.
        changes: row.changes as ScenarioDifference[],
      })),
      next: rows.length > input.limit ? (page.at(-1)?.number ?? null) : null,
    };
  });
}
