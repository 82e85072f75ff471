import { labelSchema } from '@assay/contracts';
import {
  cancelJob,
  command,
  createLabelSchema,
  migrateLabelSchema,
  notify,
  setMemberRoles,
} from '@assay/services';
import { createTestDeps, type TestDeps, type UserActor } from '@assay/services/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCaller } from '../../app-router.ts';
import { contextOf } from '../../testing/call-procedure.ts';

const GOOSE = '00000000-0000-4000-8000-000000000011';
const BIRDS = labelSchema.parse({
  type: 'assay.label-schema',
  version: 1,
  subject: 'row',
  questions: [
    {
      kind: 'single',
      id: '00000000-0000-4000-8000-000000000001',
      name: 'Species',
      labels: [{ id: GOOSE, name: 'Goose' }],
    },
  ],
});

let test: TestDeps;
let owner: UserActor;
let org: string;
beforeAll(async () => {
  test = await createTestDeps();
  ({ owner, slug: org } = await test.organisation());
  // The first stream of a process is told to read again as soon as the process listens; the others begin after that.
  const { stream, leave } = await watch(owner.userId);
  for (let news = await stream.next(); news.value?.kind !== 'all'; news = await stream.next());
  leave.abort();
});
afterAll(() => test.close());

/** Opens the stream of a person and reads until the first message, by which it listens. */
async function watch(userId: string, slug = org) {
  const leave = new AbortController();
  const caller = createCaller(contextOf(test.deps, { userId, org: slug }, leave.signal));
  const stream = (await caller.job.watch())[Symbol.asyncIterator]();
  const first = await stream.next();
  return { stream, first: first.value, leave };
}

function order(actor: UserActor, projectId: string): Promise<string> {
  return command(test.deps, actor, async ({ order, record }) => {
    const subject = { type: 'project', id: projectId };
    await record({ action: 'test.ordered', object: subject, projectId });
    return order({ kind: 'organisation.export', payload: { exportId: projectId }, subject, projectId });
  });
}

function tell(actor: UserActor, userId: string): Promise<void> {
  return command(test.deps, actor, async ({ t, record }) => {
    await record({ action: 'test.told', object: { type: 'user', id: userId } });
    await notify(test.deps, t, {
      userIds: [userId],
      except: null,
      kind: 'member.joined',
      subject: {},
      link: '/members',
    });
  });
}

describe('job.watch', () => {
  it('brings the jobs and the notifications of one person in one stream, and ends when they go', async () => {
    const { stream, first, leave } = await watch(owner.userId);
    expect(first).toEqual({ kind: 'notifications', unread: 0 });
    const projectId = await test.project(owner);
    const jobId = await order(owner, projectId);
    expect(await stream.next()).toMatchObject({
      value: {
        kind: 'jobs',
        jobs: [{ id: jobId, status: 'QUEUED', createdAt: expect.stringMatching(/Z$/) }],
      },
    });
    await cancelJob(test.deps, owner, jobId);
    expect(await stream.next()).toMatchObject({
      value: { kind: 'jobs', jobs: [{ id: jobId, status: 'CANCELLED' }] },
    });
    await tell(owner, owner.userId);
    expect(await stream.next()).toMatchObject({ value: { kind: 'notifications', unread: 1 } });
    leave.abort();
    expect(await stream.next()).toMatchObject({ done: true });
  });

  it('brings nothing of others: no other organisation, no other project, no other person', async () => {
    const other = await test.organisation('Another organisation');
    const member = await test.member(owner.orgId, ['member']);
    const mine = await test.project(owner);
    const theirs = await test.project(owner);
    await test.inProject(mine, member, ['viewer']);
    const { stream, leave } = await watch(member.userId);
    await order(other.owner, await test.project(other.owner));
    await order(owner, theirs);
    await tell(owner, owner.userId);
    const seen = await order(owner, mine);
    // All before it was told earlier: had any been for this person, it would come first or with it.
    expect(await stream.next()).toMatchObject({ value: { kind: 'jobs', jobs: [{ id: seen }] } });
    leave.abort();
    expect(await stream.next()).toMatchObject({ done: true });
  });

  it('tells of migrated label schemas, those of one’s own projects', async () => {
    const member = await test.member(owner.orgId, ['member']);
    const [mine, theirs] = [await test.project(owner), await test.project(owner)];
    await test.inProject(mine, member, ['annotator']);
    const { stream, leave } = await watch(member.userId);
    const migrate = async (projectId: string): Promise<string> => {
      const about = { projectId, name: 'Birds', description: '', document: BIRDS };
      const { id } = await createLabelSchema(test.deps, owner, about);
      const operations = [{ kind: 'rename' as const, id: GOOSE, name: 'Branta' }];
      const asked = { labelSchemaId: id, revision: 1, operations, note: '' };
      await migrateLabelSchema(test.deps, owner, asked);
      return id;
    };
    await migrate(theirs);
    const seen = await migrate(mine);
    const { value } = await stream.next();
    expect(value).toEqual({ kind: 'labelSchemas', labelSchemaIds: [seen] });
    leave.abort();
    expect(await stream.next()).toMatchObject({ done: true });
  });

  it('ends when the person’s roles have changed', async () => {
    const auditor = await test.member(owner.orgId, ['auditor']);
    const projectId = await test.project(owner);
    const { stream } = await watch(auditor.userId);
    await setMemberRoles(test.deps, owner, { memberId: auditor.memberId, roles: ['member'], revision: 1 });
    await order(owner, projectId);
    await tell(owner, auditor.userId);
    expect(await stream.next()).toMatchObject({ done: true });
  });
});
