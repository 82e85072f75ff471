import { AssayError, notFound, type OrgRole, type ProjectRole } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { z } from 'zod';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { hashOfSecret, INVITATION_DAYS, newInvitationToken } from './invitation-token.ts';
import { requireOrgRoles, requireOwnerFor, requireProjectRoles } from './org-roles.ts';

export type InviteInput = {
  email: string;
  roles: readonly OrgRole[];
  project?: { id: string; roles: readonly ProjectRole[] } | null;
};

const DAY_MS = 86_400_000;

/**
 * Invites an address. The link is shown once and works once, for a week and for that address only; a second
 * invitation of the address replaces the first. Where mail is set up, it is sent too.
 */
export async function inviteMember(
  deps: Deps,
  actor: Actor,
  input: InviteInput,
): Promise<{ id: string; link: string; expiresAt: string; mailed: boolean }> {
  const invitedBy = requirePerson(actor);
  const parsed = z.email().max(254).safeParse(input.email.trim());
  if (!parsed.success) {
    throw new AssayError('bad-input', 'This is not an e-mail address.', { field: 'email' });
  }
  const email = parsed.data.toLowerCase();
  const roles = requireOrgRoles(input.roles);
  if (roles.includes('owner')) requireOwnerFor(actor, 'invite an owner');
  const project = input.project ?? null;
  const projectRoles = project === null ? [] : requireProjectRoles(project.roles, 'project');
  const token = newInvitationToken(deps.randomBytes);
  const now = deps.clock.now();
  const expiresAt = new Date(now.getTime() + INVITATION_DAYS * DAY_MS);
  const id = deps.ids.next();

  const { orgName, replaced } = await command(deps, actor, async ({ t, record }) => {
    await t.organisations.lock();
    const organisation = await t.organisations.current();
    if (organisation === null) throw notFound('organisation');
    if (project !== null && (await t.projects.get(project.id)) === null) throw notFound('project');
    if (await t.members.hasEmail(email)) {
      throw new AssayError('conflict', 'This person is a member of the organisation already.', {
        next: 'Change their roles on the page of the members.',
        field: 'email',
      });
    }
    const gone = await t.invitations.revokeOpenOf(email, now);
    await t.invitations.create({
      id,
      email,
      roles,
      projectId: project?.id ?? null,
      projectRoles,
      tokenHash: hashOfSecret(token),
      invitedBy,
      expiresAt,
    });
    await record({
      action: 'member.invited',
      object: { type: 'invitation', id },
      projectId: project?.id ?? null,
      details: { email, roles, projectRoles, replaces: gone },
      alsoTouched: gone.map((each) => ({ type: 'invitation', id: each })),
    });
    return { orgName: organisation.name, replaced: gone.length > 0 };
  });

  const link = `${deps.baseUrl}/invite/${token}`;
  const mailed = await mail(deps, { email, orgName, link, replaced });
  return { id, link, expiresAt: expiresAt.toISOString(), mailed };
}

/** A mail server that fails takes nothing back: the link is there to be handed over. */
async function mail(
  deps: Deps,
  about: { email: string; orgName: string; link: string; replaced: boolean },
): Promise<boolean> {
  if (deps.sendMail === null) return false;
  try {
    await deps.sendMail({
      to: about.email,
      subject: `You are invited to ${about.orgName} on Assay`,
      text: [
        `You are invited to join ${about.orgName} on Assay.`,
        `Open this link within ${INVITATION_DAYS} days, and sign in or sign up with ${about.email}:`,
        about.link,
        ...(about.replaced ? ['An earlier invitation no longer works.'] : []),
        'If you did not expect this, you need not do anything.',
      ].join('\n\n'),
    });
    return true;
  } catch (error) {
    deps.log.warn({ err: error }, 'An invitation could not be mailed');
    return false;
  }
}
