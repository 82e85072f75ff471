import { type Annotation, type BatchControls, batchControls, labelSchema } from '@assay/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { query } from '../frame/command.ts';
import { retryJob } from '../jobs/retry-job.ts';
import { runJob } from '../jobs/run-job.ts';
import { createLabelSchema } from '../label-schemas/save-label-schema.ts';
import { controlAnswers, controlNumbers } from '../labelling/control-numbers.ts';
import { labelledItems, myLabelledItems } from '../labelling/labelled-items.ts';
import { labellingNumbers, myLabellingNumbers } from '../labelling/labelling-numbers.ts';
import { openReview } from '../review/claim-review.ts';
import { decideItem } from '../review/decide-review.ts';
import { listReview } from '../review/read-inbox.ts';
import { addBatch, answerOf, YES_OR_NO } from '../testing/add-batch.ts';
import { addRowsRun } from '../testing/add-rows-run.ts';
import { runHere } from '../testing/run-jobs.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { skipTask, submitTask, takeBack } from './answer-task.ts';
import { buildBatch } from './build-batch.ts';
import { claimWork, type Work } from './claim-work.ts';
import { cancelBatch, updateBatch } from './control-batch.ts';
import { createBatch } from './create-batch.ts';
import { countGoldRows } from './gold-rows.ts';
import { isForPractice } from './is-for-practice.ts';
import { practiceAnswer, practiceRows } from './practice.ts';
import { getBatch, listTasks } from './read-batches.ts';
import { rowSampleKey } from './sample-key.ts';

const ROWS = 60;
const cities = ['Graz', 'Linz', 'Wien', 'Wels'];
const csv = `id,age,city\n${Array.from({ length: ROWS }, (_, i) => `${i},${20 + (i % 40)},${cities[i % 4]}`).join('\n')}\n`;
const FLAGS = '00000000-0000-4000-8000-000000000002';
const WRONG = '00000000-0000-4000-8000-000000000021';

let test: TestDeps;
let manager: UserActor;
let expert: UserActor;
let ann: UserActor;
let ben: UserActor;
let projectId: string;
let runId: string;
let labelSchemaVersionId: string;

/** Rows that experts decide: six to measure with, two to practise on; batches are of the others, unless told otherwise. */
const DECIDED = 6;
const PRACTISED = 2;
let decided: number[] = [];
const selection = (size: number | null, which: 'decided' | 'others' | 'all' = 'others') => {
  const isDecided = { op: 'in' as const, column: 'id', values: decided };
  return {
    type: 'assay.batch-selection' as const,
    version: 1 as const,
    where:
      which === 'all'
        ? { op: 'true' as const }
        : which === 'decided'
          ? isDecided
          : { op: 'not' as const, arg: isDecided },
    size,
    quota: null,
    order: 'shuffled' as const,
    seed: 'controls',
  };
};
const shares = (gold: number, seeded: number): BatchControls => batchControls.parse({ gold, seeded });
const common = () => ({ projectId, runId, labelSchemaVersionId });

beforeAll(async () => {
  test = await createTestDeps();
  const { owner, orgId } = await test.organisation();
  manager = owner;
  projectId = await test.project(manager);
  const member = () => test.member(orgId, ['member']);
  [ann, ben, expert] = await Promise.all([member(), member(), member()]);
  for (const person of [ann, ben]) await test.inProject(projectId, person, ['annotator']);
  await test.inProject(projectId, expert, ['expert']);
  runId = await addRowsRun(test, manager, { projectId, csv });
  const all = Array.from({ length: ROWS }, (_, row) => row);
  const isPractised = (row: number) => isForPractice(rowSampleKey(runId, row));
  decided = [
    ...all.filter((row) => !isPractised(row)).slice(0, DECIDED),
    ...all.filter(isPractised).slice(0, PRACTISED),
  ];
  expect(decided).toHaveLength(DECIDED + PRACTISED);
  const { versionId } = await createLabelSchema(test.deps, manager, {
    projectId,
    name: 'With flags',
    description: '',
    document: labelSchema.parse({
      ...YES_OR_NO,
      questions: [
        ...YES_OR_NO.questions,
        {
          kind: 'cells',
          id: FLAGS,
          name: 'Wrong cells',
          required: false,
          reasons: [{ id: WRONG, name: 'Wrong' }],
        },
      ],
    }),
  });
  labelSchemaVersionId = versionId;
  // Samples on which two people differ, decided by an expert: all of them "yes".
  const batchId = await addBatch(test, manager, {
    ...common(),
    overlap: 2,
    selection: selection(null, 'decided'),
  });
  for (const [person, yes] of [
    [ann, true],
    [ben, false],
  ] as const) {
    for (const _ of decided) await answer(person, batchId, () => answerOf(yes));
  }
  const { items } = await listReview(test.deps, expert, {
    projectId,
    status: 'OPEN',
    batchId,
    after: null,
    limit: 50,
  });
  expect(items).toHaveLength(decided.length);
  for (const { id: reviewItemId } of items) {
    const { leaseId } = await openReview(test.deps, expert, { reviewItemId });
    await decideItem(test.deps, expert, {
      reviewItemId,
      leaseId,
      verdict: { kind: 'correct', payload: answerOf(true), faults: ['wrong-label'], comment: 'It is.' },
    });
  }
}, 120_000);
afterAll(() => test.close());

