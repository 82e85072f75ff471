import { notFound } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { endMembership } from './end-membership.ts';
import { requireOwnerFor } from './org-roles.ts';

/** Removes a member: their keys stop working, their roles in projects end, and their history stays. */
export async function removeMember(deps: Deps, actor: Actor, input: { memberId: string }): Promise<void> {
  return command(deps, actor, async (context) => {
    await context.t.organisations.lock();
    const member = await context.t.members.get(input.memberId);
    if (member === null) throw notFound('member');
    if (member.roles.includes('owner')) requireOwnerFor(actor, 'remove an owner');
    await endMembership(deps, context, member, 'member.removed');
  });
}
