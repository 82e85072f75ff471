import type { NotificationKind } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import type { JsonValue } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { whoWants } from './who-wants.ts';

export type Notice = {
  userIds: readonly string[];
  /** Who did it: nobody is told of what they did themselves. */
  except: string | null;
  /** Names the text in the message catalogue; `subject` holds what the text mentions, as ids and settings. */
  kind: NotificationKind;
  subject: { readonly [key: string]: JsonValue };
  /** A path within the organisation. */
  link: string;
};

/** Tells those people who want to hear of it, in the transaction of what happened: they hear of it exactly if it did. */
export async function notify(deps: Deps, t: Repositories, notice: Notice): Promise<void> {
  const concerned = [...new Set(notice.userIds)].filter((userId) => userId !== notice.except);
  if (concerned.length === 0) return;
  const { projectId } = notice.subject;
  const userIds = await whoWants(t, concerned, notice.kind, typeof projectId === 'string' ? projectId : null);
  if (userIds.length === 0) return;
  await t.notifications.addMany(
    userIds.map((userId) => ({
      id: deps.ids.next(),
      userId,
      kind: notice.kind,
      subject: { ...notice.subject },
      link: notice.link,
    })),
  );
}