type Served = Work['tasks'][number];

async function serve(person: UserActor, batchId: string): Promise<Served | null> {
  const { tasks } = await claimWork(test.deps, person, { projectId, batchId, want: 1 });
  return tasks[0] ?? null;
}

async function answer(
  person: UserActor,
  batchId: string,
  say: (task: Served) => Annotation | null,
): Promise<Served | null> {
  const task = await serve(person, batchId);
  if (task === null) return null;
  const turn = { taskId: task.id, leaseId: task.leaseId };
  const payload = say(task);
  if (payload === null) await skipTask(test.deps, person, { ...turn, reason: 'unclear', note: null });
  else {
    const annotationId = test.deps.ids.next();
    await submitTask(test.deps, person, {
      ...turn,
      annotationId,
      payload,
      activeMs: 1000,
      toolVersion: 'test',
    });
  }
  return task;
}

const filter = { batchId: null, personId: null, days: null, timeZone: 'UTC' } as const;
const numbers = (part: { batchId: string; personId?: string }) =>
  controlNumbers(test.deps, manager, { projectId, ...filter, ...part });
const answers = (batchId: string, part: Partial<Parameters<typeof controlAnswers>[2]> = {}) =>
  controlAnswers(test.deps, manager, {
    projectId,
    ...filter,
    kind: null,
    outcome: null,
    fault: null,
    limit: 100,
    before: null,
    batchId,
    ...part,
  });
const controlTasks = (batchId: string) =>
  query(test.deps, manager, async (t) => ({
    items: await t.controls.items(batchId),
    tasks: await t.tasks.list(batchId, {}, null, 500),
  }));

