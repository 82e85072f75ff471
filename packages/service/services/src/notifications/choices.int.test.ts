import type { NotificationKind } from '@assay/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { command, query } from '../frame/command.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import {
  chooseNotifications,
  listNotificationChoices,
  resetNotificationChoices,
} from './choose-notifications.ts';
import { notify } from './notify.ts';

let test: TestDeps;
let owner: UserActor;
let projectId: string;
let otherId: string;

beforeAll(async () => {
  test = await createTestDeps();
  owner = (await test.organisation()).owner;
  projectId = await test.project(owner);
  otherId = await test.project(owner);
});
afterAll(() => test.close());

/** Happens in a project, or in the organisation; is the owner told? */
async function isTold(kind: NotificationKind, place: string | null): Promise<boolean> {
  const count = () => query(test.deps, owner, (t) => t.notifications.unread(owner.userId));
  const before = await count();
  await command(test.deps, owner, async ({ t, record }) => {
    const subject = place === null ? {} : { projectId: place };
    await notify(test.deps, t, { userIds: [owner.userId], except: null, kind, subject, link: '/' });
    await record({ action: 'test.made', object: { type: 'user', id: owner.userId } });
  });
  return (await count()) > before;
}

it('tells what was chosen: for the project, else for the organisation, else by default', async () => {
  const choose = (place: string | null, wants: boolean | null) =>
    chooseNotifications(test.deps, owner, { projectId: place, kind: 'job.failed', wants });
  expect(await isTold('job.failed', projectId)).toBe(true);
  await choose(null, false);
  expect(await isTold('job.failed', projectId)).toBe(false);
  expect(await isTold('job.succeeded', projectId)).toBe(true);
  await choose(projectId, true);
  expect(await isTold('job.failed', projectId)).toBe(true);
  expect(await isTold('job.failed', otherId)).toBe(false);
  const listed = await listNotificationChoices(test.deps, owner, { projectId });
  expect(listed.projects).toEqual([projectId]);
  expect(listed.kinds.find((each) => each.kind === 'job.failed')).toMatchObject({
    chosen: true,
    otherwise: false,
  });
  expect(listed.kinds.some((each) => each.kind === 'member.joined')).toBe(false);
  await choose(projectId, null);
  expect(await isTold('job.failed', projectId)).toBe(false);
  await resetNotificationChoices(test.deps, owner, { projectId: null });
  expect(await isTold('job.failed', projectId)).toBe(true);
});

it('keeps choices that are made at once', async () => {
  const kinds = ['job.succeeded', 'job.cancelled', 'release.ready', 'comment.added'] as const;
  await Promise.all(
    kinds.map((kind) => chooseNotifications(test.deps, owner, { projectId: null, kind, wants: false })),
  );
  for (const kind of kinds) expect([kind, await isTold(kind, otherId)]).toEqual([kind, false]);
});

it('refuses a project of others, and a choice for a project of what is told of the organisation', async () => {
  const stranger = (await test.organisation()).owner;
  const foreign = { projectId, kind: 'job.failed', wants: false } as const;
  await expect(chooseNotifications(test.deps, stranger, foreign)).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(
    chooseNotifications(test.deps, owner, { projectId, kind: 'member.joined', wants: false }),
  ).rejects.toMatchObject({ code: 'bad-input' });
});
