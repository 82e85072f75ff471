import { notFound, type OrgRole } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { stale } from '../frame/stale.ts';
import { asOrgRoles, lastOwner, requireOrgRoles, requireOwnerFor } from './org-roles.ts';

/** Sets a member's roles in the organisation. The last owner stays one. */
export async function setMemberRoles(
  deps: Deps,
  actor: Actor,
  input: { memberId: string; roles: readonly OrgRole[]; revision: number },
): Promise<{ roles: OrgRole[]; revision: number }> {
  const roles = requireOrgRoles(input.roles);
  return command(deps, actor, async ({ t, record }) => {
    const owners = await t.members.lockOwners();
    const member = await t.members.get(input.memberId);
    if (member === null) throw notFound('member');
    const before = asOrgRoles(member.roles);
    if (before.includes('owner') || roles.includes('owner')) requireOwnerFor(actor, 'change who is an owner');
    if (before.includes('owner') && !roles.includes('owner') && owners.length <= 1) {
      throw lastOwner('The roles are as they were.');
    }
    if (!(await t.members.setRoles(member.id, roles, input.revision))) throw stale('member');
    await record({
      action: 'member.roles-changed',
      object: { type: 'user', id: member.userId },
      details: { from: before, to: roles },
    });
    return { roles, revision: input.revision + 1 };
  });
}