it('mixes gold and planted faults among the samples, and keeps what is said of them out of labels, reviews and versions', async () => {
  const { deps } = test;
  expect(await countGoldRows(deps, manager, common())).toEqual({ rows: 6, atLeast: false });
  const batchId = await addBatch(test, manager, {
    ...common(),
    overlap: 2,
    selection: selection(20),
    controls: shares(0.2, 0.3),
  });
  const view = await getBatch(deps, manager, { batchId });
  expect(view).toMatchObject({ samples: 30, controls: { gold: 4, seeded: 6 }, tasks: { open: 60 } });
  expect((await getBatch(deps, ann, { batchId })).controls).toBeNull();
  const { items, tasks } = await controlTasks(batchId);
  const known = new Map(items.map((item) => [item.item, item]));
  const rowAt = new Map(tasks.map((task) => [task.item, Number(task.row)]));
  expect(tasks.filter((task) => task.control !== null).map((task) => task.item)).toEqual(
    items.flatMap(({ item }) => [item, item]),
  );
  // No sample is asked about that is gold, and each is there once.
  const goldRows = items.filter(({ kind }) => kind === 'gold').map(({ row }) => row);
  const samples = tasks
    .filter((task) => task.control === null && task.slot === 1)
    .map((task) => Number(task.row));
  expect(new Set(samples).size).toBe(20);
  expect(samples.filter((row) => goldRows.includes(row))).toEqual([]);

  // Ann answers gold with "no" once, flags every third planted fault in its cell and skips one; Ben says "yes" to all.
  const said: { item: number; outcome: string }[] = [];
  let [gold, seeded] = [0, 0];
  const asAnn = ({ item }: Served): Annotation | null => {
    const control = known.get(item);
    if (control === undefined) return answerOf(item % 2 === 0);
    if (control.kind === 'gold') {
      gold += 1;
      said.push({ item, outcome: gold === 1 ? 'wrong' : 'right' });
      return answerOf(gold !== 1);
    }
    seeded += 1;
    if (seeded === 2) return null;
    const { fault } = control.truth as { fault: { column: string } };
    const flags = seeded % 3 === 0 ? [{ column: fault.column, reasonId: WRONG, note: '', span: null }] : [];
    said.push({ item, outcome: flags.length > 0 ? 'caught' : 'missed' });
    return { ...answerOf(true), answers: { ...answerOf(true).answers, [FLAGS]: { kind: 'cells', flags } } };
  };
  const served: Served[] = [];
  for (;;) {
    const task = await answer(ann, batchId, asAnn);
    if (task === null) break;
    served.push(task);
  }
  while ((await answer(ben, batchId, () => answerOf(true))) !== null);
  expect(served).toHaveLength(30);
  // What is served says nothing of what it is, but is what was planted.
  for (const task of served) {
    expect(Object.keys(task).sort()).toEqual([
      'batchId',
      'cells',
      'draft',
      'id',
      'item',
      'leaseId',
      'leaseUntil',
      'likelihood',
      'picture',
      'proposal',
      'row',
    ]);
    const control = known.get(task.item);
    const id = rowAt.get(task.item) ?? -1;
    const row = [id, 20 + (id % 40), cities[id % 4]];
    if (control?.kind === 'seeded') expect(task.cells).toEqual(control.cells);
    if (control?.kind === 'seeded') expect(task.cells).not.toEqual(row);
    else expect(task.cells).toEqual(row);
  }
  expect((await getBatch(deps, manager, { batchId })).status).toBe('DONE');

  const found = await numbers({ batchId });
  expect(found.people).toHaveLength(2);
  const ofAnn = found.people.find(({ userId }) => userId === ann.userId);
  expect(ofAnn).toMatchObject({
    gold: { n: 4, good: 3, skipped: 0 },
    seeded: { n: 5, good: 2, skipped: 1 },
  });
  // statsmodels 0.14 proportion_confint(3, 4, method='wilson') and (2, 5).
  expect(ofAnn?.gold.rate?.estimate).toBe(0.75);
  expect(ofAnn?.gold.rate?.low).toBeCloseTo(0.300642, 5);
  expect(ofAnn?.gold.rate?.high).toBeCloseTo(0.954413, 5);
  expect(ofAnn?.seeded.rate?.low).toBeCloseTo(0.117621, 5);
  expect(ofAnn?.seeded.rate?.high).toBeCloseTo(0.769276, 5);
  expect(found.total).toMatchObject({ gold: { n: 8, good: 7 }, seeded: { n: 11, good: 2, skipped: 1 } });
  expect(found.faults.reduce((sum, { n }) => sum + n, 0)).toBe(11);
  const listed = (await answers(batchId, { personId: ann.userId })).answers;
  expect(listed).toHaveLength(10);
  for (const each of said) {
    expect(listed.find(({ item }) => item === each.item)?.outcome, `item ${each.item}`).toBe(each.outcome);
  }
  const [wrong, ...more] = (await answers(batchId, { outcome: 'wrong' })).answers;
  expect(more).toEqual([]);
  expect(wrong).toMatchObject({
    kind: 'gold',
    fault: null,
    person: { userId: ann.userId },
    questions: [{ name: 'Is it so?', known: 'Yes', said: 'No', right: false }],
  });
  const page = await answers(batchId, { limit: 15 });
  const rest = await answers(batchId, { limit: 15, before: page.next });
  expect(new Set([...page.answers, ...rest.answers].map(({ id }) => id)).size).toBe(20);

  // Labels, reviews and versions know nothing of it.
  await query(deps, manager, async (t) => {
    const annotations = await t.tasks.annotations(batchId, null, 500);
    expect(annotations).toHaveLength(40);
    expect(annotations.filter(({ item }) => known.has(item))).toEqual([]);
  });
  const { items: open } = await listReview(deps, expert, {
    projectId,
    status: 'OPEN',
    batchId,
    after: null,
    limit: 50,
  });
  expect(open.length).toBeGreaterThan(0);
  expect(open.filter(({ item }) => known.has(item))).toEqual([]);

  // It is work all the same, and whoever did it is not told which it was.
  const mine = await myLabellingNumbers(deps, ann, { projectId, ...filter, batchId });
  expect(mine.total).toMatchObject({ answers: 29, skipped: 1 });
  expect((await labellingNumbers(deps, manager, { projectId, ...filter, batchId })).total.answers).toBe(59);
  const items1 = {
    ...filter,
    projectId,
    batchId,
    status: null,
    day: null,
    skipReason: null,
    label: null,
    limit: 100,
    before: null,
  };
  const own = (await myLabelledItems(deps, ann, items1)).items;
  expect(own).toHaveLength(30);
  expect(own.filter((each) => each.control !== null)).toEqual([]);
  const theirs = (await labelledItems(deps, manager, { ...items1, personId: ann.userId, sliceId: null }))
    .items;
  expect(theirs.filter((each) => each.control !== null)).toHaveLength(10);
}, 120_000);

