import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { asOrgRoles, asProjectRoles } from './org-roles.ts';

/** Invitations that can still be accepted, newest first. Their links cannot be shown again. */
export async function listInvitations(deps: Deps, actor: Actor) {
  return query(deps, actor, async (t) => {
    const rows = await t.invitations.open(deps.clock.now());
    const names = await t.members.names(rows.map((row) => row.invitedBy));
    return rows.map((row) => ({
      id: row.id,
      email: row.email,
      roles: asOrgRoles(row.roles),
      projectId: row.projectId,
      projectRoles: asProjectRoles(row.projectRoles),
      invitedBy: { userId: row.invitedBy, name: names.get(row.invitedBy) ?? null },
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
    }));
  });
}
