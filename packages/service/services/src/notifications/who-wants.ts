import { type NotificationChoices, type NotificationKind, notificationChoices } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { wantsNotification } from '@assay/domain';

/** Choices as they are stored. A version that is not known any more counts as none, so that nobody misses news. */
export function readChoices(document: unknown): NotificationChoices | null {
  return notificationChoices.safeParse(document).data ?? null;
}

/** Those of some people who want to hear of a kind of news about a project, or about the organisation. */
export async function whoWants(
  t: Repositories,
  userIds: readonly string[],
  kind: NotificationKind,
  projectId: string | null,
): Promise<string[]> {
  const rows = await t.notificationChoices.of(userIds, projectId);
  const chosen = (userId: string, scope: string | null) =>
    readChoices(rows.find((row) => row.userId === userId && row.projectId === scope)?.document);
  return userIds.filter((userId) =>
    wantsNotification(kind, {
      inOrg: chosen(userId, null),
      inProject: projectId === null ? null : chosen(userId, projectId),
    }),
  );
}
