import { type ProjectRole, projectRole } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import type { Actor } from '@assay/domain';

/** The roles that the actor holds in a project themselves; null for who is not a member of it. */
export async function projectRolesOf(
  t: Repositories,
  actor: Actor,
  projectId: string,
): Promise<ProjectRole[] | null> {
  const roles = actor.userId === null ? null : await t.projects.rolesOf(projectId, actor.userId);
  return roles === null
    ? null
    : roles.filter((role): role is ProjectRole => projectRole.safeParse(role).success);
}
