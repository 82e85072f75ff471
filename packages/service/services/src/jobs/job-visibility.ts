import type { JobVisibility } from '@assay/db';
import { type Actor, seesAllProjects } from '@assay/domain';

/** Whose jobs the actor may see. */
export function jobVisibility(actor: Actor): JobVisibility {
  const { userId } = actor;
  // A key sees the projects of the person behind it; what it may do there is asked elsewhere.
  const reader: Actor =
    actor.kind === 'api-key'
      ? { kind: 'user', userId: actor.userId, orgId: actor.orgId, orgRoles: actor.orgRoles }
      : actor;
  if (seesAllProjects(reader)) return { projects: { all: true }, userId };
  return { projects: { all: false, userId: userId ?? '' }, userId };
}
