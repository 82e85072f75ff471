import { AssayError, notFound, type ProjectRole, permissionRule } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { asProjectRoles, requireProjectRoles } from '../members/org-roles.ts';
import { notify } from '../notifications/notify.ts';

/** Adds a member of the organisation to a project, or changes their roles in it. */
export async function setProjectMemberRoles(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; userId: string; roles: readonly ProjectRole[] },
): Promise<{ roles: ProjectRole[] }> {
  const roles = requireProjectRoles(input.roles);
  return command(deps, actor, async ({ t, record }) => {
    const project = await t.projects.get(input.projectId);
    if (project === null) throw notFound('project');
    // Locked against a removal from the organisation at the same moment.
    await t.organisations.lock();
    if ((await t.members.ofUser(input.userId)) === null) {
      throw new AssayError('not-found', 'There is no such member of the organisation.', {
        next: 'Invite this person to the organisation first; an invitation can name the project.',
        field: 'userId',
      });
    }
    const before = await t.projects.rolesOf(project.id, input.userId);
    await t.projects.setMember({ id: deps.ids.next(), projectId: project.id, userId: input.userId, roles });
    const labelling: readonly string[] = permissionRule('task.work').project;
    // Who may not label any more gives back what they hold.
    if (!roles.some((role) => labelling.includes(role))) {
      await t.tasks.release(input.userId, { projectId: project.id });
    }
    await record({
      action: before === null ? 'project.member-added' : 'project.member-changed',
      object: { type: 'project', id: project.id },
      projectId: project.id,
      details: { userId: input.userId, from: asProjectRoles(before ?? []), to: roles },
      alsoTouched: [{ type: 'user', id: input.userId }],
    });
    await notify(deps, t, {
      userIds: [input.userId],
      except: actor.userId,
      kind: before === null ? 'project.member-added' : 'project.member-changed',
      subject: { projectId: project.id, roles },
      link: `/projects/${project.id}`,
    });
    return { roles };
  });
}