it('counts what stands: an answer that was taken back is not there, and a retry of it is one', async () => {
  const { deps } = test;
  const batchId = await addBatch(test, manager, {
    ...common(),
    selection: selection(2),
    controls: shares(0.5, 0),
  });
  const { items } = await controlTasks(batchId);
  expect(items).toHaveLength(1);
  for (;;) {
    const task = await serve(ann, batchId);
    if (task === null) break;
    const send = (annotationId: string, leaseId: string, yes: boolean) =>
      submitTask(deps, ann, {
        taskId: task.id,
        leaseId,
        annotationId,
        payload: answerOf(yes),
        activeMs: 5,
        toolVersion: 'test',
      });
    const first = deps.ids.next();
    await send(first, task.leaseId, false);
    await send(first, task.leaseId, false);
    const { leaseId, payload } = await takeBack(deps, ann, { taskId: task.id });
    expect(payload).toEqual(answerOf(false));
    await send(deps.ids.next(), leaseId, true);
  }
  expect((await numbers({ batchId })).total.gold).toMatchObject({ n: 1, good: 1 });
  expect((await answers(batchId)).answers.map(({ outcome }) => outcome)).toEqual(['right']);
});

it('never takes an answer to a control task as an annotation, whatever asks for it', async () => {
  const batchId = await addBatch(test, manager, {
    ...common(),
    selection: selection(2),
    controls: shares(0, 0.5),
  });
  const { tasks } = await controlTasks(batchId);
  const control = tasks.find((task) => task.control !== null);
  await expect(
    query(test.deps, ann, async (t) => {
      const task = await t.tasks.lock(control?.id ?? '');
      if (task === null) throw new Error('There is no such task.');
      await t.tasks.annotate({
        id: test.deps.ids.next(),
        task,
        authorId: ann.userId,
        supersedes: null,
        toolVersion: 'test',
        activeMs: 1,
        payload: {},
      });
    }),
  ).rejects.toThrow('no annotation');
});

