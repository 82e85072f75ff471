import { notFound } from '@assay/contracts';
import { type Actor, can, projectsWith } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { myProjectRoles } from '../projects/my-project-roles.ts';

/** The actor's organisation with their roles in it and how much there is of what they may see. */
export async function getOrganisation(deps: Deps, actor: Actor) {
  return query(deps, actor, async (t) => {
    const row = await t.organisations.current();
    if (row === null) throw notFound('organisation');
    const projects = projectsWith(actor, 'project.read', await myProjectRoles(t, actor));
    const counts = await t.organisations.counts(projects, deps.clock.now());
    return {
      id: row.id,
      name: row.name,
      slug: row.slug,
      region: row.region,
      revision: row.revision,
      createdAt: row.createdAt.toISOString(),
      roles: [...actor.orgRoles],
      counts: {
        ...counts,
        openInvitations: can(actor, 'member.invite') ? counts.openInvitations : null,
      },
    };
  });
}
