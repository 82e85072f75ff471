import type { BatchSelection } from '@assay/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { query } from '../frame/command.ts';
import { homeSummary } from '../home/home-summary.ts';
import { searchEverything } from '../search/search-everything.ts';
import { addBatch, addLabelSchema, answerOf } from '../testing/add-batch.ts';
import { addRowsRun } from '../testing/add-rows-run.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { skipTask, submitTask, takeBack } from './answer-task.ts';
import { claimTasks } from './claim-tasks.ts';
import { countBatchRows } from './count-batch-rows.ts';
import { forecastBatch } from './forecast-batch.ts';
import { batchWorkers, getBatch, listBatches, listTasks } from './read-batches.ts';

const ROWS = 40;
const COLOURS = ['red', 'green', 'blue', ''] as const;
const csv = `id,colour\n${Array.from({ length: ROWS }, (_, i) => `${i},${COLOURS[i % 4]}`).join('\n')}\n`;
const MINUTE = 60_000;

let test: TestDeps;
let manager: UserActor;
let ann: UserActor;
let ben: UserActor;
let projectId: string;
let runId: string;
let versionId: string;
beforeAll(async () => {
  test = await createTestDeps();
  const { owner, orgId } = await test.organisation();
  manager = owner;
  projectId = await test.project(manager);
  [ann, ben] = [await test.member(orgId, ['member']), await test.member(orgId, ['member'])];
  for (const person of [ann, ben]) await test.inProject(projectId, person, ['annotator']);
  runId = await addRowsRun(test, manager, { projectId, csv });
  versionId = await addLabelSchema(test, manager, projectId);
}, 60_000);
afterAll(() => test.close());

const select = (part: Partial<BatchSelection> = {}): BatchSelection => ({
  type: 'assay.batch-selection',
  version: 1,
  where: { op: 'true' },
  size: null,
  quota: null,
  order: 'row',
  seed: 'test',
  ...part,
});
const add = (part: Partial<Parameters<typeof addBatch>[2]> = {}) =>
  addBatch(test, manager, {
    projectId,
    runId,
    labelSchemaVersionId: versionId,
    selection: select({ size: 4 }),
    ...part,
  });

async function answer(person: UserActor, batchId: string, activeMs: readonly number[]) {
  for (const ms of activeMs) {
    const [task] = await claimTasks(test.deps, person, { projectId, batchId, want: 1 });
    if (task?.leaseId == null) throw new Error('There was nothing to claim.');
    await submitTask(test.deps, person, {
      taskId: task.id,
      leaseId: task.leaseId,
      annotationId: test.deps.ids.next(),
      payload: answerOf(true),
      activeMs: ms,
      toolVersion: 'test',
    });
  }
}

it('lists batches in each order, page by page, and finds them by name, status and kind', async () => {
  const elsewhere = await test.project(manager, 'Orders');
  const run = await addRowsRun(test, manager, { projectId: elsewhere, csv });
  const inOrder = (name: string, part: Partial<Parameters<typeof addBatch>[2]>) =>
    addBatch(test, manager, {
      projectId: elsewhere,
      runId: run,
      name,
      selection: select({ size: 1 }),
      ...part,
    });
  await inOrder('Crows', { priority: 1, dueAt: new Date('2030-03-01') });
  await inOrder('ants', { priority: 3 });
  await inOrder('Bees, 50% of them', { priority: 1, dueAt: new Date('2030-01-01'), kind: 'verify' });
  await inOrder('Dogs', { priority: 1 });
  const names = async (ask: Partial<Parameters<typeof listBatches>[2]>) => {
    const seen: string[] = [];
    let before: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listBatches>> = await listBatches(test.deps, manager, {
        projectId: elsewhere,
        limit: 1,
        before,
        ...ask,
      });
      seen.push(...page.batches.map((batch) => batch.name.slice(0, 1)));
      before = page.next;
    } while (before !== null);
    return seen.join('');
  };
  expect(await names({})).toBe('DBaC');
  expect(await names({ order: 'urgent' })).toBe('aBCD');
  expect(await names({ order: 'due' })).toBe('BCaD');
  expect(await names({ order: 'name' })).toBe('aBCD');
  expect(await names({ search: '50%' })).toBe('B');
  expect(await names({ search: '%' })).toBe('B');
  expect(await names({ kind: 'verify' })).toBe('B');
  expect(await names({ status: 'PAUSED' })).toBe('');
  const { batches } = await listBatches(test.deps, manager, { projectId: elsewhere, limit: 1, before: null });
  expect(batches[0]).toMatchObject({
    run: { number: 1, name: 'Rows' },
    labelSchema: { name: 'Yes or no', number: 1 },
    guideline: null,
    createdBy: { userId: manager.userId, name: 'Test Owner' },
  });
}, 60_000);

