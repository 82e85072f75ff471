import { type DraftChange, guideline, MOST_GRID_LEASES, MOST_LEASES } from '@assay/contracts';
import { emptyDraft } from '@assay/domain';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { query } from '../frame/command.ts';
import { acknowledgeGuideline } from '../guidelines/acknowledge-guideline.ts';
import { createGuideline, saveGuidelineVersion } from '../guidelines/save-guideline.ts';
import { removeMember } from '../members/remove-member.ts';
import { removeProjectMember } from '../projects/remove-project-member.ts';
import { setProjectMemberRoles } from '../projects/set-project-member-roles.ts';
import { addBatch, answerOf, YES_OR_NO } from '../testing/add-batch.ts';
import { addRowsRun } from '../testing/add-rows-run.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { skipTask, submitTask, takeBack } from './answer-task.ts';
import { claimTasks, releaseTasks, renewLeases } from './claim-tasks.ts';
import { claimWork } from './claim-work.ts';
import { cancelBatch } from './control-batch.ts';
import { getBatch, listTasks } from './read-batches.ts';
import { draftOf, saveDraft } from './save-draft.ts';

const EMPTY_GUIDELINE = guideline.parse({ type: 'assay.guideline', version: 1, sections: [] });

let test: TestDeps;
let manager: UserActor;
let ann: UserActor;
let ben: UserActor;
let projectId: string;
let runId: string;
beforeAll(async () => {
  test = await createTestDeps();
  const organisation = await test.organisation();
  manager = organisation.owner;
  projectId = await test.project(manager);
  [ann, ben] = await Promise.all([
    test.member(organisation.orgId, ['member']),
    test.member(organisation.orgId, ['member']),
  ]);
  for (const person of [ann, ben]) await test.inProject(projectId, person, ['annotator']);
  const csv = `id\n${Array.from({ length: 400 }, (_, i) => i).join('\n')}\n`;
  runId = await addRowsRun(test, manager, { projectId, csv });
}, 240_000);
afterAll(() => test.close());

let batchId: string;
beforeEach(async () => {
  batchId = await addBatch(test, manager, { projectId, runId, overlap: 2 });
});

type Held = { id: string; leaseId: string; item: number };

async function claimed(person: UserActor, want = 1): Promise<Held[]> {
  const tasks = await claimTasks(test.deps, person, { projectId, batchId, want });
  return tasks.map(({ id, leaseId, item }) => ({ id, leaseId: leaseId ?? '', item }));
}

async function one(person: UserActor): Promise<Held> {
  const [task] = await claimed(person);
  if (task === undefined) throw new Error('Nothing to claim.');
  return task;
}

const submit = (person: UserActor, task: Held, annotationId = test.deps.ids.next()) =>
  submitTask(test.deps, person, {
    taskId: task.id,
    leaseId: task.leaseId,
    annotationId,
    payload: answerOf(true),
    activeMs: 1500,
    toolVersion: 'test',
  });

/** Lets the leases of a person run out, as fifteen silent minutes do. */
async function letLeasesExpire(person: UserActor): Promise<number> {
  await query(test.deps, person, async (t) => {
    const held = await t.tasks.held(person.userId, batchId);
    await t.tasks.renew(
      person.userId,
      held.flatMap((task) => (task.leaseId === null ? [] : [task.leaseId])),
      -1,
    );
  });
  return test.deps.db.system.expireLeases(1000);
}

const statusOf = async (task: Held) => {
  const { tasks } = await listTasks(test.deps, manager, { batchId, after: null, limit: 1000 });
  return tasks.find((each) => each.id === task.id);
};

it('gives the same tasks again to whoever asks again, and each sample once to a person', async () => {
  const first = await claimed(ann, 3);
  expect(first.map((task) => task.item)).toEqual([0, 1, 2]);
  expect(await claimed(ann, 3)).toEqual(first);
  expect(await claimed(ann, 100)).toHaveLength(MOST_LEASES);
  // Another person is asked about the same samples.
  expect((await claimed(ben, 3)).map((task) => task.item)).toEqual([0, 1, 2]);
});

it('shows in a project what is held in it, and nothing of another', async () => {
  await claimed(ann, 3);
  const elsewhere = await test.project(manager);
  await test.inProject(elsewhere, ann, ['annotator']);
  const ask = { projectId: elsewhere, batchId: null, want: 1 };
  expect(await claimTasks(test.deps, ann, ask)).toEqual([]);
});

