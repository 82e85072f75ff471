import { MOST_COMMENTS } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../frame/command.ts';
import { markNotificationsRead } from '../notifications/mark-notifications-read.ts';
import { addRun } from '../testing/add-run.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { requireOnCommentSubject, requireOnTalk } from './comment-subject.ts';
import { listMentionable, listReplies, listThreads, threadOfComment } from './read-comments.ts';
import { editComment, removeComment, replyInThread, settleThread, startThread } from './write-comment.ts';

let test: TestDeps;
let owner: UserActor;
let engineer: UserActor;
let expert: UserActor;
let annotator: UserActor;
let stranger: UserActor;
let projectId: string;
let about: { subjectType: 'run'; subjectId: string };

beforeAll(async () => {
  test = await createTestDeps();
  const home = await test.organisation();
  owner = home.owner;
  stranger = (await test.organisation()).owner;
  projectId = await test.project(owner);
  const person = async (role: 'engineer' | 'expert' | 'annotator') => {
    const made = await test.member(home.orgId, ['member']);
    await test.inProject(projectId, made, [role]);
    return made;
  };
  engineer = await person('engineer');
  expert = await person('expert');
  annotator = await person('annotator');
  const { runId } = await addRun(test, { projectId, actor: engineer, name: 'A run', status: 'READY' });
  about = { subjectType: 'run', subjectId: runId };
});
afterAll(() => test.close());

/** What somebody was told of a thread, the newest first. */
const told = (who: UserActor, threadId: string) =>
  query(test.deps, who, async (t) =>
    (await t.notifications.list(who.userId, 50, null))
      .filter((row) => JSON.stringify(row.subject).includes(threadId))
      .map((row) => row.kind),
  );

