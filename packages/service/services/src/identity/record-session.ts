import type { Deps } from '../frame/deps.ts';
import { recordAccess } from '../ledger/record-access.ts';
import { listMyOrganisations } from '../organisations/list-my-organisations.ts';

/** Puts a new session on the record of each organisation that it opens. */
export async function recordSession(deps: Deps, session: { id: string; userId: string }): Promise<void> {
  for (const organisation of await listMyOrganisations(deps, session.userId)) {
    await recordAccess(
      deps,
      { kind: 'user', userId: session.userId, orgId: organisation.id, orgRoles: organisation.roles },
      {
        action: 'session.started',
        object: { type: 'user', id: session.userId },
        details: { session: session.id },
      },
    );
  }
}
