import type { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

export function createNotificationRepository({ t, orgId }: RepositoryContext) {
  return {
    addMany: (
      rows: ReadonlyArray<{
        id: string;
        userId: string;
        kind: string;
        subject: Prisma.InputJsonValue;
        link: string;
      }>,
    ) => t.notification.createMany({ data: rows.map((row) => ({ ...row, orgId })) }),
    list: (userId: string, limit: number, before: string | null) =>
      t.notification.findMany({
        where: { orgId, userId, ...(before === null ? {} : { id: { lt: before } }) },
        orderBy: { id: 'desc' },
        take: limit + 1,
      }),
    unread: (userId: string) => t.notification.count({ where: { orgId, userId, readAt: null } }),
    /** What a person has not read of what was said in these threads: the notification of each comment. */
    unreadComments: (userId: string, threadIds: readonly string[]) =>
      t.$queryRaw<{ id: string; commentId: string }[]>`
        SELECT id, subject ->> 'commentId' AS "commentId" FROM notification
        WHERE org_id = ${orgId}::uuid AND user_id = ${userId}::uuid AND read_at IS NULL
          AND kind LIKE 'comment.%' AND subject ->> 'threadId' = ANY (${[...threadIds]})`,
    markRead: (userId: string, ids: readonly string[] | null, at: Date) =>
      t.notification.updateMany({
        where: { orgId, userId, readAt: null, ...(ids === null ? {} : { id: { in: [...ids] } }) },
        data: { readAt: at },
      }),
  };
}
