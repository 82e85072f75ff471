import { notFound } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { endMembership } from './end-membership.ts';

/** Leaves the organisation; its last owner cannot. */
export async function leaveOrganisation(deps: Deps, actor: Actor): Promise<void> {
  const userId = requirePerson(actor);
  return command(deps, actor, async (context) => {
    await context.t.organisations.lock();
    const member = await context.t.members.ofUser(userId);
    if (member === null) throw notFound('membership');
    await endMembership(deps, context, member, 'member.left');
  });
}
