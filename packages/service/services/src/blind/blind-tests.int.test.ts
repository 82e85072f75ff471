import { type Annotation, type ControlTruth, controlTruth, SPLIT_BYTES } from '@assay/contracts';
import { BLIND_SCHEMA } from '@assay/domain';
import { signFlipTest } from '@assay/stats';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { query } from '../frame/command.ts';
import { readSplit } from '../generation/read-split.ts';
import { retryJob } from '../jobs/retry-job.ts';
import { runJob } from '../jobs/run-job.ts';
import { controlAnswers, controlNumbers } from '../labelling/control-numbers.ts';
import { labelledItems, myLabelledItems } from '../labelling/labelled-items.ts';
import { listEvents } from '../ledger/list-events.ts';
import { trashRun } from '../runs/trash-run.ts';
import { orderSplit } from '../sources/split-version.ts';
import { trashSource } from '../sources/update-terms.ts';
import { addBatch } from '../testing/add-batch.ts';
import { addBlindSource, addBlindTest, SYNTHETIC_FROM } from '../testing/add-blind-test.ts';
import { addRowsRun } from '../testing/add-rows-run.ts';
import { OPEN_TERMS, setTerms } from '../testing/prepare-source.ts';
import { runHere } from '../testing/run-jobs.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { skipTask, submitTask, takeBack } from '../work/answer-task.ts';
import { buildBatch } from '../work/build-batch.ts';
import { claimWork } from '../work/claim-work.ts';
import { cancelBatch, pauseBatch, updateBatch } from '../work/control-batch.ts';
import { getBatch, listTasks } from '../work/read-batches.ts';
import { whyNone } from '../work/why-none.ts';
import { readWorkContext } from '../work/work-context.ts';
import { blindResult } from './blind-result.ts';
import { createBlindTest } from './create-blind-test.ts';
import { blindTestOf } from './plan-blind-test.ts';

const SHOWN = { ...OPEN_TERMS, rowsToLabellers: true };
const [ORIGIN, TELLS] = BLIND_SCHEMA.questions;

let test: TestDeps;
let manager: UserActor;
let ann: UserActor;
let ben: UserActor;
let projectId: string;
let source: Awaited<ReturnType<typeof addBlindSource>>;

beforeAll(async () => {
  test = await createTestDeps();
  const { owner, orgId } = await test.organisation();
  manager = owner;
  [ann, ben] = await Promise.all([test.member(orgId, ['member']), test.member(orgId, ['member'])]);
  projectId = await test.project(manager);
  for (const person of [ann, ben]) await test.inProject(projectId, person, ['annotator']);
  source = await addBlindSource(test, manager, projectId);
});
afterAll(() => test.close());
beforeEach(() => setTerms(test, manager, source.sourceId, SHOWN));

const start = (of: { size?: number; overlap?: number } = {}) =>
  addBlindTest(test, manager, { projectId, runId: source.runId, ...of });

/** Says of a row what it is, and marks a cell. */
function said(real: boolean, column: string | null = null): Annotation {
  if (ORIGIN?.kind !== 'single' || TELLS?.kind !== 'cells') throw new Error('other questions');
  const label = ORIGIN.labels[real ? 0 : 1];
  const reason = TELLS.reasons[0];
  if (label === undefined || reason === undefined) throw new Error('other labels');
  return {
    type: 'assay.annotation',
    version: 1,
    answers: {
      [ORIGIN.id]: { kind: 'single', label: { labelId: label.id, attributes: {} } },
      ...(column === null
        ? {}
        : {
            [TELLS.id]: {
              kind: 'cells' as const,
              flags: [{ column, reasonId: reason.id, note: '', span: null }],
            },
          }),
    },
    realism: null,
    artefact: false,
    artefactNote: '',
    comment: '',
    verdict: null,
  };
}

/** The truth of each item, which no door but the result tells. */
async function truths(batchId: string) {
  const items = await query(test.deps, manager, (t) => t.controls.items(batchId));
  return new Map(items.map(({ item, row, truth }) => [item, { row, truth: controlTruth.parse(truth) }]));
}
const isReal = (truth: ControlTruth | undefined) => truth?.kind === 'blind' && truth.origin === 'real';

