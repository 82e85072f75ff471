import type { CommandContext } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { asOrgRoles, lastOwner } from './org-roles.ts';

/**
 * Ends one membership inside a command: roles in projects, API keys and choices of notifications go with it, and the tasks in their hands wait for
 * somebody else; what the person did stays on record under their id.
 */
export async function endMembership(
  deps: Deps,
  { t, record }: CommandContext,
  member: { id: string; userId: string; roles: string[] },
  action: 'member.removed' | 'member.left',
): Promise<void> {
  const owners = await t.members.lockOwners();
  if (owners.includes(member.id) && owners.length <= 1) throw lastOwner('The membership is as it was.');
  const revokedKeys = await t.apiKeys.revokeOfUser(member.userId, deps.clock.now());
  const { count: projects } = await t.projects.removeFromAll(member.userId);
  await t.notificationChoices.removeOfUser(member.userId);
  const returned = await t.tasks.release(member.userId);
  await t.members.remove(member.id);
  await record({
    action,
    object: { type: 'user', id: member.userId },
    details: { roles: asOrgRoles(member.roles), revokedKeys, projects, returnedTasks: returned.length },
  });
}
