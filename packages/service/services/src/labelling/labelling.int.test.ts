import type { SkipReason } from '@assay/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addBatch, answerOf } from '../testing/add-batch.ts';
import { addRowsRun } from '../testing/add-rows-run.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { skipTask, submitTask, takeBack } from '../work/answer-task.ts';
import { claimTasks } from '../work/claim-tasks.ts';
import { pauseBatch } from '../work/control-batch.ts';
import { getBatch } from '../work/read-batches.ts';
import { labelledItems, myLabelledItems } from './labelled-items.ts';
import { labellingNumbers, labellingPulse, myLabellingNumbers } from './labelling-numbers.ts';
import { labellingOutlook } from './labelling-outlook.ts';

const csv = `id\n${Array.from({ length: 20 }, (_, i) => i).join('\n')}\n`;
const SECOND = 1000;

let test: TestDeps;
let manager: UserActor;
let ann: UserActor;
let ben: UserActor;
let runId: string;
let projectId: string;
let batchId: string;
beforeAll(async () => {
  test = await createTestDeps();
  const { owner, orgId } = await test.organisation();
  manager = owner;
  projectId = await test.project(manager);
  [ann, ben] = [await test.member(orgId, ['member']), await test.member(orgId, ['member'])];
  for (const person of [ann, ben]) await test.inProject(projectId, person, ['annotator']);
  runId = await addRowsRun(test, manager, { projectId, csv });
  batchId = await addBatch(test, manager, { projectId, runId, overlap: 2 });
}, 60_000);
afterAll(() => test.close());

async function claim(person: UserActor, of = batchId) {
  const [task] = await claimTasks(test.deps, person, { projectId, batchId: of, want: 1 });
  if (task?.leaseId == null) throw new Error('There was nothing to claim.');
  return { taskId: task.id, leaseId: task.leaseId };
}

async function answer(person: UserActor, seconds: number, yes: boolean, of = batchId): Promise<string> {
  const task = await claim(person, of);
  await submitTask(test.deps, person, {
    ...task,
    annotationId: test.deps.ids.next(),
    payload: answerOf(yes),
    activeMs: seconds * SECOND,
    toolVersion: 'test',
  });
  return task.taskId;
}

const skip = async (person: UserActor, reason: SkipReason) =>
  skipTask(test.deps, person, { ...(await claim(person)), reason, note: 'Look.' });

const all = (part: { personId?: string | null; batchId?: string | null; days?: number | null } = {}) => ({
  projectId,
  batchId: null,
  personId: null,
  days: null,
  timeZone: 'Europe/Vienna',
  ...part,
});
const items = { status: null, day: null, skipReason: null, label: null, limit: 50, before: null } as const;

