import { AssayError } from '@assay/contracts';
import type { Deps } from '../frame/deps.ts';
import { listMyOrganisations } from '../organisations/list-my-organisations.ts';
import { leaveOrganisation } from './leave-organisation.ts';

/**
 * Leaves every organisation, before an account is deleted. Refuses, leaving all as it was, while the person is the
 * only owner of one.
 */
export async function leaveAllOrganisations(deps: Deps, userId: string): Promise<{ left: string[] }> {
  const mine = await listMyOrganisations(deps, userId);
  const alone: string[] = [];
  for (const { id, name } of mine.filter((each) => each.roles.includes('owner'))) {
    const owners = await deps.db.transaction({ orgId: id, userId }, (t) => t.members.withRole(['owner']));
    if (owners.length <= 1) alone.push(name);
  }
  if (alone.length > 0) {
    throw new AssayError('conflict', `You are the only owner of: ${alone.join('; ')}.`, {
      kept: 'Your account and all memberships are as they were.',
      next: 'In each of them, make somebody else an owner or delete the organisation, then try again.',
    });
  }
  for (const { id, roles } of mine) {
    await leaveOrganisation(deps, { kind: 'user', userId, orgId: id, orgRoles: roles });
  }
  return { left: mine.map((each) => each.id) };
}