describe('comments', () => {
  it('tell those who are mentioned, who made the thing and who wrote before, once each and nobody else', async () => {
    const { threadId, commentId } = await startThread(test.deps, owner, {
      ...about,
      text: `Please look, <@${expert.userId}> and <@${owner.userId}>.`,
    });
    expect(await told(expert, threadId)).toEqual(['comment.mentioned']);
    expect(await told(engineer, threadId)).toEqual(['comment.added']);
    expect(await told(owner, threadId)).toEqual([]);
    await replyInThread(test.deps, expert, { threadId, text: `It is so, <@${owner.userId}>.` });
    expect(await told(owner, threadId)).toEqual(['comment.mentioned']);
    expect(await told(engineer, threadId)).toEqual(['comment.added']);
    await replyInThread(test.deps, engineer, { threadId, text: 'Then I make it anew.' });
    expect(await told(expert, threadId)).toEqual(['comment.replied', 'comment.mentioned']);
    const events = await query(test.deps, owner, (t) =>
      t.events.list({ objectType: 'commentThread', objectId: threadId }, 10, null),
    );
    expect(events.map((event) => event.action)).toEqual([
      'comment.replied',
      'comment.replied',
      'comment.thread-started',
    ]);
    expect(JSON.stringify(events)).not.toContain('Please look');

    const { thread } = await threadOfComment(test.deps, expert, { commentId });
    expect(thread.comments.map((each) => each.number)).toEqual([1, 2, 3]);
    const unread = thread.comments.flatMap((each) => each.notificationId ?? []);
    expect(unread).toHaveLength(2);
    await markNotificationsRead(test.deps, expert, { ids: unread });
    const { threads } = await listThreads(test.deps, expert, {
      ...about,
      state: null,
      limit: 9,
      cursor: null,
    });
    expect(threads[0]?.comments.map((each) => each.notificationId)).toEqual([null, null, null]);
  });

  it('mention nobody who may not read the thing', async () => {
    const { people } = await listMentionable(test.deps, owner, about);
    expect(people.map((each) => each.userId).sort()).toEqual(
      [owner, engineer, expert].map((each) => each.userId).sort(),
    );
    for (const { userId } of [annotator, stranger]) {
      await expect(startThread(test.deps, owner, { ...about, text: `<@${userId}>` })).rejects.toMatchObject({
        code: 'bad-input',
        field: 'text',
      });
    }
  });

  it('are changed and deleted by who wrote them alone, and leave where they were', async () => {
    const { threadId, commentId } = await startThread(test.deps, engineer, { ...about, text: 'Once.' });
    const change = { commentId, revision: 1, text: `Twice, <@${expert.userId}>.` };
    await expect(editComment(test.deps, owner, change)).rejects.toMatchObject({ code: 'forbidden' });
    await editComment(test.deps, engineer, change);
    expect(await told(expert, threadId)).toEqual(['comment.mentioned']);
    await expect(editComment(test.deps, engineer, change)).rejects.toMatchObject({ code: 'stale' });
    await expect(removeComment(test.deps, owner, { commentId })).rejects.toMatchObject({ code: 'forbidden' });
    await removeComment(test.deps, engineer, { commentId });
    const { thread } = await threadOfComment(test.deps, owner, { commentId });
    expect(thread.comments[0]).toMatchObject({ text: '', mentions: [], author: { userId: engineer.userId } });
    expect(thread.comments[0]?.editedAt).not.toBeNull();
    expect(thread.comments[0]?.deletedAt).not.toBeNull();
    await expect(editComment(test.deps, engineer, { ...change, revision: 3 })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('are resolved and opened again by the revision that was seen', async () => {
    const { threadId } = await startThread(test.deps, owner, { ...about, text: 'Done?' });
    const page = { ...about, limit: 50, cursor: null };
    await settleThread(test.deps, expert, { threadId, revision: 1, resolved: true });
    await expect(
      settleThread(test.deps, owner, { threadId, revision: 1, resolved: false }),
    ).rejects.toMatchObject({ code: 'stale' });
    const resolved = await listThreads(test.deps, owner, { ...page, state: 'RESOLVED' });
    expect(resolved.threads.map((each) => each.id)).toEqual([threadId]);
    expect(resolved.counts.resolved).toBe(1);
    await settleThread(test.deps, owner, { threadId, revision: 2, resolved: false });
    expect((await listThreads(test.deps, owner, { ...page, state: 'RESOLVED' })).threads).toEqual([]);
  });

  it('come in pages, are numbered without gaps when written at once, and end', async () => {
    const { threadId, commentId } = await startThread(test.deps, owner, { ...about, text: '1' });
    await Promise.all(
      Array.from({ length: 8 }, (_, at) => replyInThread(test.deps, engineer, { threadId, text: `${at}` })),
    );
    const [thread] = (await listThreads(test.deps, owner, { ...about, state: null, limit: 1, cursor: null }))
      .threads;
    expect(thread?.comments.map((each) => each.number)).toEqual([1, 6, 7, 8, 9]);
    const before = await listReplies(test.deps, owner, { threadId, before: 6, limit: 3 });
    expect(before.comments.map((each) => each.number)).toEqual([3, 4, 5]);
    expect((await threadOfComment(test.deps, owner, { commentId })).thread.comments).toHaveLength(9);
    await query(test.deps, owner, async (t) => {
      for (let taken = 9; taken < MOST_COMMENTS; taken += 1)
        await t.comments.takeNumber(threadId, MOST_COMMENTS);
    });
    await expect(replyInThread(test.deps, owner, { threadId, text: 'More' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('are not there for another organisation, and not for who may not read the thing', async () => {
    const { threadId, commentId } = await startThread(test.deps, owner, { ...about, text: 'Among us.' });
    const doors = [
      (who: Actor) => requireOnCommentSubject(test.deps, who, 'comment.read', about),
      (who: Actor) => requireOnTalk(test.deps, who, 'comment.read', { kind: 'commentThread', id: threadId }),
      (who: Actor) => requireOnTalk(test.deps, who, 'comment.write', { kind: 'comment', id: commentId }),
    ];
    for (const door of doors) {
      await expect(door(stranger)).rejects.toMatchObject({ code: 'not-found' });
      await expect(door(annotator)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(door(engineer)).resolves.toEqual({ projectId });
    }
    await expect(replyInThread(test.deps, stranger, { threadId, text: 'Hm' })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(startThread(test.deps, stranger, { ...about, text: 'Hm' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