it('gives a page of one batch to whoever works in a grid, and less of it when there are few for many', async () => {
  const { deps } = test;
  const page = (person: UserActor, of: string | null, want = 100) =>
    claimTasks(deps, person, { projectId, batchId: of, want, grid: true });
  expect((await page(ann, batchId)).map((task) => task.item)).toEqual(
    Array.from({ length: MOST_GRID_LEASES }, (_, i) => i),
  );
  // One row at a time goes on with what is held, and fetches nothing ahead of it.
  expect(await claimed(ann)).toHaveLength(MOST_GRID_LEASES);
  await expect(page(ann, null)).rejects.toMatchObject({ code: 'bad-input', field: 'batchId' });

  const csv = `id\n${Array.from({ length: 12 }, (_, i) => i).join('\n')}\n`;
  const few = await addRowsRun(test, manager, { projectId, csv });
  const scarce = await addBatch(test, manager, { projectId, runId: few });
  expect(await page(ann, scarce)).toHaveLength(6);
  expect(await page(ben, scarce)).toHaveLength(2);
  const given = (await page(ann, scarce)).flatMap((task) => task.leaseId ?? []);
  await releaseTasks(deps, ann, { leaseIds: given.slice(1) });
  expect((await page(ben, scarce)).length).toBeGreaterThan(2);
});

it('takes the tasks of two tabs that ask at the same moment for one person only', async () => {
  const both = await Promise.all(Array.from({ length: 8 }, () => claimed(ann, 2)));
  const held = await query(test.deps, ann, (t) => t.tasks.held(ann.userId, batchId));
  expect(new Set(held.map((task) => task.item)).size).toBe(held.length);
  for (const tasks of both) for (const task of tasks) expect(held.map((each) => each.id)).toContain(task.id);
});

it('takes an answer once, however often it is sent, also at the same moment', async () => {
  const task = await one(ann);
  const annotationId = test.deps.ids.next();
  const answers = await Promise.all([1, 2, 3].map(() => submit(ann, task, annotationId)));
  expect(answers.map((answer) => answer.annotationId)).toEqual([annotationId, annotationId, annotationId]);
  expect(await submit(ann, task, annotationId)).toMatchObject({ annotationId });
  await expect(submit(ann, task)).rejects.toMatchObject({ code: 'conflict' });
  expect((await getBatch(test.deps, manager, { batchId })).tasks.submitted).toBe(1);
  await expect(submit(ben, await one(ben), annotationId)).rejects.toMatchObject({ field: 'annotationId' });
});

it('refuses an answer that the label schema does not let through, and says where', async () => {
  const task = await one(ann);
  const nothing = { ...answerOf(true), answers: {} };
  await expect(
    submitTask(test.deps, ann, {
      taskId: task.id,
      leaseId: task.leaseId,
      annotationId: test.deps.ids.next(),
      payload: nothing,
      activeMs: 1,
      toolVersion: 'test',
    }),
  ).rejects.toMatchObject({ code: 'bad-input', field: expect.stringMatching(/^payload\.answers\./) });
  expect(await statusOf(task)).toMatchObject({ status: 'LEASED' });
});

