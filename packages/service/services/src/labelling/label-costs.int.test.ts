import { type Annotation, type LabellingRates, labellingRates } from '@assay/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { query } from '../frame/command.ts';
import { listEvents } from '../ledger/list-events.ts';
import { openReview } from '../review/claim-review.ts';
import { decideItem } from '../review/decide-review.ts';
import { listReview } from '../review/read-inbox.ts';
import { addBatch, addLabelSchema, answerOf } from '../testing/add-batch.ts';
import { addRowsRun } from '../testing/add-rows-run.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { previewVersion } from '../versions/read-labels.ts';
import { submitTask, takeBack } from '../work/answer-task.ts';
import { claimTasks } from '../work/claim-tasks.ts';
import { labelCosts } from './label-costs.ts';
import { labellingPulse } from './labelling-numbers.ts';
import { getLabellingRates, saveLabellingRates } from './labelling-rates.ts';

const soak = process.env.ASSAY_SOAK === '1' ? 20 : 1;
const ROWS = 30;
const csv = `id\n${Array.from({ length: ROWS }, (_, i) => i).join('\n')}\n`;
const SECOND = 1000;

let test: TestDeps;
let manager: UserActor;
let ann: UserActor;
let ben: UserActor;
let expert: UserActor;
beforeAll(async () => {
  test = await createTestDeps();
  const { owner, orgId } = await test.organisation();
  manager = owner;
  const member = () => test.member(orgId, ['member']);
  [ann, ben, expert] = await Promise.all([member(), member(), member()]);
}, 60_000);
afterAll(() => test.close());

/** A project with its people, a run of thirty rows and a label schema. */
async function begin() {
  const projectId = await test.project(manager);
  for (const person of [ann, ben]) await test.inProject(projectId, person, ['annotator']);
  await test.inProject(projectId, expert, ['expert']);
  const runId = await addRowsRun(test, manager, { projectId, csv });
  const labelSchemaVersionId = await addLabelSchema(test, manager, projectId);
  return { projectId, runId, labelSchemaVersionId };
}
type Project = Awaited<ReturnType<typeof begin>>;

const rates = (part: Partial<LabellingRates> = {}): LabellingRates =>
  labellingRates.parse({
    type: 'assay.labelling-rates',
    version: 1,
    currency: 'EUR',
    annotator: 3600,
    expert: 7200,
    people: [],
    machine: { by: 'rows', thousand: 1000 },
    ...part,
  });

const save = (
  { projectId }: Project,
  known: number,
  part: Partial<LabellingRates> = {},
  holdsFrom: Date | null = null,
) => saveLabellingRates(test.deps, manager, { projectId, known, holdsFrom, note: '', rates: rates(part) });

async function answer(
  person: UserActor,
  { projectId }: Project,
  batchId: string,
  said: (row: number) => { payload: Annotation; seconds: number },
  most = ROWS,
): Promise<string[]> {
  const tasks: string[] = [];
  while (tasks.length < most) {
    const [task] = await claimTasks(test.deps, person, { projectId, batchId, want: 1 });
    if (task?.leaseId == null) return tasks;
    const { payload, seconds } = said(task.row);
    await submitTask(test.deps, person, {
      taskId: task.id,
      leaseId: task.leaseId,
      annotationId: test.deps.ids.next(),
      payload,
      activeMs: seconds * SECOND,
      toolVersion: 'test',
    });
    tasks.push(task.id);
  }
  return tasks;
}

const selection = (size: number) => ({
  type: 'assay.batch-selection' as const,
  version: 1 as const,
  where: { op: 'compare' as const, column: 'id', comparator: '<' as const, value: size },
  size: null,
  quota: null,
  order: 'row' as const,
  seed: 'costs',
});
const costs = ({ projectId }: Project, batchId: string | null = null) =>
  labelCosts(test.deps, manager, { projectId, batchId });