it('counts answers, time and reasons of everybody, by person, day and label, and leads to each', async () => {
  const pulse = async () => (await labellingPulse(test.deps, manager, { projectId })).pulse;
  const before = await pulse();
  expect(await labellingNumbers(test.deps, manager, all())).toMatchObject({
    total: { answers: 0, activeMs: 0, median: null, skipped: 0, people: 0 },
    days: [],
    people: [],
    labels: [],
    skips: [],
  });
  for (const seconds of [10, 20, 30, 40]) await answer(ann, seconds, true);
  for (const seconds of [100, 200]) await answer(ben, seconds, false);
  await skip(ben, 'broken');
  await skip(ben, 'unclear');
  await skip(ann, 'broken');
  const taken = await answer(ann, 900, true);
  await takeBack(test.deps, ann, { taskId: taken });
  expect(await pulse()).not.toBe(before);

  const found = await labellingNumbers(test.deps, manager, all());
  expect(found.total).toEqual({
    answers: 6,
    activeMs: 400 * SECOND,
    q1: 22.5 * SECOND,
    median: 35 * SECOND,
    q3: 85 * SECOND,
    skipped: 3,
    people: 2,
  });
  expect(found.people).toMatchObject([
    { userId: ann.userId, answers: 4, q1: 17.5 * SECOND, median: 25 * SECOND, q3: 32.5 * SECOND, skipped: 1 },
    { userId: ben.userId, answers: 2, median: 150 * SECOND, skipped: 2 },
  ]);
  expect(found.labels).toMatchObject([
    { question: 'Is it so?', label: 'Yes', answers: 4, median: 25 * SECOND },
    { question: 'Is it so?', label: 'No', answers: 2, median: 150 * SECOND },
  ]);
  expect(found.skips).toEqual([
    { reason: 'broken', tasks: 2 },
    { reason: 'unclear', tasks: 1 },
  ]);
  expect(found.days.reduce((sum, day) => sum + day.answers, 0)).toBe(6);

  // As many items as each number says.
  const listed = async (part: Partial<Parameters<typeof labelledItems>[2]>) =>
    (await labelledItems(test.deps, manager, { ...all(), ...items, sliceId: null, ...part })).items;
  expect(await listed({})).toHaveLength(9);
  expect(await listed({ status: 'SUBMITTED', personId: ben.userId })).toHaveLength(2);
  expect(await listed({ skipReason: 'broken' })).toHaveLength(2);
  for (const { questionId, labelId, answers, label } of found.labels) {
    const each = await listed({ label: { questionId, labelId } });
    expect(each).toHaveLength(answers);
    expect(new Set(each.flatMap((item) => item.labels))).toEqual(new Set([label]));
  }
  for (const { day, answers } of found.days) {
    expect(await listed({ day, status: 'SUBMITTED' })).toHaveLength(answers);
  }
  expect(await listed({ day: '2001-01-01' })).toEqual([]);
  const first = await labelledItems(test.deps, manager, { ...all(), ...items, sliceId: null, limit: 4 });
  const rest = await labelledItems(test.deps, manager, {
    ...all(),
    ...items,
    sliceId: null,
    before: first.next,
  });
  expect(new Set([...first.items, ...rest.items].map((item) => item.id)).size).toBe(9);
}, 60_000);

it('shows somebody their own numbers and items alone, whatever they ask for', async () => {
  const mine = await myLabellingNumbers(test.deps, ben, { ...all(), ...{ personId: ann.userId } });
  expect(mine.people.map((person) => person.userId)).toEqual([ben.userId]);
  expect(mine.total).toMatchObject({ answers: 2, skipped: 2 });
  const own = await myLabelledItems(test.deps, ben, { ...all(), ...items, ...{ personId: ann.userId } });
  expect(new Set(own.items.map((item) => item.person.userId))).toEqual(new Set([ben.userId]));
});

it('counts one batch alone, and refuses one of another project', async () => {
  const other = await addBatch(test, manager, { projectId, runId });
  await answer(ann, 5, false, other);
  expect((await labellingNumbers(test.deps, manager, all({ batchId: other }))).total.answers).toBe(1);
  expect((await labellingNumbers(test.deps, manager, all())).total.answers).toBe(7);
  expect((await labellingNumbers(test.deps, manager, all({ days: 1 }))).total.answers).toBe(7);
  const elsewhere = await test.project(manager, 'Elsewhere');
  await expect(
    labellingNumbers(test.deps, manager, { ...all({ batchId: other }), projectId: elsewhere }),
  ).rejects.toMatchObject({ code: 'not-found' });
  await expect(
    labelledItems(test.deps, manager, {
      ...all({ batchId: other }),
      ...items,
      sliceId: null,
      projectId: elsewhere,
    }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

it('looks ahead for what waits, and its pulse tells of a pause too', async () => {
  const pulse = async () => (await labellingPulse(test.deps, manager, { projectId })).pulse;
  const before = await pulse();
  await pauseBatch(test.deps, manager, { batchId, does: 'pause' });
  expect(await pulse()).not.toBe(before);
  const outlook = await labellingOutlook(test.deps, manager, { projectId });
  expect(outlook.map(({ status }) => status)).toEqual(['OPEN', 'PAUSED']);
  // 40 turns: 6 answered, 3 skipped, one taken back and in hand again.
  expect(outlook[1]).toMatchObject({
    id: batchId,
    tasks: { open: 30, leased: 1, submitted: 6, skipped: 3 },
    forecast: { known: true, basis: 'batch', tasks: 31 },
  });
  // Whoever only annotates sees how far it is, not how fast others are.
  const theirs = await labellingOutlook(test.deps, ann, { projectId });
  expect(theirs.map(({ forecast, tasks }) => [forecast, tasks.submitted])).toEqual([
    [null, 1],
    [null, 6],
  ]);
  expect((await getBatch(test.deps, ann, { batchId })).forecast).toBeNull();
});