it('brings with a task its row, its draft and its label schema, and waits for the guideline to be read', async () => {
  const { deps } = test;
  const document = EMPTY_GUIDELINE;
  const first = await createGuideline(deps, manager, { projectId, name: 'How', description: '', document });
  const guided = await addBatch(test, manager, { projectId, runId, guidelineId: first.id });
  const ask = () => claimWork(deps, ann, { projectId, batchId: guided, want: 2 });
  expect(await ask()).toEqual({ tasks: [], batches: [] });
  await acknowledgeGuideline(deps, ann, { guidelineVersionId: first.versionId });
  const work = await ask();
  expect(work.batches).toMatchObject([{ id: guided, schema: YES_OR_NO, columns: [{ name: 'id' }] }]);
  expect(work.tasks).toHaveLength(2);
  const { tasks } = await listTasks(deps, manager, { batchId: guided, after: null, limit: 100 });
  for (const task of work.tasks) {
    expect(task.cells).toEqual([tasks.find(({ item }) => item === task.item)?.row]);
    expect(task.draft).toEqual(emptyDraft);
  }
  // A new version: what is in hand may be finished under the old one, nothing new is served until it is read.
  const section = { id: deps.ids.next(), heading: 'How', roles: [], body: 'Look twice.' };
  const next = { guidelineId: first.id, note: '', resolves: [] };
  const changed = { ...document, sections: [section] };
  const second = await saveGuidelineVersion(deps, manager, { ...next, revision: 1, document: changed });
  const [held] = work.tasks;
  const annotationId = deps.ids.next();
  await submitTask(deps, ann, {
    taskId: held?.id ?? '',
    leaseId: held?.leaseId ?? '',
    annotationId,
    payload: answerOf(true),
    activeMs: 1,
    toolVersion: 'test',
  });
  expect((await query(deps, ann, (t) => t.tasks.annotation(annotationId)))?.guidelineVersionId).toBe(
    first.versionId,
  );
  expect((await ask()).tasks).toHaveLength(1);
  await acknowledgeGuideline(deps, ann, { guidelineVersionId: second.versionId });
  expect((await ask()).tasks).toHaveLength(2);
  // A third that says nothing new to annotators keeps nobody of them from their work.
  const forExperts = { ...section, id: deps.ids.next(), roles: ['expert' as const] };
  const third = { ...changed, sections: [section, forExperts] };
  await saveGuidelineVersion(deps, manager, { ...next, revision: 2, document: third });
  await releaseTasks(deps, ann, { leaseIds: (await ask()).tasks.map((task) => task.leaseId) });
  expect((await ask()).tasks).toHaveLength(2);
});

it('returns a task whose lease ran out, keeps the draft, and lets who comes back late go on unless it is taken', async () => {
  const { deps } = test;
  const task = await one(ann);
  const change: DraftChange = { clientId: deps.ids.next(), step: 1, baseRevision: 0, set: { label: 'x' } };
  await saveDraft(deps, ann, { taskId: task.id, leaseId: task.leaseId, change });
  expect(await letLeasesExpire(ann)).toBe(1);
  expect(await statusOf(task)).toMatchObject({ status: 'OPEN', personId: null });
  expect(await renewLeases(deps, ann, { leaseIds: [task.leaseId] })).toEqual([]);
  // Nobody took it: work goes on under the old lease, and with what was answered before.
  const next: DraftChange = { ...change, step: 2, baseRevision: 1, set: { comment: 'y' } };
  expect(await saveDraft(deps, ann, { taskId: task.id, leaseId: task.leaseId, change: next })).toMatchObject({
    fields: { label: 'x', comment: 'y' },
  });
  expect(await statusOf(task)).toMatchObject({ status: 'LEASED', personId: ann.userId });
  expect(await letLeasesExpire(ann)).toBe(1);
  const theirs = await one(ben);
  expect(theirs.id).toBe(task.id);
  await expect(submit(ann, task)).rejects.toMatchObject({
    code: 'stale',
    kept: expect.stringContaining('draft'),
  });
  // The other turn at the same sample is hers, with her draft.
  const again = await one(ann);
  expect(again).toMatchObject({ item: task.item });
  expect(again.id).not.toBe(task.id);
  const draft = await query(deps, ann, (t) => draftOf(t, { batchId, item: task.item, personId: ann.userId }));
  expect(draft.fields).toEqual({ label: 'x', comment: 'y' });
});

it('keeps what two tabs write, and counts a change that is sent twice once', async () => {
  const { deps } = test;
  const task = await one(ann);
  const [tab, other] = [deps.ids.next(), deps.ids.next()];
  const save = (clientId: string, step: number, baseRevision: number, set: DraftChange['set']) =>
    saveDraft(deps, ann, {
      taskId: task.id,
      leaseId: task.leaseId,
      change: { clientId, step, baseRevision, set },
    });
  await Promise.all([save(tab, 1, 0, { label: 'x' }), save(other, 1, 0, { realism: 'plausible' })]);
  await save(tab, 1, 0, { label: 'x' });
  const draft = await save(other, 2, 1, { label: 'z' });
  expect(draft.revision).toBe(3);
  expect(draft.fields).toEqual({ label: 'z', realism: 'plausible' });
  await expect(save(tab, 5, 3, { label: 'q' })).rejects.toMatchObject({ field: 'change.step' });
  const huge = 'x'.repeat(300_000);
  await expect(save(tab, 2, 3, { comment: huge })).rejects.toMatchObject({ code: 'too-large' });
  expect((await save(tab, 2, 3, { comment: 'short' })).fields).toMatchObject({ comment: 'short' });
  // Nobody else writes into it.
  const change: DraftChange = { clientId: tab, step: 3, baseRevision: 4, set: {} };
  await expect(
    saveDraft(deps, ben, { taskId: task.id, leaseId: task.leaseId, change }),
  ).rejects.toMatchObject({
    code: 'stale',
  });
});

