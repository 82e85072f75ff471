import type { Actor } from '@assay/domain';
import type { Deps } from '../frame/deps.ts';
import { asOrgRoles } from './org-roles.ts';

/** Who a signed-in person is in the organisation at an address; null alike for a stranger and where there is none. */
export async function actorFor(deps: Deps, userId: string, orgSlug: string): Promise<Actor | null> {
  const found = await deps.db.transaction({ orgId: null, userId }, (t) =>
    t.organisations.mineBySlug(orgSlug),
  );
  return found && { kind: 'user', userId, orgId: found.id, orgRoles: asOrgRoles(found.roles) };
}
