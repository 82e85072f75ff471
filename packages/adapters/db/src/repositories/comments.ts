import { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';

type Subject = { subjectType: string; subjectId: string };
export type CommentThreadRow = Prisma.CommentThreadGetPayload<object>;
export type CommentRow = Prisma.CommentGetPayload<object>;

/** Threads about a thing and the comments in them. */
export function createCommentRepository({ t, orgId }: RepositoryContext) {
  return {
    addThread: (
      row: {
        id: string;
        projectId: string;
        regionId: string | null;
        createdBy: string;
        createdAt: Date;
      } & Subject,
    ) => t.commentThread.create({ data: { ...row, orgId } }),
    thread: (id: string) => t.commentThread.findUnique({ where: { id, orgId } }),
    /** Newest first. */
    threads: (
      { subjectType, subjectId }: Subject,
      options: { resolved: boolean | null; regionId: string | null; limit: number; before: string | null },
    ) =>
      t.commentThread.findMany({
        where: {
          orgId,
          subjectType,
          subjectId,
          ...(options.resolved === null ? {} : { resolvedAt: options.resolved ? { not: null } : null }),
          ...(options.regionId === null ? {} : { regionId: options.regionId }),
          ...(options.before === null ? {} : { id: { lt: options.before } }),
        },
        orderBy: { id: 'desc' },
        take: options.limit + 1,
      }),
    /** Of one region, or of all. */
    countThreads: async (
      { subjectType, subjectId }: Subject,
      regionId: string | null,
    ): Promise<{ open: number; resolved: number }> => {
      const all = { orgId, subjectType, subjectId, ...(regionId === null ? {} : { regionId }) };
      const open = await t.commentThread.count({ where: { ...all, resolvedAt: null } });
      return { open, resolved: (await t.commentThread.count({ where: all })) - open };
    },
    /** How many open threads there are about each region that any is about. */
    countByRegion: async ({
      subjectType,
      subjectId,
    }: Subject): Promise<{ regionId: string; open: number }[]> => {
      const groups = await t.commentThread.groupBy({
        by: ['regionId'],
        where: { orgId, subjectType, subjectId, regionId: { not: null }, resolvedAt: null },
        _count: true,
        orderBy: { regionId: 'asc' },
      });
      return groups.flatMap(({ regionId, _count: open }) => (regionId === null ? [] : [{ regionId, open }]));
    },
    /** Takes the next number of a thread, which is held until the transaction ends; null when it is full. */
    takeNumber: async (threadId: string, most: number): Promise<number | null> => {
      const rows = await t.$queryRaw<{ comments: number }[]>`
        UPDATE comment_thread SET comments = comments + 1
        WHERE id = ${threadId}::uuid AND org_id = ${orgId}::uuid AND comments < ${most}
        RETURNING comments`;
      return rows[0]?.comments ?? null;
    },
    /** False when the revision is stale. */
    settle: async (
      id: string,
      revision: number,
      change: { resolvedBy: string | null; resolvedAt: Date | null },
    ): Promise<boolean> => {
      const { count } = await t.commentThread.updateMany({
        where: { id, orgId, revision },
        data: { ...change, revision: { increment: 1 } },
      });
      return count === 1;
    },
    add: (row: {
      id: string;
      threadId: string;
      number: number;
      authorId: string;
      text: string;
      mentions: string[];
      createdAt: Date;
    }) => t.comment.create({ data: { ...row, orgId } }),
    get: (id: string) => t.comment.findUnique({ where: { id, orgId }, include: { thread: true } }),
    /** The opening of each thread and its newest comments, in order. */
    ends: (threadIds: readonly string[], newest: number): Promise<CommentRow[]> =>
      threadIds.length === 0
        ? Promise.resolve([])
        : t.$queryRaw<CommentRow[]>`
            SELECT c.id, c.org_id AS "orgId", c.thread_id AS "threadId", c.number, c.author_id AS "authorId", c.text,
                   c.mentions, c.created_at AS "createdAt", c.edited_at AS "editedAt",
                   c.deleted_at AS "deletedAt", c.revision
            FROM comment c JOIN comment_thread h ON h.org_id = c.org_id AND h.id = c.thread_id
            WHERE c.org_id = ${orgId}::uuid AND h.id IN (${Prisma.join(threadIds.map((id) => Prisma.sql`${id}::uuid`))})
              AND (c.number = 1 OR c.number > h.comments - ${newest})
            ORDER BY c.thread_id, c.number`,
    /** Comments of a thread from one number on and before another, in order. */
    between: (threadId: string, from: number, before: number) =>
      t.comment.findMany({
        where: { orgId, threadId, number: { gte: from, lt: before } },
        orderBy: { number: 'asc' },
      }),
    /** What one person said of regions, in threads about a thing that are open; the oldest thread first. */
    ofRegions: async ({ subjectType, subjectId }: Subject, authorId: string, limit: number) => {
      const rows = await t.comment.findMany({
        where: {
          orgId,
          authorId,
          deletedAt: null,
          thread: { orgId, subjectType, subjectId, regionId: { not: null }, resolvedAt: null },
        },
        orderBy: [{ threadId: 'asc' }, { number: 'asc' }],
        take: limit,
        include: { thread: { select: { regionId: true } } },
      });
      return rows.flatMap(({ thread: { regionId }, ...row }) =>
        regionId === null ? [] : [{ ...row, regionId }],
      );
    },
    /** Everybody who wrote in a thread and did not take it all back. */
    authors: async (threadId: string): Promise<string[]> => {
      const rows = await t.comment.findMany({
        where: { orgId, threadId, deletedAt: null },
        select: { authorId: true },
        distinct: ['authorId'],
      });
      return rows.map((row) => row.authorId);
    },
    /** False when the revision is stale or it is deleted. */
    edit: async (
      id: string,
      revision: number,
      change: { text: string; mentions: string[]; editedAt: Date },
    ): Promise<boolean> => {
      const { count } = await t.comment.updateMany({
        where: { id, orgId, revision, deletedAt: null },
        data: { ...change, revision: { increment: 1 } },
      });
      return count === 1;
    },
    /** Leaves a tombstone: who and when, without what was said. False when it is one already. */
    remove: async (id: string, at: Date): Promise<boolean> => {
      const { count } = await t.comment.updateMany({
        where: { id, orgId, deletedAt: null },
        data: { text: '', mentions: [], deletedAt: at, revision: { increment: 1 } },
      });
      return count === 1;
    },
  };
}
