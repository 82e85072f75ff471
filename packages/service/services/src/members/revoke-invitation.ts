import { notFound } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';

/** Ends an open invitation: its link no longer works. */
export async function revokeInvitation(
  deps: Deps,
  actor: Actor,
  input: { invitationId: string },
): Promise<void> {
  return command(deps, actor, async ({ t, record }) => {
    const row = await t.invitations.get(input.invitationId);
    if (row === null || !(await t.invitations.revoke(row.id, deps.clock.now()))) {
      throw notFound('open invitation');
    }
    await record({
      action: 'member.invitation-revoked',
      object: { type: 'invitation', id: row.id },
      projectId: row.projectId,
      details: { email: row.email },
    });
  });
}
