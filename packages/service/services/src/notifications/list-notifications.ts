import { id } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { z } from 'zod';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';

/** What a subject may mention by id, so that it can be named. */
const mentioned = z
  .object({ projectId: id.nullable().catch(null), userId: id.nullable().catch(null) })
  .catch({ projectId: null, userId: null });

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
    const about = page.map((row) => mentioned.parse(row.subject));
    const projects = await t.projects.names(about.flatMap((each) => each.projectId ?? []));
    const people = await t.members.names(about.flatMap((each) => each.userId ?? []));
    return {
      notifications: page.map((row, index) => ({
        id: row.id,
        kind: row.kind,
        subject: row.subject,
        projectName: projects.get(about[index]?.projectId ?? '') ?? null,
        personName: people.get(about[index]?.userId ?? '') ?? null,
        link: row.link,
        createdAt: row.createdAt.toISOString(),
        readAt: row.readAt?.toISOString() ?? null,
      })),
      unread: await t.notifications.unread(userId),
      cursor: found.length > input.limit ? (page.at(-1)?.id ?? null) : null,
    };
  });
}
