import type { ProjectRole } from '@assay/contracts';
import {
  createProject,
  type Deps,
  listProjectMembers,
  listProjects,
  setProjectMemberRoles,
} from '@assay/services';
import type { UserActor } from './user-actor.ts';

/** A project of this name with these people in it; what is there already is kept. */
export async function createProjectWith(
  deps: Deps,
  manager: UserActor,
  input: {
    name: string;
    description: string;
    people: readonly { userId: string; roles: readonly ProjectRole[] }[];
  },
): Promise<{ projectId: string }> {
  const { name, description } = input;
  const { projects } = await listProjects(deps, manager, { search: name, limit: 100, cursor: null });
  const projectId =
    projects.find((each) => each.name === name)?.id ??
    (await createProject(deps, manager, { name, description, stakes: 'standard' })).id;
  const present = new Set(
    (await listProjectMembers(deps, manager, { projectId })).map((each) => each.userId),
  );
  for (const { userId, roles } of input.people) {
    if (!present.has(userId)) await setProjectMemberRoles(deps, manager, { projectId, userId, roles });
  }
  return { projectId };
}
