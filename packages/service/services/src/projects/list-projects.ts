import { type Actor, seesAllProjects } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { myProjectRoles } from './my-project-roles.ts';

/** Projects that the actor may see, newest first, with their roles in each. */
export async function listProjects(
  deps: Deps,
  actor: Actor,
  input: { search: string; limit: number; cursor: string | null },
) {
  // A key sees the projects of the person behind it, whatever else it may do there.
  const { userId, orgId, orgRoles } = actor;
  const all = userId === null || seesAllProjects({ kind: 'user', userId, orgId, orgRoles });
  const who = all ? { all } : { all, userId };
  return query(deps, actor, async (t) => {
    const mine = await myProjectRoles(t, actor);
    const found = await t.projects.list(who, {
      search: input.search.trim(),
      limit: input.limit,
      before: input.cursor,
    });
    const page = found.slice(0, input.limit);
    const roles = new Map(mine.map((each) => [each.projectId, each.roles]));
    return {
      projects: page.map((row) => ({
        id: row.id,
        name: row.name,
        description: row.description,
        stakes: row.stakes === 'high' ? ('high' as const) : ('standard' as const),
        revision: row.revision,
        createdAt: row.createdAt.toISOString(),
        updatedAt: row.updatedAt.toISOString(),
        roles: roles.get(row.id) ?? [],
        counts: { sources: row._count.sources, members: row._count.members },
      })),
      cursor: found.length > input.limit ? (page.at(-1)?.id ?? null) : null,
    };
  });
}
