import { AssayError, MOST_COMMENTS, MOST_MENTIONS, type NotificationKind, notFound } from '@assay/contracts';
import type { CommentThreadRow, Repositories } from '@assay/db';
import { type Actor, mentionsOf } from '@assay/domain';
import { type CommandContext, command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { stale } from '../frame/stale.ts';
import { notify } from '../notifications/notify.ts';
import { requireRegion } from './comment-region.ts';
import { readersOf, requireSubject, type SubjectOfComments, subjectOf } from './comment-subject.ts';

type Written = { threadId: string; commentId: string };

/** Begins a thread about a thing: whom it mentions is told, and so is whoever made the thing. */
export function startThread(
  deps: Deps,
  actor: Actor,
  input: SubjectOfComments & { text: string; regionId?: string | null },
): Promise<Written> {
  const by = requirePerson(actor);
  const { subjectType, subjectId, regionId = null, text } = input;
  return command(deps, actor, async (context) => {
    const { t } = context;
    const subject = await requireSubject(t, input);
    if (regionId !== null) await requireRegion(t, input, regionId);
    const thread = await t.comments.addThread({
      id: deps.ids.next(),
      projectId: subject.projectId,
      subjectType,
      subjectId,
      regionId,
      createdBy: by,
      createdAt: deps.clock.now(),
    });
    const others = subject.by === null ? [] : [subject.by];
    return say(deps, context, { thread, by, text, others, kind: 'comment.added' });
  });
}

/** Adds to a thread: whom it mentions is told, and everybody who wrote in it. */
export function replyInThread(
  deps: Deps,
  actor: Actor,
  input: { threadId: string; text: string },
): Promise<Written> {
  const by = requirePerson(actor);
  return command(deps, actor, async (context) => {
    const { t } = context;
    const thread = await requireThread(t, input.threadId);
    const others = [...(await t.comments.authors(thread.id)), thread.createdBy];
    return say(deps, context, { thread, by, text: input.text, others, kind: 'comment.replied' });
  });
}

async function say(
  deps: Deps,
  { t, record }: CommandContext,
  words: {
    thread: CommentThreadRow;
    by: string;
    text: string;
    /** Who hears of it without being mentioned, and as what. */
    others: readonly string[];
    kind: 'comment.added' | 'comment.replied';
  },
): Promise<Written> {
  const { thread, by, text } = words;
  const number = await t.comments.takeNumber(thread.id, MOST_COMMENTS);
  if (number === null) {
    throw new AssayError('conflict', `A thread has at most ${MOST_COMMENTS} comments.`, {
      kept: 'What you wrote is still in its field.',
      next: 'Begin a new thread with it.',
    });
  }
  const { mentions, readers } = await requireMentions(t, thread, text);
  const commentId = deps.ids.next();
  await t.comments.add({
    id: commentId,
    threadId: thread.id,
    number,
    authorId: by,
    text,
    mentions,
    createdAt: deps.clock.now(),
  });
  await record({
    action: number === 1 ? 'comment.thread-started' : 'comment.replied',
    ...happenedTo(thread, commentId),
    // What was said stays in one place, from where it can be taken back.
    details: { thread: thread.id, number, mentions },
  });
  await tell(deps, t, { thread, commentId, by, userIds: mentions, kind: 'comment.mentioned' });
  const rest = words.others.filter((each) => !mentions.includes(each) && readers.has(each));
  await tell(deps, t, { thread, commentId, by, userIds: rest, kind: words.kind });
  return { threadId: thread.id, commentId };
}

/** Puts better words in the place of one's own; whoever is mentioned for the first time is told. */
export function editComment(
  deps: Deps,
  actor: Actor,
  input: { commentId: string; revision: number; text: string },
): Promise<void> {
  const by = requirePerson(actor);
  return command(deps, actor, async ({ t, record }) => {
    const comment = await requireOwn(t, input.commentId, by);
    const { mentions } = await requireMentions(t, comment.thread, input.text);
    const editedAt = deps.clock.now();
    if (!(await t.comments.edit(comment.id, input.revision, { text: input.text, mentions, editedAt })))
      throw stale('comment');
    await record({
      action: 'comment.edited',
      ...happenedTo(comment.thread, comment.id),
      details: { thread: comment.threadId, number: comment.number, mentions },
    });
    const { thread } = comment;
    const userIds = mentions.filter((each) => !comment.mentions.includes(each));
    await tell(deps, t, { thread, commentId: comment.id, by, userIds, kind: 'comment.mentioned' });
  });
}

/** Takes one's own words back: their place stays, with who and when. */
export function removeComment(deps: Deps, actor: Actor, input: { commentId: string }): Promise<void> {
  const by = requirePerson(actor);
  return command(deps, actor, async ({ t, record }) => {
    const comment = await requireOwn(t, input.commentId, by);
    await t.comments.remove(comment.id, deps.clock.now());
    await record({
      action: 'comment.deleted',
      ...happenedTo(comment.thread, comment.id),
      details: { thread: comment.threadId, number: comment.number },
    });
  });
}

/** Says that a thread is settled, or that it is not; anybody who may write in it. */
export function settleThread(
  deps: Deps,
  actor: Actor,
  input: { threadId: string; revision: number; resolved: boolean },
): Promise<void> {
  const by = requirePerson(actor);
  return command(deps, actor, async ({ t, record }) => {
    const thread = await requireThread(t, input.threadId);
    const change = input.resolved
      ? { resolvedBy: by, resolvedAt: deps.clock.now() }
      : { resolvedBy: null, resolvedAt: null };
    if (!(await t.comments.settle(thread.id, input.revision, change))) throw stale('thread');
    await record({
      action: input.resolved ? 'comment.thread-resolved' : 'comment.thread-reopened',
      object: { type: 'commentThread', id: thread.id },
      projectId: thread.projectId,
      alsoTouched: [{ type: thread.subjectType, id: thread.subjectId }],
    });
  });
}

async function requireThread(t: Repositories, threadId: string): Promise<CommentThreadRow> {
  const thread = await t.comments.thread(threadId);
  if (thread === null) throw notFound('commentThread');
  return thread;
}

async function requireOwn(t: Repositories, commentId: string, by: string) {
  const comment = await t.comments.get(commentId);
  if (comment === null) throw notFound('comment');
  if (comment.authorId !== by) {
    throw new AssayError('forbidden', 'Only whoever wrote a comment changes or deletes it.', {
      next: 'Reply to it instead.',
    });
  }
  if (comment.deletedAt !== null) {
    throw new AssayError('conflict', 'This comment is deleted.', { next: 'Write a new one.' });
  }
  return comment;
}

/** Whom a text mentions: nobody is called to what they may not read. */
async function requireMentions(t: Repositories, thread: CommentThreadRow, text: string) {
  const mentions = mentionsOf(text);
  const { subjectType } = subjectOf(thread);
  const readers = new Set((await readersOf(t, thread.projectId, subjectType)).map((each) => each.userId));
  if (mentions.length > MOST_MENTIONS) {
    throw new AssayError('bad-input', `A comment mentions at most ${MOST_MENTIONS} people.`, {
      field: 'text',
    });
  }
  if (mentions.some((each) => !readers.has(each))) {
    throw new AssayError('bad-input', 'Somebody who is mentioned may not read this.', {
      kept: 'What you wrote is still in its field.',
      next: 'Take the mention out, or have a manager add them to the project.',
      field: 'text',
    });
  }
  return { mentions, readers };
}

function happenedTo(thread: CommentThreadRow, commentId: string) {
  return {
    object: { type: 'comment', id: commentId },
    projectId: thread.projectId,
    alsoTouched: [
      { type: 'commentThread', id: thread.id },
      { type: thread.subjectType, id: thread.subjectId },
    ],
  };
}

async function tell(
  deps: Deps,
  t: Repositories,
  news: {
    thread: CommentThreadRow;
    commentId: string;
    by: string;
    userIds: readonly string[];
    kind: NotificationKind;
  },
): Promise<void> {
  const { thread, commentId, by, userIds, kind } = news;
  if (userIds.length === 0) return;
  const { path } = await requireSubject(t, subjectOf(thread));
  await notify(deps, t, {
    userIds,
    except: by,
    kind,
    subject: {
      projectId: thread.projectId,
      threadId: thread.id,
      commentId,
      about: thread.subjectType,
      userId: by,
    },
    link: `${path}#comment-${commentId}`,
  });
}
