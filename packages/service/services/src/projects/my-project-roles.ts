import { projectRole } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import type { Actor, ProjectMembership } from '@assay/domain';

/** The actor's roles in every project; none for work between requests. */
export async function myProjectRoles(t: Repositories, actor: Actor): Promise<ProjectMembership[]> {
  if (actor.userId === null) return [];
  const rows = await t.projects.allRolesOf(actor.userId);
  return rows.map((row) => ({
    projectId: row.projectId,
    roles: row.roles.flatMap((role) => projectRole.safeParse(role).data ?? []),
  }));
}