it('looks ahead only from measured time: the nearest work that was done, and nothing before', async () => {
  const other = await test.project(manager, 'Forecasts');
  for (const person of [ann, ben]) await test.inProject(other, person, ['annotator']);
  const run = await addRowsRun(test, manager, { projectId: other, csv });
  const version = await addLabelSchema(test, manager, other);
  const schemaId = await query(
    test.deps,
    manager,
    async (t) => (await t.labelSchemas.version(version))?.labelSchemaId,
  );
  const ask = {
    projectId: other,
    kind: 'label',
    labelSchemaId: schemaId ?? '',
    tasks: 60,
    people: null,
  } as const;
  const of = (part: Partial<Parameters<typeof forecastBatch>[2]> = {}) =>
    forecastBatch(test.deps, manager, { ...ask, ...part });
  expect(await of()).toEqual({ known: false, reason: 'too-few-answers', answers: 0 });

  const batchId = await addBatch(test, manager, {
    projectId: other,
    runId: run,
    labelSchemaVersionId: version,
    overlap: 2,
    selection: select({ size: 20 }),
  });
  const answerThere = async (person: UserActor, ms: readonly number[]) => {
    for (const activeMs of ms) {
      const [task] = await claimTasks(test.deps, person, { projectId: other, batchId, want: 1 });
      await submitTask(test.deps, person, {
        taskId: task?.id ?? '',
        leaseId: task?.leaseId ?? '',
        annotationId: test.deps.ids.next(),
        payload: answerOf(true),
        activeMs,
        toolVersion: 'test',
      });
    }
  };
  await answerThere(
    ann,
    Array.from({ length: 6 }, () => MINUTE),
  );
  expect(await of()).toMatchObject({ known: true, basis: 'same-questions', answers: 6, leftMs: 60 * MINUTE });
  await answerThere(
    ben,
    Array.from({ length: 6 }, () => 3 * MINUTE),
  );
  expect(await of()).toMatchObject({
    people: 2,
    tasksPerHour: 30,
    leftMs: 120 * MINUTE,
    quickestMs: 60 * MINUTE,
    slowestMs: 180 * MINUTE,
  });
  // For people who are named their own pace counts, as far as it was measured.
  expect(await of({ people: [ben.userId, manager.userId] })).toMatchObject({
    people: 1,
    leftMs: 180 * MINUTE,
  });
  expect(await of({ people: [manager.userId] })).toMatchObject({ people: 2 });
  // Nothing of this kind was done: what was done in the project stands for it, and says so.
  expect(await of({ kind: 'verify' })).toMatchObject({ basis: 'project' });
  expect(await getBatch(test.deps, manager, { batchId })).toMatchObject({
    tasks: { open: 28 },
    forecast: { known: true, basis: 'batch', tasks: 28, leftMs: 56 * MINUTE },
  });
  // What was taken back is not measured.
  const { tasks } = await listTasks(test.deps, manager, {
    batchId,
    status: 'SUBMITTED',
    personId: ben.userId,
    after: null,
    limit: 10,
  });
  for (const { id: taskId } of tasks) await takeBack(test.deps, ben, { taskId });
  expect(await of()).toMatchObject({ people: 1, leftMs: 60 * MINUTE });
  await expect(of({ projectId, labelSchemaId: schemaId ?? '' })).rejects.toMatchObject({ code: 'not-found' });
}, 60_000);