/** Answers what a person is served until nothing is: by `answer`, of the age that is seen. */
async function work(
  person: UserActor,
  batchId: string,
  answer: (age: number, item: number) => Annotation | null,
) {
  const seen: { item: number; row: number; cells: unknown[] }[] = [];
  for (;;) {
    const { tasks } = await claimWork(test.deps, person, { projectId, batchId, want: 1 });
    const [task] = tasks;
    if (task === undefined) return seen;
    const { id: taskId, leaseId, item, row, cells } = task;
    seen.push({ item, row, cells });
    const payload = answer(Number(cells[0]), item);
    if (payload === null) {
      await skipTask(test.deps, person, { taskId, leaseId, reason: 'unclear', note: null });
    } else {
      await submitTask(test.deps, person, {
        taskId,
        leaseId,
        annotationId: test.deps.ids.next(),
        payload,
        activeMs: 1000,
        toolVersion: 'test',
      });
    }
  }
}

describe('a blind test', () => {
  it('shows rows of the run and tune rows of the source, alike in all that a person is sent', async () => {
    const batchId = await start({ size: 20 });
    const held = await claimWork(test.deps, ann, { projectId, batchId, want: 5 });
    expect(held.batches[0]).toMatchObject({
      kind: 'blind',
      labelSchemaVersionId: null,
      schema: BLIND_SCHEMA,
    });
    // Of identifiers and of columns that look like personal data nothing is shown, of neither half.
    expect(held.batches[0]?.columns.map(({ name }) => name)).toEqual(['age', 'city']);
    const known = await truths(batchId);
    expect(known.size).toBe(20);
    for (const task of held.tasks) {
      const { id, leaseId, leaseUntil, cells, item, draft, ...rest } = task;
      expect(rest).toEqual({ batchId, row: item, likelihood: null, picture: null, proposal: null });
      expect(draft.revision).toBe(0);
    }
    const split = await query(test.deps, manager, (t) => t.sources.activeSplit(source.versionId));
    const isTune = await readSplit(test.deps, split?.assignmentKey ?? '', SPLIT_BYTES.tune);
    for (const { item, row, cells } of await work(ann, batchId, (age) => said(age < SYNTHETIC_FROM))) {
      const of = known.get(item);
      expect(Number(cells[0]) < SYNTHETIC_FROM).toBe(isReal(of?.truth));
      expect(Number(cells[0]) % 20).toBe((of?.row ?? 0) % 20);
      // Its number is its place, and no row of either table.
      expect(row).toBe(item);
      if (isReal(of?.truth)) expect(isTune(of?.row ?? -1)).toBe(true);
    }
    const rows = [...known.values()].map(({ row, truth }) => `${isReal(truth)} ${row}`);
    expect(new Set(rows).size).toBe(20);
  });

  it('tells nothing of the run, of real values or of the draw to whoever labels', async () => {
    const batchId = await start();
    const context = await readWorkContext(test.deps, ann, { batchId });
    expect(context).toEqual({
      batchId,
      run: null,
      references: { age: { kind: 'none', reason: 'blind' }, city: { kind: 'none', reason: 'blind' } },
      constraints: [],
      labelModel: null,
    });
    const { tasks } = await listTasks(test.deps, manager, { batchId, after: null, limit: 50 });
    expect(tasks.map(({ item, row }) => item === row)).toEqual(tasks.map(() => true));
    const batch = await getBatch(test.deps, ann, { batchId });
    expect(JSON.stringify(batch)).not.toMatch(/"real"|"synthetic"|blind-test"/);
    expect(await blindResult(test.deps, manager, { batchId })).toMatchObject({ state: 'blind', size: 12 });
    await work(ann, batchId, () => said(true));
    const mine = await myLabelledItems(test.deps, ann, everything(batchId));
    expect(mine.items).toHaveLength(12);
    expect(mine.items.every(({ control }) => control === null)).toBe(true);
  });

  it('is opened when it ends: shares, the exact test, marks and rows that were recognised', async () => {
    const batchId = await start({ size: 40, overlap: 2 });
    await work(ann, batchId, (age) => said(age < SYNTHETIC_FROM, age < SYNTHETIC_FROM ? null : 'age'));
    expect(await blindResult(test.deps, manager, { batchId })).toMatchObject({ state: 'blind' });
    await work(ben, batchId, (_, item) => (item === 7 ? null : said(true, item === 3 ? 'city' : null)));
    const known = await truths(batchId);
    const real = [...known].filter(([, { truth }]) => isReal(truth)).map(([item]) => item);
    const synthetic = 40 - real.length;
    const result = await blindResult(test.deps, manager, { batchId });
    if (result.state !== 'open') throw new Error('still blind');
    const benOf = real.filter((item) => item !== 7).length;
    expect(result.total).toMatchObject({ n: 79, right: 40 + benOf, rows: 40 });
    const weights = Array.from(known.keys(), (item) => {
      const second = item === 7 ? 0 : real.includes(item) ? 1 : -1;
      return 1 + second;
    });
    const expected = signFlipTest(weights);
    expect(result.total.p).toBeCloseTo(expected.ok ? expected.value : Number.NaN, 12);
    const skippedReal = real.includes(7) ? 1 : 0;
    expect(result.real).toMatchObject({
      n: 2 * real.length - skippedReal,
      called: 2 * real.length - skippedReal,
    });
    expect(result.synthetic).toMatchObject({ n: 2 * synthetic - (1 - skippedReal) });
    expect(result.skipped).toBe(1);
    const [first, second] = result.people;
    expect(first).toMatchObject({ userId: ann.userId, n: 40, right: 40, p: 2 * 0.5 ** 40 });
    expect(first?.rate).toMatchObject({ estimate: 1, high: 1 });
    expect(second).toMatchObject({ userId: ben.userId, n: 39, right: benOf });
    expect(result.tells.find(({ column }) => column === 'age')).toEqual({
      column: 'age',
      synthetic,
      real: 0,
    });
    // Half of the answers is not most of them; Ben skipped one row.
    expect(result.recognised.map(({ n }) => n)).toEqual(skippedReal === 1 ? [] : [1]);
    // None of it is a label, a control task of the dashboard, or work that was not done.
    const annotations = await query(test.deps, manager, (t) => t.batches.answered(projectId));
    expect(annotations).not.toContain(batchId);
    const filter = { projectId, batchId, personId: null, days: null, timeZone: 'UTC' };
    expect((await controlNumbers(test.deps, manager, filter)).people).toEqual([]);
    const listed = await controlAnswers(test.deps, manager, {
      ...filter,
      kind: null,
      outcome: null,
      fault: null,
      limit: 10,
      before: null,
    });
    expect(listed.answers).toEqual([]);
    const items = await labelledItems(test.deps, manager, {
      ...everything(batchId),
      personId: null,
      sliceId: null,
    });
    expect(items.items[0]).toMatchObject({ control: 'blind', labels: ['Real'] });
  });

  it('stays as it is once it has ended', async () => {
    const batchId = await start({ size: 10 });
    await work(ann, batchId, () => said(true));
    const { tasks } = await listTasks(test.deps, manager, { batchId, after: null, limit: 1 });
    await expect(takeBack(test.deps, ann, { taskId: tasks[0]?.id ?? '' })).rejects.toThrow('has ended');
    const { revision, name } = await getBatch(test.deps, manager, { batchId });
    const change = { batchId, revision, name, description: '', priority: 1, dueAt: null, people: [] };
    await expect(updateBatch(test.deps, manager, { ...change, overlap: 2 })).rejects.toThrow('has ended');
    await updateBatch(test.deps, manager, { ...change, overlap: 1, name: 'Renamed' });
  });

  it('does not end while somebody takes an answer back', async () => {
    const batchId = await start({ size: 10 });
    await work(ann, batchId, (_, item) => (item === 9 ? null : said(true)));
    // Ended: the skipped row was the last one.
    const ended = await getBatch(test.deps, manager, { batchId });
    expect(ended.status).toBe('DONE');
    const { tasks } = await listTasks(test.deps, manager, { batchId, after: null, limit: 50 });
    for (const { id: taskId } of tasks) {
      await expect(takeBack(test.deps, ann, { taskId })).rejects.toThrow('has ended');
    }
  });

  it('takes back or ends, whichever comes first, and never both', async () => {
    for (let round = 0; round < 4; round += 1) {
      const batchId = await start({ size: 10 });
      const first = await claimWork(test.deps, ann, { projectId, batchId, want: 1 });
      const second = await claimWork(test.deps, ben, { projectId, batchId, want: 1 });
      const hand = (person: UserActor, { tasks }: typeof first) =>
        submitTask(test.deps, person, {
          taskId: tasks[0]?.id ?? '',
          leaseId: tasks[0]?.leaseId ?? '',
          annotationId: test.deps.ids.next(),
          payload: said(true),
          activeMs: 1,
          toolVersion: 'test',
        });
      await hand(ann, first);
      // All others are answered, so that Ben's is the last.
      await work(ann, batchId, () => said(true));
      const [back] = await Promise.allSettled([
        takeBack(test.deps, ann, { taskId: first.tasks[0]?.id ?? '' }),
        hand(ben, second),
      ]);
      const { status, tasks } = await getBatch(test.deps, manager, { batchId });
      expect([status, tasks.leased]).toEqual(back.status === 'fulfilled' ? ['OPEN', 1] : ['DONE', 0]);
    }
  });

  it('can be taken back from while it runs, and a cancelled one is opened too', async () => {
    const batchId = await start({ size: 10 });
    const { tasks } = await claimWork(test.deps, ann, { projectId, batchId, want: 1 });
    const [task] = tasks;
    if (task === undefined) throw new Error('nothing is served');
    const answer = { taskId: task.id, leaseId: task.leaseId, activeMs: 1, toolVersion: 'test' };
    const { ids } = test.deps;
    await submitTask(test.deps, ann, { ...answer, annotationId: ids.next(), payload: said(true) });
    const { leaseId } = await takeBack(test.deps, ann, { taskId: task.id });
    await submitTask(test.deps, ann, { ...answer, leaseId, annotationId: ids.next(), payload: said(false) });
    await cancelBatch(test.deps, manager, { batchId, reason: '' });
    const result = await blindResult(test.deps, manager, { batchId });
    const known = (await truths(batchId)).get(task.item);
    expect(result).toMatchObject({
      state: 'open',
      total: { n: 1, right: isReal(known?.truth) ? 0 : 1, p: 1 },
    });
  });
});

describe('a blind test whose building was interrupted', () => {
  it('goes on with the rows that were drawn', async () => {
    const { deps } = test;
    const { batchId, jobId } = await createBlindTest(deps, manager, {
      projectId,
      name: 'Killed half-way',
      description: '',
      runId: source.runId,
      size: 12,
      overlap: 2,
      priority: 1,
      dueAt: null,
      assignment: 'pull',
      people: [],
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
    const before = await truths(batchId);
    expect(before.size).toBe(12);
    await retryJob(deps, manager, jobId);
    expect((await runHere(deps, manager, jobId)).status).toBe('SUCCEEDED');
    expect(await truths(batchId)).toEqual(before);
    const batch = await getBatch(deps, manager, { batchId });
    expect(batch).toMatchObject({ status: 'OPEN', samples: 12, tasks: { open: 24 } });
  });
});

const everything = (batchId: string) => ({
  projectId,
  batchId,
  days: null,
  timeZone: 'UTC',
  status: null,
  day: null,
  skipReason: null,
  label: null,
  limit: 50,
  before: null,
});

describe('real rows', () => {
  const reasonsNow = async () =>
    (await blindTestOf(test.deps, manager, { projectId, runId: source.runId })).reasons.map(
      ({ field }) => field,
    );
  const create = (of: { runId?: string; size?: number } = {}) =>
    createBlindTest(test.deps, manager, {
      projectId,
      name: 'Another',
      description: '',
      runId: source.runId,
      size: 10,
      overlap: 1,
      priority: 1,
      dueAt: null,
      assignment: 'pull',
      people: [],
      ...of,
    });

  it('are shown only where the terms say so, whatever else they permit', async () => {
    expect(await blindTestOf(test.deps, manager, { projectId, runId: source.runId })).toEqual({
      sourceId: source.sourceId,
      reasons: [],
      columns: ['age', 'city'],
      leftOut: [
        { column: 'key', why: 'identifier' },
        { column: 'mail', why: 'personal-data' },
      ],
      most: 40,
    });
    await setTerms(test, manager, source.sourceId, OPEN_TERMS);
    expect(await reasonsNow()).toEqual(['terms.rowsToLabellers']);
    await expect(create()).rejects.toMatchObject({ code: 'not-ready', field: 'terms.rowsToLabellers' });
  });

  it.each([
    [
      'a consent that was withdrawn',
      { consent: { ...SHOWN.consent, withdrawnOn: '2026-01-01' } },
      'terms.consent.withdrawnOn',
    ],
    [
      'a consent for other purposes',
      { consent: { ...SHOWN.consent, scope: ['analytics'] } },
      'terms.consent.scope',
    ],
    [
      'a licence that has expired',
      { licence: { ...SHOWN.licence, expiresOn: '2020-01-01' } },
      'terms.licence.expiresOn',
    ],
    [
      'a retention that has ended',
      { retention: { deleteOn: '2020-01-01', keepForDays: null, legalHold: null } },
      'terms.retention',
    ],
  ])('are not shown under %s', async (_, change, field) => {
    await setTerms(test, manager, source.sourceId, { ...SHOWN, ...change } as typeof SHOWN);
    expect(await reasonsNow()).toEqual([field]);
    await expect(create()).rejects.toMatchObject({ code: 'not-ready' });
  });

  it('are not shown where a person made the rows, or too few can be, or more are asked for', async () => {
    const ruled = await addRowsRun(test, manager, { projectId, csv: 'age\n1\n2\n', withoutSource: true });
    await expect(create({ runId: ruled })).rejects.toThrow('made from no real data');
    const short = await addRowsRun(test, manager, { projectId, csv: 'age\n1\n2\n', source });
    await expect(create({ runId: short })).rejects.toThrow('needs 10 rows of each');
    await expect(create({ size: 41 })).rejects.toMatchObject({ field: 'size' });
  });

  it('stop being shown at once: the test pauses, says why, tells its maker, and goes on when it may', async () => {
    const batchId = await start({ size: 10 });
    const first = await claimWork(test.deps, ann, { projectId, batchId, want: 1 });
    expect(first.tasks).toHaveLength(1);
    await setTerms(test, manager, source.sourceId, {
      ...SHOWN,
      consent: SHOWN.consent === null ? null : { ...SHOWN.consent, withdrawnOn: '2026-01-01' },
    });
    const then = await claimWork(test.deps, ann, { projectId, batchId, want: 1 });
    expect(then).toEqual({ tasks: [], batches: [] });
    const stopped = await getBatch(test.deps, manager, { batchId });
    expect(stopped).toMatchObject({ status: 'PAUSED', tasks: { open: 10, leased: 0 } });
    expect(stopped.failure?.message).toContain('Consent was withdrawn');
    expect(await whyNone(test.deps, ann, { projectId, batchId })).toMatchObject([{ why: 'paused' }]);
    const told = await query(test.deps, manager, (t) => t.notifications.list(manager.userId, 5, null));
    expect(JSON.stringify(told)).toContain('batch.stopped');
    await expect(pauseBatch(test.deps, manager, { batchId, does: 'resume' })).rejects.toThrow('withdrawn');
    await setTerms(test, manager, source.sourceId, SHOWN);
    await pauseBatch(test.deps, manager, { batchId, does: 'resume' });
    expect((await getBatch(test.deps, manager, { batchId })).failure).toBeNull();
    expect((await claimWork(test.deps, ann, { projectId, batchId, want: 1 })).tasks).toHaveLength(1);
  });

  it('are taken from everybody who holds them, also where somebody else stopped or paused it before', async () => {
    const batchId = await start({ size: 10, overlap: 2 });
    const other = await start({ size: 10, overlap: 2 });
    for (const person of [ann, ben]) {
      for (const id of [batchId, other]) {
        await claimWork(test.deps, person, { projectId, batchId: id, want: 2 });
      }
    }
    await pauseBatch(test.deps, manager, { batchId: other, does: 'pause' });
    await setTerms(test, manager, source.sourceId, OPEN_TERMS);
    for (const person of [ann, ben, ann]) {
      for (const id of [batchId, other]) {
        const claimed = await claimWork(test.deps, person, { projectId, batchId: id, want: 2 });
        expect(claimed).toEqual({ tasks: [], batches: [] });
      }
    }
    for (const id of [batchId, other]) {
      expect(await getBatch(test.deps, manager, { batchId: id })).toMatchObject({
        status: 'PAUSED',
        tasks: { open: 20, leased: 0 },
      });
    }
    for (const id of [batchId, other]) await cancelBatch(test.deps, manager, { batchId: id, reason: '' });
  });

  it('leave the way free to other work when they stop', async () => {
    const elsewhere = await test.project(manager);
    await test.inProject(elsewhere, ann, ['annotator']);
    const own = await addBlindSource(test, manager, elsewhere);
    const blind = await addBlindTest(test, manager, {
      projectId: elsewhere,
      runId: own.runId,
      size: 10,
      priority: 3,
    });
    const labels = await addBatch(test, manager, { projectId: elsewhere, runId: own.runId, priority: 0 });
    await trashRun(test.deps, manager, { runId: own.runId });
    const { tasks } = await claimWork(test.deps, ann, { projectId: elsewhere, batchId: null, want: 1 });
    expect(tasks.map(({ batchId }) => batchId)).toEqual([labels]);
    const stopped = await getBatch(test.deps, manager, { batchId: blind });
    expect(stopped.failure?.message).toContain('The run is in the trash');
  });

  it('are those for tuning of the split by which the run was made, also after a new one', async () => {
    const own = await addBlindSource(test, manager, projectId);
    const before = await query(test.deps, manager, (t) => t.sources.activeSplit(own.versionId));
    await query(test.deps, manager, async (t) => {
      const run = await t.runs.get(own.runId);
      expect(run?.splitId).toBe(before?.id);
    });
    const { jobId } = await orderSplit(test.deps, manager, {
      versionId: own.versionId,
      plan: { method: 'random', seed: 'another', shares: { fit: 25, tune: 50, test: 25 } },
    });
    await runHere(test.deps, manager, jobId);
    const batchId = await addBlindTest(test, manager, { projectId, runId: own.runId, size: 40 });
    const isTune = await readSplit(test.deps, before?.assignmentKey ?? '', SPLIT_BYTES.tune);
    const real = [...(await truths(batchId)).values()].filter(({ truth }) => isReal(truth));
    expect(real.length).toBeGreaterThan(5);
    expect(real.every(({ row }) => isTune(row))).toBe(true);
  });

  it('are gone with their source', async () => {
    const own = await addBlindSource(test, manager, projectId);
    const batchId = await addBlindTest(test, manager, { projectId, runId: own.runId, size: 10 });
    await trashSource(test.deps, manager, { sourceId: own.sourceId });
    expect((await claimWork(test.deps, ann, { projectId, batchId, want: 1 })).tasks).toEqual([]);
    expect((await getBatch(test.deps, manager, { batchId })).status).toBe('PAUSED');
  });

  it('are written down as shown, without saying which', async () => {
    const batchId = await start({ size: 10 });
    await claimWork(test.deps, ann, { projectId, batchId, want: 2 });
    const { events } = await listEvents(test.deps, manager, {
      action: 'batch.real-rows-shown',
      objectType: 'batch',
      objectId: batchId,
      limit: 10,
      before: null,
    });
    const shown = events.map(({ id }) => id);
    expect(shown.length).toBe(1);
    expect(JSON.stringify(events[0]?.details)).not.toMatch(/origin|"real"/);
  });
});
