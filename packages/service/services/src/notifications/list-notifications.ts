import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';

/** The actor's own notifications, newest first, with how many are unread. */
export async function listNotifications(
  deps: Deps,
  actor: Actor,
  input: { limit: number; cursor: string | null },
) {
  const userId = requirePerson(actor);
  return query(deps, actor, async (t) => {
    const found = await t.notifications.list(userId, input.limit, input.cursor);
    const page = found.slice(0, input.limit);
    return {
      notifications: page.map((row) => ({
        id: row.id,
        kind: row.kind,
        subject: row.subject,
        link: row.link,
        createdAt: row.createdAt.toISOString(),
        readAt: row.readAt?.toISOString() ?? null,
      })),
      unread: await t.notifications.unread(userId),
      cursor: found.length > input.limit ? (page.at(-1)?.id ?? null) : null,
    };
  });
}
