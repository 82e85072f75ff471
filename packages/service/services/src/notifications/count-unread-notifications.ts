import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';

export async function countUnreadNotifications(deps: Deps, actor: Actor): Promise<{ unread: number }> {
  const userId = requirePerson(actor);
  return query(deps, actor, async (t) => ({ unread: await t.notifications.unread(userId) }));
}
