import { notFound, type OrgRole } from '@assay/contracts';
import type { Deps } from '../frame/deps.ts';
import { hashOfSecret, type InvitationState, invitationState } from './invitation-token.ts';
import { asOrgRoles } from './org-roles.ts';

/** What the holder of a link sees before signing in: the secret in it is the right to this much. */
export async function previewInvitation(
  deps: Deps,
  input: { token: string },
): Promise<{ orgName: string; email: string; roles: OrgRole[]; state: InvitationState; expiresAt: string }> {
  const row = await deps.db.transaction({ orgId: null, userId: null }, (t) =>
    t.invitations.byTokenHash(hashOfSecret(input.token)),
  );
  if (row === null) throw notFound('invitation');
  return {
    orgName: row.orgName,
    email: row.email,
    roles: asOrgRoles(row.roles),
    state: invitationState(row, deps.clock.now()),
    expiresAt: row.expiresAt.toISOString(),
  };
}
