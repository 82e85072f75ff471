import { type BatchSelection, batchControls } from '@assay/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { query } from '../frame/command.ts';
import { listEvents } from '../ledger/list-events.ts';
import { addBatch, addLabelSchema, answerOf } from '../testing/add-batch.ts';
import { addRowsRun } from '../testing/add-rows-run.ts';
import { runHere } from '../testing/run-jobs.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { submitTask } from './answer-task.ts';
import { claimTasks } from './claim-tasks.ts';
import { cancelBatch, pauseBatch, updateBatch } from './control-batch.ts';
import { createBatch } from './create-batch.ts';
import { getBatch, listBatches, listTasks } from './read-batches.ts';
import { rowSampleKey } from './sample-key.ts';

const ROWS = 300;
const csv = `id,colour\n${Array.from({ length: ROWS }, (_, i) => `${i},${['red', 'green', 'blue', ''][i % 4]}`).join('\n')}\n`;

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
  runId = await addRowsRun(test, manager, { projectId, csv });
}, 240_000);
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

/** Rows of a batch in the order in which they are served. */
async function rowsOf(batchId: string): Promise<number[]> {
  const { tasks } = await listTasks(test.deps, manager, { batchId, after: null, limit: 10_000 });
  return tasks.map((task) => task.row);
}

/** Claims and submits until nothing is left for this person; returns how many. */
async function answerAll(
  person: UserActor,
  batchId: string,
  most = Number.POSITIVE_INFINITY,
): Promise<number> {
  const { deps } = test;
  for (let n = 0; ; n += 1) {
    const [task] = n === most ? [] : await claimTasks(deps, person, { projectId, batchId, want: 1 });
    if (task === undefined || task.leaseId === null) return n;
    await submitTask(deps, person, {
      taskId: task.id,
      leaseId: task.leaseId,
      annotationId: deps.ids.next(),
      payload: answerOf(true),
      activeMs: 1000,
      toolVersion: 'test',
    });
  }
}

it('takes the rows that match, in their order or shuffled alike each time', async () => {
  const red = { op: 'compare', column: 'colour', comparator: '=', value: 'red' } as const;
  const inOrder = await rowsOf(
    await addBatch(test, manager, { projectId, runId, selection: select({ where: red }) }),
  );
  expect(inOrder).toEqual(Array.from({ length: ROWS / 4 }, (_, i) => i * 4));
  const shuffledRows = async (seed: string) =>
    rowsOf(
      await addBatch(test, manager, { projectId, runId, selection: select({ order: 'shuffled', seed }) }),
    );
  const once = await shuffledRows('a');
  expect(await shuffledRows('a')).toEqual(once);
  expect(await shuffledRows('b')).not.toEqual(once);
  expect([...once].sort((a, b) => a - b)).toEqual(Array.from({ length: ROWS }, (_, i) => i));
});

it('draws a sample, of which a smaller one is part, or so many of each value, missing ones too', async () => {
  const sized = async (size: number) =>
    rowsOf(await addBatch(test, manager, { projectId, runId, selection: select({ size }) }));
  const [few, many] = [await sized(10), await sized(40)];
  expect(few).toHaveLength(10);
  expect(many).toEqual(expect.arrayContaining(few));
  const quota = { column: 'colour', each: 7 };
  const rows = await rowsOf(
    await addBatch(test, manager, { projectId, runId, selection: select({ quota }) }),
  );
  const byColour = [0, 0, 0, 0];
  for (const row of rows) byColour[row % 4] = (byColour[row % 4] ?? 0) + 1;
  expect(byColour).toEqual([7, 7, 7, 7]);
});