it('chooses controls once: a build that was killed goes on with the same ones, and more people get the same', async () => {
  const { deps } = test;
  const { batchId, jobId } = await createBatch(deps, manager, {
    ...common(),
    kind: 'label',
    name: 'Killed',
    description: '',
    guidelineId: null,
    investigation: false,
    selection: selection(10),
    overlap: 1,
    priority: 1,
    dueAt: null,
    assignment: 'pull',
    people: [],
    controls: shares(0.3, 0.3),
  });
  await runJob(
    deps,
    'batch.build',
    (run) =>
      buildBatch(deps, {
        ...run,
        progress: (report) =>
          report.stage === 'tasks' ? Promise.reject(new Error('Killed.')) : run.progress(report),
      }),
    { orgId: manager.orgId, jobId, lastAttempt: true, signal: new AbortController().signal },
  );
  const before = await controlTasks(batchId);
  expect(before.items).toHaveLength(6);
  await retryJob(deps, manager, jobId);
  expect((await runHere(deps, manager, jobId)).status).toBe('SUCCEEDED');
  const after = await controlTasks(batchId);
  expect(after.items).toEqual(before.items);
  expect(after.tasks).toHaveLength(16);
  const { revision, name, description } = await getBatch(deps, manager, { batchId });
  await updateBatch(deps, manager, {
    batchId,
    revision,
    name,
    description,
    priority: 1,
    dueAt: null,
    overlap: 2,
    people: [],
  });
  const wider = (await listTasks(deps, manager, { batchId, after: null, limit: 100 })).tasks;
  expect(wider).toHaveLength(32);
  const places = after.items.map(({ item }) => item);
  for (const task of (await controlTasks(batchId)).tasks) {
    expect(task.control !== null).toBe(places.includes(task.item));
  }
}, 60_000);

it('asks for as much as there is: no gold without decisions, and none of another project', async () => {
  const elsewhere = await test.project(manager, 'Elsewhere');
  await expect(
    countGoldRows(test.deps, manager, { ...common(), projectId: elsewhere }),
  ).rejects.toMatchObject({
    code: 'not-found',
  });
  const other = await addRowsRun(test, manager, { projectId: elsewhere, csv });
  const batchId = await addBatch(test, manager, {
    projectId: elsewhere,
    runId: other,
    selection: selection(10),
    controls: shares(0.2, 0.1),
  });
  expect((await getBatch(test.deps, manager, { batchId })).controls).toEqual({ gold: 0, seeded: 1 });
  // Of a batch of every row, what is gold is not asked about again; more than there is of it is not made up.
  const every = await addBatch(test, manager, {
    ...common(),
    selection: selection(null, 'all'),
    controls: shares(0.5, 0),
  });
  const { samples, controls } = await getBatch(test.deps, manager, { batchId: every });
  expect({ samples, controls }).toEqual({ samples: ROWS, controls: { gold: DECIDED, seeded: 0 } });
  // What waits in a batch is nothing to practise on.
  expect((await practiceRows(test.deps, ann, { batchId: every })).rows).toEqual([]);
  await cancelBatch(test.deps, manager, { batchId: every, reason: '' });
}, 60_000);

it('gives rows to practise on that measure nobody, tells what the expert decided, and keeps nothing', async () => {
  const { deps } = test;
  const batchId = await addBatch(test, manager, {
    ...common(),
    selection: selection(10),
    controls: shares(0.5, 0),
  });
  const practice = await practiceRows(deps, ann, { batchId });
  expect(practice.rows).toHaveLength(PRACTISED);
  const practised = practice.rows.map(({ cells }) => Number(cells[0]));
  expect([...practised].sort((a, b) => a - b)).toEqual(decided.slice(DECIDED).sort((a, b) => a - b));
  const { items } = await controlTasks(batchId);
  expect(items.filter(({ row }) => practised.includes(row))).toEqual([]);
  const [row] = practice.rows;
  const ask = (yes: boolean) =>
    practiceAnswer(deps, ann, { batchId, decisionId: row?.decisionId ?? '', payload: answerOf(yes) });
  expect(await ask(true)).toEqual({
    questions: [expect.objectContaining({ name: 'Is it so?', known: 'Yes', said: 'Yes', right: true })],
    comment: 'It is.',
  });
  expect((await ask(false)).questions).toMatchObject([{ known: 'Yes', said: 'No', right: false }]);
  const before = (await answers(batchId)).answers;
  expect(before).toEqual([]);
  // What measures is told to nobody, whoever asks for it by its decision.
  const truth = items.map((item) => (item.truth as { decisionId: string }).decisionId)[0] ?? '';
  await expect(
    practiceAnswer(deps, ann, { batchId, decisionId: truth, payload: answerOf(true) }),
  ).rejects.toMatchObject({ code: 'not-found' });
  await expect(
    practiceAnswer(deps, ann, {
      batchId,
      decisionId: row?.decisionId ?? '',
      payload: { ...answerOf(true), answers: {} },
    }),
  ).rejects.toMatchObject({ code: 'bad-input' });
});
