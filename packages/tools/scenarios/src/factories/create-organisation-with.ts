import type { OrgRole } from '@assay/contracts';
import { acceptInvitation, createOrganisation, type Deps, inviteMember } from '@assay/services';
import { memberAt, type UserActor } from './user-actor.ts';

/**
 * An organisation with its owner and members, who are invited and accept. What is there already is kept. The
 * invitations are never mailed.
 *
 * @returns the owner and, in the order given, the members as they may act in it
 */
export async function createOrganisationWith(
  given: Deps,
  input: {
    name: string;
    slug: string;
    ownerId: string;
    members: readonly { userId: string; email: string; roles: readonly OrgRole[] }[];
  },
): Promise<{ orgId: string; owner: UserActor; members: UserActor[] }> {
  const deps: Deps = { ...given, sendMail: null };
  const { name, slug, ownerId } = input;
  if ((await memberAt(deps, ownerId, slug)) === null) await createOrganisation(deps, ownerId, { name, slug });
  const owner = await present(deps, ownerId, slug);
  const members: UserActor[] = [];
  for (const { userId, email, roles } of input.members) {
    if ((await memberAt(deps, userId, slug)) === null) {
      const { link } = await inviteMember(deps, owner, { email, roles });
      await acceptInvitation(deps, userId, { token: link.slice(link.lastIndexOf('/') + 1) });
    }
    members.push(await present(deps, userId, slug));
  }
  return { orgId: owner.orgId, owner, members };
}

async function present(deps: Deps, userId: string, slug: string): Promise<UserActor> {
  const actor = await memberAt(deps, userId, slug);
  if (actor === null) throw new Error(`A person of the scenario is not a member of ${slug}.`);
  return actor;
}
