import { afterAll, beforeAll, expect, it } from 'vitest';
import { query } from '../frame/command.ts';
import { addBatch, answerOf } from '../testing/add-batch.ts';
import { addRowsRun } from '../testing/add-rows-run.ts';
import { runHere } from '../testing/run-jobs.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { submitTask, takeBack } from '../work/answer-task.ts';
import { claimTasks } from '../work/claim-tasks.ts';
import { getAgreement, orderAgreement } from './read-agreement.ts';

let test: TestDeps;
let manager: UserActor;
let expert: UserActor;
let ann: UserActor;
let ben: UserActor;
let projectId: string;
let runId: string;

beforeAll(async () => {
  test = await createTestDeps();
  const organisation = await test.organisation();
  manager = organisation.owner;
  projectId = await test.project(manager);
  const member = () => test.member(organisation.orgId, ['member']);
  [ann, ben, expert] = await Promise.all([member(), member(), member()]);
  for (const person of [ann, ben]) await test.inProject(projectId, person, ['annotator']);
  await test.inProject(projectId, expert, ['expert']);
  const csv = `id\n${Array.from({ length: 10 }, (_, i) => i).join('\n')}\n`;
  runId = await addRowsRun(test, manager, { projectId, csv });
}, 240_000);
afterAll(() => test.close());

/** Answers everything that waits for a person in a batch: yes for these rows, no for the others. */
async function answer(person: UserActor, batchId: string, yes: (row: number) => boolean) {
  const { deps } = test;
  const tasks: string[] = [];
  for (;;) {
    const [task] = await claimTasks(deps, person, { projectId, batchId, want: 1 });
    if (task === undefined || task.leaseId === null) return tasks;
    await submitTask(deps, person, {
      taskId: task.id,
      leaseId: task.leaseId,
      annotationId: deps.ids.next(),
      payload: answerOf(yes(task.row)),
      activeMs: 1,
      toolVersion: 'test',
    });
    tasks.push(task.id);
  }
}

it('is what the tables of two people say by hand', async () => {
  const batchId = await addBatch(test, manager, { projectId, runId, overlap: 2 });
  const tasks = await answer(ann, batchId, (row) => row < 6);
  expect((await getAgreement(test.deps, manager, { batchId })).agreement).toMatchObject({
    shared: 0,
    answers: 10,
    questions: [{ percent: { defined: false, reason: 'too-few' }, pairs: [] }],
  });
  await answer(ben, batchId, (row) => row < 4 || row === 6);
  // Both yes 4, both no 3, one against the other 2 and 1. Kappa: (0.7 - 0.5) / (1 - 0.5); alpha: of 20 answers 11 are
  // yes, so that 1 - 0.3 / (2 * 11 * 9 / (20 * 19)).
  const { agreement } = await getAgreement(test.deps, manager, { batchId });
  const [question] = agreement?.questions ?? [];
  expect(agreement).toMatchObject({ samples: 10, shared: 10, answers: 20 });
  expect(question?.percent).toMatchObject({ value: 0.7, samples: 10, answers: 20 });
  expect(question?.alpha).toMatchObject({ value: expect.closeTo(1 - 0.3 / (198 / 380), 10) });
  expect(question?.pairs).toHaveLength(1);
  expect(question?.pairs[0]?.kappa).toMatchObject({ value: expect.closeTo(0.4, 10), samples: 10 });
  expect(question?.labels).toHaveLength(2);
  expect(question?.labels[0]?.percent).toMatchObject({ value: 0.7 });
  expect(question?.weeks).toHaveLength(1);
  const { percent } = question ?? {};
  if (percent?.defined !== true || percent.low === null || percent.high === null)
    throw new Error('There is an interval.');
  expect(percent.low).toBeLessThan(0.7);
  expect(percent.high).toBeGreaterThan(0.7);
  // Once more it is read, not computed; an answer that is taken back makes it another question.
  const state = () => query(test.deps, manager, (t) => t.agreements.state([batchId]));
  const before = await state();
  expect(await getAgreement(test.deps, manager, { batchId })).toMatchObject({ agreement });
  await takeBack(test.deps, ann, { taskId: tasks[0] ?? '' });
  expect((await state()).hash).not.toBe(before.hash);
  expect((await getAgreement(test.deps, manager, { batchId })).agreement).toMatchObject({ shared: 9 });
}, 120_000);

it('says that it is undefined where everybody said the same', async () => {
  const batchId = await addBatch(test, manager, { projectId, runId, overlap: 2 });
  for (const person of [ann, ben]) await answer(person, batchId, () => true);
  const { agreement } = await getAgreement(test.deps, manager, { batchId });
  expect(agreement?.questions[0]).toMatchObject({
    percent: { defined: true, value: 1 },
    alpha: { defined: false, reason: 'unanimous', samples: 10, answers: 20 },
    gwet: { defined: true, value: 1 },
    pairs: [{ kappa: { defined: false, reason: 'unanimous' } }],
  });
}, 120_000);

it('names people for managers alone, and is computed by a job just as well', async () => {
  const batchId = await addBatch(test, manager, { projectId, runId, overlap: 2 });
  for (const person of [ann, ben]) await answer(person, batchId, (row) => row % 2 === 0);
  const { jobId } = await orderAgreement(test.deps, manager, { batchId });
  expect(await orderAgreement(test.deps, manager, { batchId })).toEqual({ jobId });
  expect((await runHere(test.deps, manager, jobId)).result).toEqual({ answers: 20, samples: 10 });
  const seen = await getAgreement(test.deps, manager, { batchId });
  expect(seen.people.map((each) => each.id).sort()).toEqual([ann.userId, ben.userId].sort());
  expect(seen.people.every((each) => each.name !== null)).toBe(true);
  const blind = await getAgreement(test.deps, expert, { batchId });
  expect(blind.people.map((each) => each.name)).toEqual([null, null]);
  expect(JSON.stringify(blind)).not.toContain(ann.userId);
  expect(blind.agreement?.questions[0]?.pairs).toHaveLength(1);
}, 120_000);
