import { notFound } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { asProjectRoles } from '../members/org-roles.ts';

/** Ends a person's roles in a project; they stay in the organisation, and what they did stays on record. */
export async function removeProjectMember(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; userId: string },
): Promise<void> {
  return command(deps, actor, async ({ t, record }) => {
    const project = await t.projects.get(input.projectId);
    if (project === null) throw notFound('project');
    const before = await t.projects.rolesOf(project.id, input.userId);
    const { count } = await t.projects.removeMember(project.id, input.userId);
    if (before === null || count === 0) throw notFound('member of the project');
    // What they held waits for somebody else at once; their drafts stay.
    const returned = await t.tasks.release(input.userId, { projectId: project.id });
    await record({
      action: 'project.member-removed',
      object: { type: 'project', id: project.id },
      projectId: project.id,
      details: { userId: input.userId, from: asProjectRoles(before), returnedTasks: returned.length },
      alsoTouched: [{ type: 'user', id: input.userId }],
    });
  });
}
