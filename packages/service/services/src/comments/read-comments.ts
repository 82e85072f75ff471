import { type CommentThreadState, notFound } from '@assay/contracts';
import type { CommentRow, CommentThreadRow, Repositories } from '@assay/db';
import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { readersOf, requireSubject, type SubjectOfComments } from './comment-subject.ts';

/** Comments at the end of each thread that a list of threads brings along, beside the first. */
const NEWEST = 4;

/** Threads about a thing, newest first, each with its first comment and its newest. */
export function listThreads(
  deps: Deps,
  actor: Actor,
  input: SubjectOfComments & {
    state: CommentThreadState | null;
    /** Only threads about one region. */
    regionId?: string | null;
    limit: number;
    cursor: string | null;
  },
) {
  const { state, regionId = null, limit, cursor } = input;
  return query(deps, actor, async (t) => {
    await requireSubject(t, input);
    const resolved = state === null ? null : state === 'RESOLVED';
    const found = await t.comments.threads(input, { resolved, regionId, limit, before: cursor });
    const page = found.slice(0, limit);
    const comments = await t.comments.ends(
      page.map((thread) => thread.id),
      NEWEST,
    );
    return {
      threads: await viewsOf(t, actor, page, comments),
      counts: await t.comments.countThreads(input, regionId),
      regions: await t.comments.countByRegion(input),
      cursor: found.length > limit ? (page.at(-1)?.id ?? null) : null,
    };
  });
}

/** The comments of a thread that come before one, the nearest first to be read: a page of them, in order. */
export function listReplies(
  deps: Deps,
  actor: Actor,
  input: { threadId: string; before: number; limit: number },
) {
  return query(deps, actor, async (t) => {
    const thread = await t.comments.thread(input.threadId);
    if (thread === null) throw notFound('commentThread');
    // The first comment is always there.
    const from = Math.max(2, input.before - input.limit);
    const comments = await t.comments.between(thread.id, from, input.before);
    const [view] = await viewsOf(t, actor, [thread], comments);
    return { comments: view?.comments ?? [] };
  });
}

/** The thread of one comment, from that comment to its end. */
export function threadOfComment(deps: Deps, actor: Actor, input: { commentId: string }) {
  return query(deps, actor, async (t) => {
    const comment = await t.comments.get(input.commentId);
    if (comment === null) throw notFound('comment');
    const { thread, number } = comment;
    const from = Math.min(number, Math.max(2, thread.comments - NEWEST + 1));
    const first = from > 1 ? await t.comments.between(thread.id, 1, 2) : [];
    const rest = await t.comments.between(thread.id, from, thread.comments + 1);
    const [view] = await viewsOf(t, actor, [thread], [...first, ...rest]);
    if (view === undefined) throw notFound('comment');
    return { subjectType: thread.subjectType, subjectId: thread.subjectId, thread: view };
  });
}

/** Who can be mentioned where a thing is talked about: whoever may read it. */
export function listMentionable(deps: Deps, actor: Actor, input: SubjectOfComments) {
  return query(deps, actor, async (t) => {
    const { projectId } = await requireSubject(t, input);
    return { people: await readersOf(t, projectId, input.subjectType) };
  });
}

async function viewsOf(
  t: Repositories,
  actor: Actor,
  threads: readonly CommentThreadRow[],
  comments: readonly CommentRow[],
) {
  const names = await t.members.names([
    ...comments.flatMap((comment) => [comment.authorId, ...comment.mentions]),
    ...threads.flatMap((thread) => thread.resolvedBy ?? []),
  ]);
  const unread = new Map<string, string>();
  if (actor.userId !== null && threads.length > 0) {
    const ids = threads.map((thread) => thread.id);
    for (const { id, commentId } of await t.notifications.unreadComments(actor.userId, ids))
      unread.set(commentId, id);
  }
  const person = (userId: string) => ({ userId, name: names.get(userId) ?? null });
  return threads.map((thread) => ({
    id: thread.id,
    regionId: thread.regionId,
    state: thread.resolvedAt === null ? ('OPEN' as const) : ('RESOLVED' as const),
    resolvedBy: thread.resolvedBy === null ? null : person(thread.resolvedBy),
    resolvedAt: thread.resolvedAt,
    revision: thread.revision,
    count: thread.comments,
    comments: comments
      .filter((comment) => comment.threadId === thread.id)
      .map((comment) => ({
        id: comment.id,
        number: comment.number,
        author: person(comment.authorId),
        isMine: comment.authorId === actor.userId,
        text: comment.text,
        mentions: comment.mentions.map(person),
        createdAt: comment.createdAt,
        editedAt: comment.editedAt,
        deletedAt: comment.deletedAt,
        revision: comment.revision,
        notificationId: unread.get(comment.id) ?? null,
      })),
  }));
}