it('is refused in words when it cannot be, and fails in words when nothing matches', async () => {
  const labelSchemaVersionId = await addLabelSchema(test, manager, projectId);
  const refused = (part: Partial<Parameters<typeof createBatch>[2]>) =>
    expect(
      createBatch(test.deps, manager, {
        projectId,
        runId,
        kind: 'label',
        name: 'A batch',
        description: '',
        labelSchemaVersionId,
        guidelineId: null,
        investigation: false,
        selection: select(),
        overlap: 1,
        priority: 1,
        dueAt: null,
        assignment: 'pull',
        people: [],
        controls: batchControls.parse({}),
        ...part,
      }),
    ).rejects;
  const unknown = { op: 'compare', column: 'size', comparator: '=', value: 1 } as const;
  await refused({ selection: select({ where: unknown }) }).toMatchObject({ field: 'selection.where' });
  await refused({ selection: select({ quota: { column: 'size', each: 1 } }) }).toMatchObject({
    field: 'selection.quota.column',
  });
  await refused({ selection: select({ size: 1, quota: { column: 'colour', each: 1 } }) }).toMatchObject({
    field: 'selection.quota',
  });
  await refused({ labelSchemaVersionId: test.deps.ids.next() }).toMatchObject({ code: 'not-found' });
  const elsewhere = await test.project(manager, 'Another project');
  await refused({
    labelSchemaVersionId: await addLabelSchema(test, manager, elsewhere),
  }).toMatchObject({ field: 'labelSchemaVersionId' });
  await refused({ assignment: 'named', people: [ann.userId], overlap: 2 }).toMatchObject({ field: 'people' });
  await refused({ assignment: 'named', people: [test.deps.ids.next()] }).toMatchObject({ field: 'people' });
  const blocked = await addRowsRun(test, manager, { projectId, csv, status: 'BLOCKED' });
  await refused({ runId: blocked }).toMatchObject({ code: 'not-ready', field: 'runId' });
  expect(
    await rowsOf(await addBatch(test, manager, { projectId, runId: blocked, investigation: true })),
  ).toHaveLength(ROWS);

  const none = { op: 'compare', column: 'id', comparator: '>', value: 1e6 } as const;
  await expect(
    addBatch(test, manager, { projectId, runId, selection: select({ where: none }) }),
  ).rejects.toThrow('No row of the run matches');
  const { batches } = await listBatches(test.deps, manager, { projectId, limit: 1, before: null });
  expect(batches[0]).toMatchObject({ status: 'FAILED', failure: { code: 'bad-input' } });
}, 60_000);

it('is done when everything is answered, and its history says so', async () => {
  const batchId = await addBatch(test, manager, {
    projectId,
    runId,
    overlap: 2,
    selection: select({ size: 6 }),
  });
  expect(await answerAll(ann, batchId)).toBe(6);
  expect(await getBatch(test.deps, manager, { batchId })).toMatchObject({
    status: 'OPEN',
    samples: 6,
    tasks: { open: 6, submitted: 6 },
  });
  expect(await answerAll(ben, batchId)).toBe(6);
  expect(await getBatch(test.deps, manager, { batchId })).toMatchObject({
    status: 'DONE',
    tasks: { open: 0, submitted: 12 },
  });
  const { events } = await listEvents(test.deps, manager, {
    objectType: 'batch',
    objectId: batchId,
    limit: 100,
    before: null,
  });
  expect(events.filter((event) => event.action === 'task.submitted')).toHaveLength(12);
  expect(events.at(-1)?.action).toBe('batch.created');
});

it('is paused without taking anything out of hands, and cancelled with what nobody had answered', async () => {
  const { deps } = test;
  const batchId = await addBatch(test, manager, { projectId, runId, selection: select({ size: 5 }) });
  const [held] = await claimTasks(deps, ann, { projectId, batchId, want: 1 });
  await pauseBatch(deps, manager, { batchId, does: 'pause' });
  expect(await claimTasks(deps, ben, { projectId, batchId, want: 1 })).toEqual([]);
  await submitTask(deps, ann, {
    taskId: held?.id ?? '',
    leaseId: held?.leaseId ?? '',
    annotationId: deps.ids.next(),
    payload: answerOf(true),
    activeMs: 1,
    toolVersion: 'test',
  });
  await expect(pauseBatch(deps, manager, { batchId, does: 'pause' })).rejects.toMatchObject({
    code: 'conflict',
  });
  await pauseBatch(deps, manager, { batchId, does: 'resume' });
  const [second] = await claimTasks(deps, ann, { projectId, batchId, want: 1 });
  expect(await cancelBatch(deps, manager, { batchId, reason: 'The guideline is wrong.' })).toEqual({
    cancelledTasks: 4,
  });
  await expect(
    submitTask(deps, ann, {
      taskId: second?.id ?? '',
      leaseId: second?.leaseId ?? '',
      annotationId: deps.ids.next(),
      payload: answerOf(true),
      activeMs: 1,
      toolVersion: 'test',
    }),
  ).rejects.toMatchObject({ code: 'conflict', kept: expect.stringContaining('draft') });
  expect(await getBatch(deps, manager, { batchId })).toMatchObject({
    status: 'CANCELLED',
    tasks: { open: 0, leased: 0, submitted: 1, cancelled: 4 },
  });
});

