import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';

/**
 * Marks some of the actor's own notifications as read, or all of them. What one has read is nobody else's business
 * and leaves no audit event. Ids of others' are passed over.
 */
export async function markNotificationsRead(
  deps: Deps,
  actor: Actor,
  input: { ids: readonly string[] | null },
): Promise<{ unread: number }> {
  const userId = requirePerson(actor);
  return query(deps, actor, async (t) => {
    await t.notifications.markRead(userId, input.ids, deps.clock.now());
    return { unread: await t.notifications.unread(userId) };
  });
}