it('is the time of people and the making of rows over the labels that are accepted, by hand', async () => {
  const project = await begin();
  const batchId = await addBatch(test, manager, {
    ...project,
    overlap: 2,
    reviewRate: 0,
    selection: selection(4),
  });
  const nothing = await costs(project);
  expect(nothing).toMatchObject({
    currency: null,
    total: { accepted: 0, each: { all: { defined: false, reason: 'nothing-accepted' } } },
    batches: [],
    people: [],
    labels: [],
  });
  // Rows 0 to 2: both say yes. Row 3: Ben says no, and an expert decides for no.
  const tasks = await answer(ann, project, batchId, () => ({ payload: answerOf(true), seconds: 10 }));
  await answer(ben, project, batchId, (row) => ({ payload: answerOf(row !== 3), seconds: 20 }));
  expect((await costs(project)).total).toMatchObject({
    accepted: 3,
    activeMs: 120 * SECOND,
    human: { known: false, reason: 'no-rate' },
    machine: { known: false, reason: 'no-machine-rate' },
    each: { all: { defined: false, reason: 'no-rate' } },
  });
  const pulse = async () =>
    (await labellingPulse(test.deps, manager, { projectId: project.projectId })).pulse;
  const before = await pulse();
  await save(project, 0);
  expect(await pulse()).not.toBe(before);
  const { items } = await listReview(test.deps, expert, {
    projectId: project.projectId,
    status: 'OPEN',
    batchId,
    after: null,
    limit: 50,
  });
  expect(items).toHaveLength(1);
  const reviewItemId = items[0]?.id ?? '';
  const { leaseId } = await openReview(test.deps, expert, { reviewItemId });
  const unheard = await pulse();
  await decideItem(test.deps, expert, {
    reviewItemId,
    leaseId,
    verdict: { kind: 'correct', payload: answerOf(false), faults: ['wrong-label'], comment: '' },
    activeMs: 30 * SECOND,
  });
  expect(await pulse()).not.toBe(unheard);

  // 120 s at 36.00 an hour are 120 cents, 30 s at 72.00 are 60; four rows at 10.00 a thousand are 4.
  const found = await costs(project);
  expect(found.currency).toBe('EUR');
  expect(found.total).toEqual({
    accepted: 4,
    activeMs: 150 * SECOND,
    human: { known: true, units: 180 },
    machine: { known: true, units: 4 },
    each: {
      human: { defined: true, thousandths: 45_000 },
      machine: { defined: true, thousandths: 1000 },
      all: { defined: true, thousandths: 46_000 },
    },
  });
  expect(found.work).toEqual([
    { work: 'answer', activeMs: 120 * SECOND, cost: { known: true, units: 120 } },
    { work: 'review', activeMs: 30 * SECOND, cost: { known: true, units: 60 } },
  ]);
  expect(found.batches).toMatchObject([{ id: batchId, ...found.total }]);
  // Each label rests on all who said something to its row; an expert's label is the expert's too.
  const person = (userId: string) => found.people.find((each) => each.userId === userId);
  expect(person(ann.userId)).toMatchObject({
    accepted: 4,
    human: { units: 40 },
    each: { thousandths: 10_000 },
  });
  expect(person(ben.userId)).toMatchObject({ accepted: 4, human: { units: 80 } });
  expect(person(expert.userId)).toMatchObject({ accepted: 1, human: { units: 60 } });
  // The rows of "yes" took 90 s; that of "no" 30 s of answers and 30 s of the expert.
  expect(found.labels).toMatchObject([
    { label: 'Yes', accepted: 3, human: { units: 90 }, machine: { units: 3 } },
    { label: 'No', accepted: 1, human: { units: 90 }, each: { all: { thousandths: 91_000 } } },
  ]);

  // An answer that is taken back cost its time all the same.
  await takeBack(test.deps, ann, { taskId: tasks[0] ?? '' });
  const after = await costs(project);
  expect(after.total).toMatchObject({ accepted: 4, human: { units: 180 } });
  expect(after.work.map(({ work, activeMs }) => [work, activeMs / SECOND])).toEqual([
    ['answer', 110],
    ['redone', 10],
    ['review', 30],
  ]);
}, 60_000);

