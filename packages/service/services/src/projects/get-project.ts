import { notFound, permissions } from '@assay/contracts';
import { type Actor, can } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { asProjectRoles } from '../members/org-roles.ts';

/** One project with the actor's roles in it, what they may do there, and how much there is. */
export async function getProject(deps: Deps, actor: Actor, input: { projectId: string }) {
  return query(deps, actor, async (t) => {
    const row = await t.projects.get(input.projectId);
    if (row === null) throw notFound('project');
    const roles = asProjectRoles(
      actor.userId === null ? [] : ((await t.projects.rolesOf(row.id, actor.userId)) ?? []),
    );
    const names = await t.members.names([row.createdBy]);
    return {
      id: row.id,
      name: row.name,
      description: row.description,
      stakes: row.stakes === 'high' ? ('high' as const) : ('standard' as const),
      revision: row.revision,
      createdBy: { userId: row.createdBy, name: names.get(row.createdBy) ?? null },
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
      roles,
      permissions: permissions.filter((name) => can(actor, name, roles)),
      counts: await t.projects.counts(row.id),
    };
  });
}
