import type { Actor } from '@assay/domain';
import { z } from 'zod';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';

/** Something came for this person, or was read elsewhere. */
export type NotificationNews = { kind: 'notifications'; unread: number };

const notice = z.object({ orgId: z.string(), userId: z.string() });

/** How many notifications of the actor are unread, at first and after each change, until the signal is aborted. */
export async function* watchNotifications(
  deps: Deps,
  actor: Actor,
  signal: AbortSignal,
): AsyncGenerator<NotificationNews> {
  const userId = requirePerson(actor);
  let changed = true;
  let wake: () => void = () => undefined;
  const stopListening = deps.db.listener.on('assay_notification', (payload) => {
    if (payload !== null && !isFor(payload, actor.orgId, userId)) return;
    changed = true;
    wake();
  });
  const onAbort = (): void => wake();
  signal.addEventListener('abort', onAbort);
  try {
    while (!signal.aborted) {
      if (!changed) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (signal.aborted) resolve();
        });
        continue;
      }
      changed = false;
      yield {
        kind: 'notifications',
        unread: await query(deps, actor, (t) => t.notifications.unread(userId)),
      };
    }
  } finally {
    stopListening();
    signal.removeEventListener('abort', onAbort);
  }
}

function isFor(payload: string, orgId: string, userId: string): boolean {
  try {
    const heard = notice.safeParse(JSON.parse(payload));
    return heard.success && heard.data.orgId === orgId && heard.data.userId === userId;
  } catch {
    return false;
  }
}