it('asks more or fewer people while it runs, and takes back what somebody holds who is taken off', async () => {
  const { deps } = test;
  const batchId = await addBatch(test, manager, {
    projectId,
    runId,
    overlap: 2,
    assignment: 'named',
    people: [ann.userId, ben.userId],
    selection: select({ size: 4 }),
  });
  const counts = async () => (await getBatch(deps, manager, { batchId })).tasks;
  const change = async (part: { overlap?: number; people?: readonly string[] }) => {
    const batch = await getBatch(deps, manager, { batchId });
    const { name, description, priority, dueAt, revision, overlap, people } = batch;
    await updateBatch(deps, manager, {
      batchId,
      name,
      description,
      priority,
      dueAt,
      revision,
      overlap,
      people,
      ...part,
    });
  };
  await answerAll(ann, batchId, 2);
  const [held] = await claimTasks(deps, ben, { projectId, batchId, want: 1 });
  expect(await counts()).toMatchObject({ open: 5, leased: 1, submitted: 2 });
  await change({ overlap: 1, people: [ann.userId, ben.userId] });
  // Two samples have their answer, and one of them is in somebody's hands a second time: that turn stays.
  expect(await counts()).toMatchObject({ open: 2, leased: 1, submitted: 2 });
  await change({ people: [ann.userId] });
  expect(await counts()).toMatchObject({ leased: 0 });
  await expect(
    submitTask(deps, ben, {
      taskId: held?.id ?? '',
      leaseId: held?.leaseId ?? '',
      annotationId: deps.ids.next(),
      payload: answerOf(true),
      activeMs: 1,
      toolVersion: 'test',
    }),
  ).rejects.toMatchObject({ code: 'stale' });
  expect(await claimTasks(deps, ben, { projectId, batchId, want: 1 })).toEqual([]);
  await change({ overlap: 2, people: [ann.userId, ben.userId] });
  expect(await answerAll(ann, batchId)).toBe(2);
  expect(await answerAll(ben, batchId)).toBe(4);
  expect(await getBatch(deps, manager, { batchId })).toMatchObject({
    status: 'DONE',
    tasks: { submitted: 8 },
  });
  await change({ overlap: 1 });
  expect(await counts()).toMatchObject({ submitted: 8 });
});

it('goes on where it was when its building is interrupted', async () => {
  const { deps } = test;
  const { batchId, jobId } = await createBatch(deps, manager, {
    projectId,
    runId,
    kind: 'label',
    name: 'Interrupted',
    description: '',
    labelSchemaVersionId: await addLabelSchema(test, manager, projectId),
    guidelineId: null,
    investigation: false,
    selection: select(),
    overlap: 2,
    priority: 1,
    dueAt: null,
    assignment: 'pull',
    people: [],
    controls: batchControls.parse({}),
  });
  // A worker that was lost had made the first of them.
  await query(deps, manager, (t) =>
    t.batches.addTasks(batchId, 2, 0, [
      { row: 0, key: rowSampleKey(runId, 0), control: null, likelihood: null },
    ]),
  );
  expect(await claimTasks(deps, ann, { projectId, batchId, want: 1 })).toEqual([]);
  expect((await runHere(deps, manager, jobId)).status).toBe('SUCCEEDED');
  expect(await rowsOf(batchId)).toHaveLength(ROWS * 2);
});