it('takes back the last answer: the annotation is retracted, the task is in the same hands', async () => {
  const { deps } = test;
  const task = await one(ann);
  await submit(ann, task);
  await expect(takeBack(deps, ben, { taskId: task.id })).rejects.toMatchObject({ code: 'conflict' });
  const back = await takeBack(deps, ann, { taskId: task.id });
  expect(back.payload).toEqual(answerOf(true));
  await expect(takeBack(deps, ann, { taskId: task.id })).rejects.toMatchObject({ code: 'conflict' });
  expect(await query(deps, ann, (t) => t.tasks.annotations(batchId, null, 10))).toEqual([]);
  await submit(ann, { ...task, leaseId: back.leaseId });
  expect(await query(deps, ann, (t) => t.tasks.annotations(batchId, null, 10))).toHaveLength(1);
});

it('passes over a sample with a reason, once for the person, and can be taken back', async () => {
  const { deps } = test;
  const task = await one(ann);
  await skipTask(deps, ann, { taskId: task.id, leaseId: task.leaseId, reason: 'unclear', note: 'No date.' });
  expect(await statusOf(task)).toMatchObject({
    status: 'SKIPPED',
    skipReason: 'unclear',
    skipNote: 'No date.',
  });
  expect((await one(ann)).item).toBe(1);
  expect((await one(ben)).item).toBe(0);
  await takeBack(deps, ann, { taskId: task.id });
  expect(await statusOf(task)).toMatchObject({ status: 'LEASED', skipReason: null });
});

it('gives back what is not wanted, for others at once', async () => {
  const tasks = await claimed(ann, 2);
  const leaseIds = tasks.map((task) => task.leaseId);
  expect(await releaseTasks(test.deps, ben, { leaseIds })).toEqual([]);
  expect(await releaseTasks(test.deps, ann, { leaseIds })).toHaveLength(2);
  expect((await getBatch(test.deps, manager, { batchId })).tasks.leased).toBe(0);
});

it('takes back at once what somebody holds who leaves the project, or may not label in it any more', async () => {
  const { deps } = test;
  const eve = await test.member(manager.orgId, ['member']);
  const leased = async () => (await getBatch(deps, manager, { batchId })).tasks.leased;
  const inProject = { projectId, userId: eve.userId };
  const hold = async () => {
    await setProjectMemberRoles(deps, manager, { ...inProject, roles: ['annotator'] });
    await claimed(eve, 2);
    expect(await leased()).toBe(2);
  };
  await hold();
  await setProjectMemberRoles(deps, manager, { ...inProject, roles: ['viewer'] });
  expect(await leased()).toBe(0);
  await hold();
  await removeProjectMember(deps, manager, inProject);
  expect(await leased()).toBe(0);
  await hold();
  await removeMember(deps, manager, { memberId: eve.memberId });
  expect(await leased()).toBe(0);
});

it('serves the more urgent batch first, then the one that is due first', async () => {
  const { deps } = test;
  const due = await addBatch(test, manager, { projectId, runId, priority: 2, dueAt: new Date('2030-01-02') });
  const urgent = await addBatch(test, manager, { projectId, runId, priority: 3 });
  const sooner = await addBatch(test, manager, {
    projectId,
    runId,
    priority: 2,
    dueAt: new Date('2030-01-01'),
  });
  const eve = await test.member(manager.orgId, ['member']);
  await test.inProject(projectId, eve, ['annotator']);
  const from = async () => {
    const tasks = await claimTasks(deps, eve, { projectId, batchId: null, want: 1 });
    const task = tasks[0];
    await releaseTasks(deps, eve, { leaseIds: [task?.leaseId ?? ''] });
    return task?.batchId;
  };
  expect(await from()).toBe(urgent);
  await cancelBatch(deps, manager, { batchId: urgent, reason: '' });
  expect(await from()).toBe(sooner);
  await cancelBatch(deps, manager, { batchId: sooner, reason: '' });
  expect(await from()).toBe(due);
  await cancelBatch(deps, manager, { batchId: due, reason: '' });
});
