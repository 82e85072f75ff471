import { guideline } from '@assay/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { query } from '../frame/command.ts';
import { createGuideline } from '../guidelines/save-guideline.ts';
import { addBatch, answerOf } from '../testing/add-batch.ts';
import { addRowsRun } from '../testing/add-rows-run.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { skipTask, submitTask, takeBack } from './answer-task.ts';
import { claimTasks } from './claim-tasks.ts';
import { pauseBatch } from './control-batch.ts';
import { readOwnNumbers } from './own-numbers.ts';
import { whyNone } from './why-none.ts';
import { readWorkContext } from './work-context.ts';

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
  ann = await test.member(organisation.orgId, ['member']);
  ben = await test.member(organisation.orgId, ['member']);
  for (const person of [ann, ben]) await test.inProject(projectId, person, ['annotator']);
  runId = await addRowsRun(test, manager, { projectId, csv: 'id\n1\n2\n' });
}, 240_000);
afterAll(() => test.close());

const why = (person: UserActor, batchId: string | null = null) =>
  whyNone(test.deps, person, { projectId, batchId });

async function claimOf(person: UserActor, batchId: string) {
  const [task] = await claimTasks(test.deps, person, { projectId, batchId, want: 1 });
  if (task === undefined || task.leaseId === null) throw new Error('Nothing to claim.');
  return { taskId: task.id, leaseId: task.leaseId };
}

const submitted = async (person: UserActor, batchId: string, activeMs: number) => {
  const task = await claimOf(person, batchId);
  const annotationId = test.deps.ids.next();
  await submitTask(test.deps, person, {
    ...task,
    annotationId,
    payload: answerOf(true),
    activeMs,
    toolVersion: 'test',
  });
  return task;
};

it('says why nothing is served, and when to come back', async () => {
  expect(await why(ann)).toEqual([{ why: 'no-batches' }]);
  const batchId = await addBatch(test, manager, { projectId, runId, name: 'Two rows' });

  const first = await claimOf(ben, batchId);
  const second = await claimTasks(test.deps, ben, { projectId, batchId, want: 2 });
  // With two tasks and one person, ben may hold one; ann takes the other and is done with it.
  expect(second).toHaveLength(1);
  await submitted(ann, batchId, 1000);
  const [held] = await why(ann, batchId);
  expect(held).toMatchObject({ why: 'held-by-others', batch: 'Two rows', tasks: 1 });
  expect(held?.why === 'held-by-others' && held.earliest).toMatch(/^\d{4}-/);

  await pauseBatch(test.deps, manager, { batchId, does: 'pause' });
  expect(await why(ann, batchId)).toEqual([{ why: 'paused', batch: 'Two rows' }]);
  await submitTask(test.deps, ben, {
    ...first,
    annotationId: test.deps.ids.next(),
    payload: answerOf(false),
    activeMs: 1,
    toolVersion: 'test',
  });
  expect(await why(ann, batchId)).toEqual([{ why: 'all-done' }]);

  const overlapping = await addBatch(test, manager, { projectId, runId, name: 'Twice', overlap: 2 });
  await submitted(ann, overlapping, 1);
  await submitted(ann, overlapping, 1);
  expect(await why(ann, overlapping)).toEqual([{ why: 'your-turns-are-over', batch: 'Twice', tasks: 2 }]);

  const named = await addBatch(test, manager, {
    projectId,
    runId,
    name: 'Of Ben',
    assignment: 'named',
    people: [ben.userId],
  });
  expect(await why(ann, named)).toEqual([{ why: 'for-others', batch: 'Of Ben' }]);

  const document = guideline.parse({ type: 'assay.guideline', version: 1, sections: [] });
  const { id: guidelineId } = await createGuideline(test.deps, manager, {
    projectId,
    name: 'How to',
    description: '',
    document,
  });
  const guided = await addBatch(test, manager, { projectId, runId, name: 'Guided', guidelineId });
  expect(await why(ann, guided)).toEqual([
    { why: 'guideline', batch: 'Guided', batchId: guided, guidelineId, guideline: 'How to' },
  ]);
  // Of all batches, what one can do something about comes first.
  expect((await why(ann)).map((each) => each.why)).toEqual([
    'guideline',
    'your-turns-are-over',
    'for-others',
  ]);
});

it('counts what one did, without what one took back', async () => {
  const batchId = await addBatch(test, manager, { projectId, runId });
  const before = await readOwnNumbers(test.deps, ben, { projectId, since: new Date(0) });
  const since = new Date();
  const task = await submitted(ben, batchId, 4000);
  await takeBack(test.deps, ben, { taskId: task.taskId });
  const held = await claimOf(ben, batchId);
  await skipTask(test.deps, ben, { ...held, reason: 'unclear', note: null });
  await submitted(ben, batchId, 6000);
  expect(await readOwnNumbers(test.deps, ben, { projectId, since })).toEqual({
    submitted: 1,
    skipped: 1,
    activeMs: 6000,
    medianActiveMs: 6000,
    submittedInAll: before.submittedInAll + 1,
  });
  const none = await readOwnNumbers(test.deps, manager, { projectId, since });
  expect(none).toMatchObject({ submitted: 0, medianActiveMs: null, activeMs: 0 });
});

it('brings what is known of the rows, and of real data nothing that is one row', async () => {
  const ages = Array.from({ length: 60 }, (_, i) => `${18 + (i % 30)},${i < 45 ? 'a' : i < 59 ? 'b' : 'c'}`);
  const csv = `age,kind\n${ages.join('\n')}\n`;
  const batchId = await addBatch(test, manager, {
    projectId,
    runId: await addRowsRun(test, manager, { projectId, csv }),
  });
  const context = await readWorkContext(test.deps, ann, { batchId });
  expect(context).toMatchObject({
    batchId,
    run: { kind: 'full', seed: 'test', recipe: null },
    constraints: [],
  });
  const { age, kind } = context.references;
  expect(kind).toEqual({ kind: 'category', of: 60, values: [{ value: 'a', rows: 45 }] });
  if (age?.kind !== 'number') throw new Error(JSON.stringify(age));
  expect(age.bins.every((bin) => bin.rows >= 20)).toBe(true);
  expect(age.bins.at(-1)?.upTo).toBeNull();
  const events = await query(test.deps, manager, (t) =>
    t.events.list({ objectType: 'batch', objectId: batchId }, 10, null),
  );
  expect(events.map((event) => event.action)).toContain('batch.reference-read');
});