it('counts what a selection would take before anything is made', async () => {
  const red = { op: 'compare', column: 'colour', comparator: '=', value: 'red' } as const;
  const count = (part: Partial<BatchSelection>) => {
    const { where, size, quota } = select(part);
    return countBatchRows(test.deps, manager, { projectId, runId, where, size, quota });
  };
  expect(await count({})).toEqual({ rows: ROWS, matching: ROWS, samples: ROWS, values: null });
  expect(await count({ where: red })).toMatchObject({ matching: 10, samples: 10 });
  expect(await count({ where: red, size: 3 })).toMatchObject({ matching: 10, samples: 3 });
  expect(await count({ quota: { column: 'colour', each: 7 } })).toMatchObject({
    samples: 28,
    values: { all: 4, short: 0 },
  });
  expect(await count({ where: red, quota: { column: 'colour', each: 70 } })).toMatchObject({
    samples: 10,
    values: { all: 1, short: 1, most: [{ value: 'red', rows: 10, taken: 10 }] },
  });
  const unknown = { op: 'missing', column: 'size' } as const;
  await expect(count({ where: unknown })).rejects.toMatchObject({ field: 'where' });
  await expect(count({ quota: { column: 'size', each: 1 } })).rejects.toMatchObject({
    field: 'quota.column',
  });
  const elsewhere = await test.project(manager, 'Elsewhere');
  await expect(
    countBatchRows(test.deps, manager, { projectId: elsewhere, runId, where: red, size: null, quota: null }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

it('says who did how many, what is held now, and who of the named has not begun', async () => {
  const batchId = await add({
    assignment: 'named',
    people: [ann.userId, ben.userId, manager.userId],
    overlap: 2,
  });
  await answer(ann, batchId, [MINUTE, 3 * MINUTE]);
  const [task] = await claimTasks(test.deps, ben, { projectId, batchId, want: 1 });
  await skipTask(test.deps, ben, {
    taskId: task?.id ?? '',
    leaseId: task?.leaseId ?? '',
    reason: 'broken',
    note: null,
  });
  await claimTasks(test.deps, ben, { projectId, batchId, want: 1 });
  const found = await batchWorkers(test.deps, manager, { batchId });
  expect(found.map(({ lastAt, ...rest }) => rest)).toEqual([
    { userId: ann.userId, name: 'Test Member', submitted: 2, skipped: 0, held: 0, medianMs: 2 * MINUTE },
    { userId: ben.userId, name: 'Test Member', submitted: 0, skipped: 1, held: 1, medianMs: null },
    { userId: manager.userId, name: 'Test Owner', submitted: 0, skipped: 0, held: 0, medianMs: null },
  ]);
  const skipped = await listTasks(test.deps, manager, {
    batchId,
    skipReason: 'broken',
    after: null,
    limit: 9,
  });
  expect(skipped.tasks).toMatchObject([
    { personName: 'Test Member', skipReason: 'broken', status: 'SKIPPED' },
  ]);
  const none = await listTasks(test.deps, manager, { batchId, skipReason: 'other', after: null, limit: 9 });
  expect(none.tasks).toEqual([]);
});

it('waits at home for whom it serves, is late where they lead, and is found by name', async () => {
  const { owner, orgId } = await test.organisation();
  const home = await test.project(owner, 'At home');
  const [cleo, dan] = [await test.member(orgId, ['member']), await test.member(orgId, ['member'])];
  for (const person of [cleo, dan]) await test.inProject(home, person, ['annotator']);
  const run = await addRowsRun(test, owner, { projectId: home, csv });
  const make = (name: string, part: Partial<Parameters<typeof addBatch>[2]> = {}) =>
    addBatch(test, owner, { projectId: home, runId: run, name, selection: select({ size: 2 }), ...part });
  const open = await make('Herons');
  const named = await make('Herons for one', { assignment: 'named', people: [dan.userId], priority: 3 });
  const late = await make('Late herons', { dueAt: new Date('2020-01-01') });
  const waits = async (who: UserActor) => {
    const { waits: found, next } = await homeSummary(test.deps, who);
    return {
      label: found.batches.map((each) => [each.batchId, each.tasks]),
      late: found.overdueBatches.map((each) => each.batchId),
      next: next[0]?.code,
    };
  };
  expect(await waits(cleo)).toEqual({
    label: [
      [late, 2],
      [open, 2],
    ],
    late: [],
    next: 'label-batches',
  });
  expect((await waits(dan)).label).toEqual([
    [named, 2],
    [late, 2],
    [open, 2],
  ]);
  expect(await waits(owner)).toEqual({ label: [], late: [late], next: 'look-at-overdue-batches' });
  for (const batchId of [open, late]) {
    for (let at = 0; at < 2; at += 1) {
      const [task] = await claimTasks(test.deps, cleo, { projectId: home, batchId, want: 1 });
      await submitTask(test.deps, cleo, {
        taskId: task?.id ?? '',
        leaseId: task?.leaseId ?? '',
        annotationId: test.deps.ids.next(),
        payload: answerOf(true),
        activeMs: 1,
        toolVersion: 'test',
      });
    }
  }
  expect(await waits(cleo)).toMatchObject({ label: [] });
  expect(await waits(owner)).toMatchObject({ late: [] });
  const { groups } = await searchEverything(test.deps, cleo, { text: 'herons', limit: 5 });
  expect(groups.map(({ kind, hits }) => [kind, hits.length])).toEqual([['batch', 3]]);
  expect((await searchEverything(test.deps, ann, { text: 'herons', limit: 5 })).groups).toEqual([]);
}, 60_000);
