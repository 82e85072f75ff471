import { notFound } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { asProjectRoles } from '../members/org-roles.ts';

/** Members of one project by name, with their roles in it. */
export async function listProjectMembers(deps: Deps, actor: Actor, input: { projectId: string }) {
  return query(deps, actor, async (t) => {
    if ((await t.projects.get(input.projectId)) === null) throw notFound('project');
    const rows = await t.projects.members(input.projectId);
    return rows.map((row) => ({
      userId: row.userId,
      name: row.name,
      email: row.email,
      roles: asProjectRoles(row.roles),
      since: row.createdAt.toISOString(),
      isMe: row.userId === actor.userId,
    }));
  });
}