it('charges each piece of work by the rates that held for it then, and keeps what was saved before', async () => {
  const project = await begin();
  const { projectId } = project;
  const batchId = await addBatch(test, manager, { ...project, reviewRate: 0, selection: selection(2) });
  await answer(ann, project, batchId, () => ({ payload: answerOf(true), seconds: 10 }));
  const units = async () => (await costs(project)).total.human;
  // Only from tomorrow: nothing held when the work was done.
  const day = 86_400_000;
  await save(project, 0, {}, new Date(Date.now() + day));
  expect(await units()).toEqual({ known: false, reason: 'no-rate' });
  await save(project, 1, { annotator: 1800 });
  expect(await units()).toEqual({ known: true, units: 10 });
  // A rate of one's own, since yesterday.
  const own = { people: [{ personId: ann.userId, hour: 36_000 }] };
  await save(project, 2, own, new Date(Date.now() - day));
  expect(await units()).toEqual({ known: true, units: 200 });
  // Ten minutes of a worker at 36.00 an hour made thirty rows, of which two were answered.
  const job = { id: test.deps.ids.next(), runId: test.deps.ids.next() };
  const began = new Date();
  await query(test.deps, manager, async (t) => {
    await t.jobs.create({
      id: job.id,
      outboxId: test.deps.ids.next(),
      kind: 'generation.shard',
      payload: { runId: project.runId, shard: 0 },
      projectId,
      subjectType: 'run',
      subjectId: project.runId,
      region: 'local',
      unit: 'rows',
      createdBy: manager.userId,
    });
    await t.jobs.begin(job.id, job.runId, began, 60_000);
    const at = new Date(began.getTime() + 600_000);
    await t.jobs.end(job.id, job.runId, { status: 'SUCCEEDED', at });
  });
  await save(project, 3, { machine: { by: 'hours', hour: 3600 } });
  expect((await costs(project)).total.machine).toEqual({ known: true, units: 40 });
  const { versions } = await getLabellingRates(test.deps, manager, { projectId });
  expect(versions.map(({ number, replaced }) => [number, replaced])).toEqual([
    [4, false],
    [3, true],
    [2, true],
    [1, true],
  ]);
  const { events } = await listEvents(test.deps, manager, {
    projectId,
    action: 'cost.rates-saved',
    limit: 10,
    before: null,
  });
  expect(events).toHaveLength(4);
  // Somebody else saved meanwhile; another currency for a part of the work; a person who is not here.
  await expect(save(project, 3)).rejects.toMatchObject({ code: 'stale' });
  await expect(save(project, 4, { currency: 'USD' }, new Date())).rejects.toMatchObject({
    code: 'bad-input',
  });
  const stranger = { people: [{ personId: test.deps.ids.next(), hour: 1 }] };
  await expect(save(project, 4, stranger)).rejects.toMatchObject({ code: 'bad-input' });
  await save(project, 4, { currency: 'USD' });
  expect((await costs(project)).currency).toBe('USD');
}, 60_000);

let state = 20_261_122;
// A linear congruential draw (Park and Miller 1988): the same answers each time.
const below = (n: number): number => {
  state = (state * 48_271) % 2_147_483_647;
  return state % n;
};

it('accepts exactly the labels that a version of accepted samples would take', async () => {
  for (let round = 0; round < soak; round += 1) {
    const project = await begin();
    const { projectId, runId } = project;
    const batchIds: string[] = [];
    for (const overlap of [3, 1]) {
      batchIds.push(
        await addBatch(test, manager, { ...project, overlap, reviewRate: 0, selection: selection(20) }),
      );
    }
    const said = (): { payload: Annotation; seconds: number } => ({
      payload: {
        ...answerOf(below(3) > 0),
        realism:
          below(4) === 0 ? { verdict: below(2) === 0 ? 'implausible' : 'plausible', reasons: [] } : null,
        artefact: below(8) === 0,
      },
      seconds: 1,
    });
    for (const person of [ann, ben, expert]) {
      for (const batchId of batchIds) {
        const tasks = await answer(person, project, batchId, said, 8 + below(12));
        for (const taskId of tasks) {
          if (below(10) === 0) await takeBack(test.deps, person, { taskId }).catch(() => undefined);
        }
      }
    }
    const { items } = await listReview(test.deps, manager, {
      projectId,
      status: 'OPEN',
      after: null,
      limit: 50,
    });
    for (const { id: reviewItemId } of items) {
      if (below(2) === 0) continue;
      const { leaseId } = await openReview(test.deps, manager, { reviewItemId });
      const verdict =
        below(3) === 0
          ? { kind: 'reject' as const, faults: ['implausible' as const], comment: '' }
          : { kind: 'correct' as const, payload: answerOf(true), faults: ['careless' as const], comment: '' };
      await decideItem(test.deps, manager, { reviewItemId, leaseId, verdict });
    }
    const version = await previewVersion(test.deps, manager, {
      projectId,
      runIds: [runId],
      scope: 'accepted',
      method: 'majority',
    });
    const found = await costs(project);
    expect(version.labels).toBeGreaterThan(3);
    expect(version.labels).toBeLessThan(20);
    expect(found.total.accepted).toBe(version.labels);
    expect(found.labels.reduce((sum, each) => sum + each.accepted, 0)).toBe(version.labels);
    for (const batchId of batchIds) {
      const alone = await costs(project, batchId);
      const among = found.batches.find((each) => each.id === batchId);
      expect(alone.total.accepted).toBe(among?.accepted);
      expect(alone.total.activeMs).toBe(among?.activeMs);
    }
  }
}, 120_000);
