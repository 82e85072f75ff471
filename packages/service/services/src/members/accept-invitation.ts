import { AssayError, notFound } from '@assay/contracts';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { notify } from '../notifications/notify.ts';
import { hashOfSecret, type InvitationState, invitationState } from './invitation-token.ts';
import { asOrgRoles, asProjectRoles, requireOrgRoles } from './org-roles.ts';

const refusals: Record<Exclude<InvitationState, 'open'>, string> = {
  accepted: 'This invitation has been accepted already; its link works once.',
  revoked: 'This invitation was withdrawn or replaced by a newer one.',
  expired: 'This invitation has expired.',
};

/** Joins the organisation of an invitation as the signed-in person, whose address must be the invited one. */
export async function acceptInvitation(
  deps: Deps,
  userId: string,
  input: { token: string },
): Promise<{ orgId: string; slug: string; projectId: string | null }> {
  const { found, email } = await deps.db.transaction({ orgId: null, userId }, async (t) => ({
    found: await t.invitations.byTokenHash(hashOfSecret(input.token)),
    email: await t.members.emailOf(userId),
  }));
  if (found === null || email === null) throw notFound('invitation');
  if (email.toLowerCase() !== found.email.toLowerCase()) {
    throw new AssayError('forbidden', 'This invitation was made for another e-mail address.', {
      kept: 'It still waits for that address.',
      next: `Sign in as ${found.email}, or ask for an invitation of ${email}.`,
    });
  }
  const invited = asOrgRoles(found.roles);
  const actor = { kind: 'user', userId, orgId: found.orgId, orgRoles: invited } as const;
  return command(deps, actor, async ({ t, record }) => {
    await t.organisations.lock();
    const organisation = await t.organisations.current();
    const row = await t.invitations.get(found.id);
    if (organisation === null || row === null) throw notFound('invitation');
    const now = deps.clock.now();
    const state = invitationState(row, now);
    if (state !== 'open' || !(await t.invitations.accept(row.id, userId, now))) {
      throw new AssayError('conflict', refusals[state === 'open' ? 'accepted' : state], {
        next: 'Ask whoever invited you for a new invitation, or sign in if you are a member already.',
      });
    }
    const member = await t.members.ofUser(userId);
    if (member === null) await t.members.add({ id: deps.ids.next(), userId, roles: invited });
    else {
      const roles = requireOrgRoles([...asOrgRoles(member.roles), ...invited]);
      await t.members.setRoles(member.id, roles, member.revision);
    }
    // A project that went to the trash meanwhile is left out; the person joins the organisation all the same.
    const project = row.projectId === null ? null : await t.projects.get(row.projectId);
    if (project !== null) {
      const had = (await t.projects.rolesOf(project.id, userId)) ?? [];
      const roles = [...new Set([...had, ...asProjectRoles(row.projectRoles)])];
      await t.projects.setMember({ id: deps.ids.next(), projectId: project.id, userId, roles });
    }
    await record({
      action: 'member.joined',
      object: { type: 'user', id: userId },
      projectId: project?.id ?? null,
      details: { invitation: row.id, roles: invited, projectRoles: row.projectRoles },
      alsoTouched: [{ type: 'invitation', id: row.id }],
    });
    await notify(deps, t, {
      userIds: [row.invitedBy],
      except: userId,
      kind: 'member.joined',
      subject: { userId },
      link: '/members',
    });
    return { orgId: organisation.id, slug: organisation.slug, projectId: project?.id ?? null };
  });
}
