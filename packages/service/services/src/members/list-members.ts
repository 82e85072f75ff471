import { type Actor, projectsWith } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { myProjectRoles } from '../projects/my-project-roles.ts';
import { asOrgRoles, asProjectRoles } from './org-roles.ts';

/** Members in the order in which they came, with their roles in those projects that the actor may see. */
export async function listMembers(
  deps: Deps,
  actor: Actor,
  input: { search: string; limit: number; cursor: string | null },
) {
  return query(deps, actor, async (t) => {
    const found = await t.members.list(input.search.trim(), input.limit, input.cursor);
    const page = found.slice(0, input.limit);
    const visible = projectsWith(actor, 'project.read', await myProjectRoles(t, actor));
    const inProjects = await t.members.projectRoles(
      page.map((row) => row.userId),
      visible,
    );
    return {
      members: page.map((row) => ({
        id: row.id,
        userId: row.userId,
        name: row.name,
        email: row.email,
        roles: asOrgRoles(row.roles),
        twoFactorEnabled: row.twoFactorEnabled,
        joinedAt: row.createdAt.toISOString(),
        revision: row.revision,
        isMe: row.userId === actor.userId,
        projects: inProjects
          .filter((each) => each.userId === row.userId)
          .map((each) => ({
            id: each.projectId,
            name: each.projectName,
            roles: asProjectRoles(each.roles),
          })),
      })),
      cursor: found.length > input.limit ? (page.at(-1)?.id ?? null) : null,
    };
  });
}
