import type { Actor } from '@assay/domain';
import { actorFor, type Deps } from '@assay/services';

/** A signed-in person in an organisation. */
export type UserActor = Extract<Actor, { kind: 'user' }>;

/** The person as a member of the organisation at this address; null when they are none. */
export async function memberAt(deps: Deps, userId: string, slug: string): Promise<UserActor | null> {
  const actor = await actorFor(deps, userId, slug);
  return actor?.kind === 'user' ? actor : null;
}
