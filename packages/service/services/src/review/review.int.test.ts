import { type Annotation, DEFAULT_ROUTING, guideline, type ReviewRouting } from '@assay/contracts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { getAgreement } from '../agreement/read-agreement.ts';
import { query } from '../frame/command.ts';
import { addSampleExample } from '../guidelines/add-example.ts';
import { getGuideline } from '../guidelines/read-guidelines.ts';
import { createGuideline } from '../guidelines/save-guideline.ts';
import { homeSummary } from '../home/home-summary.ts';
import { listEvents } from '../ledger/list-events.ts';
import { addBatch, addLabelSchema, answerOf } from '../testing/add-batch.ts';
import { addRowsRun } from '../testing/add-rows-run.ts';
import { runHere } from '../testing/run-jobs.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { skipTask, submitTask, takeBack } from '../work/answer-task.ts';
import { claimTasks } from '../work/claim-tasks.ts';
import { updateBatch } from '../work/control-batch.ts';
import { getBatch } from '../work/read-batches.ts';
import { answerReturn } from './answer-return.ts';
import { claimReview, openReview, releaseReview } from './claim-review.ts';
import { decideItem, type ReviewVerdict, undoReview } from './decide-review.ts';
import { listDecisions } from './read-decisions.ts';
import { listReview } from './read-inbox.ts';
import { getReview } from './read-item.ts';
import { getReturn, listReturns } from './read-returns.ts';
import { getRouting, saveRouting } from './review-routing.ts';
import { sweepReview } from './sweep-batch.ts';

const ROWS = 60;
const WORDS = { faults: ['wrong-label'], comment: 'It says so in the guideline.' } as const;
let test: TestDeps;
let manager: UserActor;
let expert: UserActor;
let other: UserActor;
let ann: UserActor;
let ben: UserActor;
let projectId: string;
let runId: string;
let labelSchemaVersionId: string;

beforeAll(async () => {
  test = await createTestDeps();
  const organisation = await test.organisation();
  manager = organisation.owner;
  projectId = await test.project(manager);
  const member = () => test.member(organisation.orgId, ['member']);
  [ann, ben, expert, other] = await Promise.all([member(), member(), member(), member()]);
  for (const person of [ann, ben]) await test.inProject(projectId, person, ['annotator']);
  for (const person of [expert, other]) await test.inProject(projectId, person, ['expert', 'annotator']);
  const csv = `id\n${Array.from({ length: ROWS }, (_, i) => i).join('\n')}\n`;
  runId = await addRowsRun(test, manager, { projectId, csv });
  labelSchemaVersionId = await addLabelSchema(test, manager, projectId);
}, 240_000);
afterAll(() => test.close());

let batchId: string;
let known = 0;
const routing = (part: Partial<ReviewRouting> = {}): ReviewRouting => ({
  ...DEFAULT_ROUTING,
  random: { share: 0, seed: 'test' },
  ...part,
});

/** A batch of so many rows, two answers each, and nothing by chance. */
async function makeBatch(size: number, overlap = 2) {
  batchId = await addBatch(test, manager, {
    projectId,
    runId,
    labelSchemaVersionId,
    overlap,
    selection: {
      type: 'assay.batch-selection',
      version: 1,
      where: { op: 'compare', column: 'id', comparator: '<', value: size },
      size: null,
      quota: null,
      order: 'row',
      seed: 'test',
    },
  });
}
beforeEach(async () => {
  const found = await getRouting(test.deps, manager, { projectId, batchId: null });
  known = found.known;
  if (known === 0)
    await saveRouting(test.deps, manager, { projectId, batchId: null, known, document: routing() });
});

type Answered = { taskId: string; annotationId: string };
async function answer(person: UserActor, payload: Annotation | null): Promise<Answered> {
  const { deps } = test;
  const [task] = await claimTasks(deps, person, { projectId, batchId, want: 1 });
  if (task === undefined || task.leaseId === null) throw new Error('Nothing is served.');
  const turn = { taskId: task.id, leaseId: task.leaseId };
  if (payload === null) {
    await skipTask(deps, person, { ...turn, reason: 'unclear', note: null });
    return { taskId: task.id, annotationId: '' };
  }
  const annotationId = deps.ids.next();
  await submitTask(deps, person, { ...turn, annotationId, payload, activeMs: 1, toolVersion: 'test' });
  return { taskId: task.id, annotationId };
}

const inbox = (more: Partial<Parameters<typeof listReview>[2]> = {}) =>
  listReview(test.deps, expert, { projectId, status: 'OPEN', batchId, after: null, limit: 50, ...more });
const take = (person: UserActor, reviewItemId: string) => openReview(test.deps, person, { reviewItemId });
async function decide(person: UserActor, reviewItemId: string, verdict: ReviewVerdict) {
  const { leaseId } = await take(person, reviewItemId);
  return decideItem(test.deps, person, { reviewItemId, leaseId, verdict });
}
const finalLabels = () => query(test.deps, manager, (t) => t.decisions.current(batchId, -1, 100));

/** A batch of one row that two people answer differently: the item, and their answers. */
async function disagreement() {
  await makeBatch(1);
  const first = await answer(ann, answerOf(true));
  const second = await answer(ben, answerOf(false));
  const [item] = (await inbox()).items;
  if (item === undefined) throw new Error('Nothing waits for an expert.');
  return { itemId: item.id, first, second };
}

it('puts a sample before an expert with the last answer, when there is a reason, and says how many are alike', async () => {
  await makeBatch(5);
  await answer(ann, answerOf(true));
  expect((await inbox()).items).toEqual([]);
  await answer(ben, answerOf(false));
  for (const person of [ann, ben]) await answer(person, answerOf(true));
  await answer(ann, answerOf(false));
  await answer(ben, answerOf(true));
  await answer(ann, {
    ...answerOf(true),
    comment: 'Is it?',
    realism: { verdict: 'implausible', reasons: [] },
  });
  await answer(ben, answerOf(true));
  await answer(ann, null);
  await answer(ben, answerOf(true));
  const { items, counts, reasons, labels, batches } = await inbox();
  expect(items.map((each) => [each.row, each.marks.map((mark) => mark.reason), each.alikeCount])).toEqual([
    [0, ['disagreement'], 2],
    [2, ['disagreement'], 2],
    [3, ['implausible', 'comment'], 1],
    [4, ['skipped'], 1],
  ]);
  expect(counts).toMatchObject({ open: 4 });
  expect(reasons).toContainEqual({ reason: 'disagreement', count: 2 });
  expect(labels).toHaveLength(2);
  expect(batches).toMatchObject([{ id: batchId, count: 4 }]);
  expect((await inbox({ reason: 'comment' })).items.map((each) => each.row)).toEqual([3]);
  expect((await inbox({ alike: items[0]?.alike })).items.map((each) => each.row)).toEqual([0, 2]);
  const page = await inbox({ limit: 2 });
  expect(page.next).toBe(items[1]?.id);
  expect((await inbox({ after: page.next })).items.map((each) => each.row)).toEqual([3, 4]);
}, 120_000);

it('tells experts at home how many samples wait for them: not what they answered, or what another has in hand', async () => {
  const waiting = async (person: UserActor) => {
    const { waits, next } = await homeSummary(test.deps, person);
    expect(next.some((step) => step.code === 'decide-samples')).toBe(waits.reviews.length > 0);
    return waits.reviews.map(({ samples, link }) => ({ samples, link }));
  };
  const link = `/projects/${projectId}/review`;
  const before = (await waiting(expert))[0]?.samples ?? 0;
  const { itemId } = await disagreement();
  expect(await waiting(expert)).toEqual([{ samples: before + 1, link }]);
  await makeBatch(1);
  await answer(expert, answerOf(true));
  await answer(ann, answerOf(false));
  expect(await waiting(expert)).toEqual([{ samples: before + 1, link }]);
  expect(await waiting(other)).toEqual([{ samples: before + 2, link }]);
  await take(expert, itemId);
  expect(await waiting(other)).toEqual([{ samples: before + 1, link }]);
  expect(await waiting(ann)).toEqual([]);
  expect(await waiting(manager)).toEqual([]);
}, 120_000);

it('sees the last two answers of one sample that come at the same moment', async () => {
  await makeBatch(1);
  const tasks = await Promise.all(
    [ann, ben].map((person) => claimTasks(test.deps, person, { projectId, batchId, want: 1 })),
  );
  await Promise.all(
    [ann, ben].map(async (person, at) => {
      const task = tasks[at]?.[0];
      await submitTask(test.deps, person, {
        taskId: task?.id ?? '',
        leaseId: task?.leaseId ?? '',
        annotationId: test.deps.ids.next(),
        payload: answerOf(at === 0),
        activeMs: 1,
        toolVersion: 'test',
      });
    }),
  );
  expect((await inbox()).items).toHaveLength(1);
}, 120_000);

it('serves nobody their own, and nobody what another has in hand', async () => {
  await makeBatch(2);
  for (const yes of [true, false]) {
    await answer(ann, answerOf(yes));
    await answer(expert, answerOf(!yes));
  }
  const claim = (person: UserActor) =>
    claimReview(test.deps, person, { projectId, batchId, near: null, passed: [] });
  expect(await claim(expert)).toBeNull();
  const [first] = (await inbox()).items;
  expect(first?.own).toBe(true);
  await expect(take(expert, first?.id ?? '')).rejects.toMatchObject({ code: 'forbidden' });
  const held = await claim(other);
  expect(held?.itemId).toBe(first?.id);
  // Asked again, one goes on with what one has.
  expect((await claim(other))?.itemId).toBe(first?.id);
  await expect(take(manager, first?.id ?? '')).rejects.toMatchObject({ code: 'conflict' });
  expect((await claim(manager))?.itemId).not.toBe(first?.id);
  const { leaseId } = await take(other, first?.id ?? '');
  await releaseReview(test.deps, other, { leaseId });
  await expect(
    decideItem(test.deps, other, {
      reviewItemId: first?.id ?? '',
      leaseId,
      verdict: { kind: 'reject', ...WORDS },
    }),
  ).rejects.toMatchObject({ code: 'stale' });
}, 120_000);

it('accepts, corrects and rejects, each once, checked, and undone by whoever did it', async () => {
  const { itemId, first } = await disagreement();
  const before = await getReview(test.deps, expert, { reviewItemId: itemId });
  expect(before.answers.map((each) => [each.author.letter, each.author.name])).toEqual([
    ['A', null],
    ['B', null],
  ]);
  expect(before.cells).toHaveLength(before.columns.length);
  await decide(expert, itemId, { kind: 'accept', annotationId: first.annotationId, faults: [], comment: '' });
  expect(await finalLabels()).toMatchObject([{ outcome: 'accepted', payload: answerOf(true), item: 0 }]);
  await expect(take(other, itemId)).rejects.toMatchObject({ code: 'conflict' });
  await expect(undoReview(test.deps, other, { reviewItemId: itemId })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(takeBack(test.deps, ann, { taskId: first.taskId })).rejects.toMatchObject({
    code: 'conflict',
  });
  await undoReview(test.deps, expert, { reviewItemId: itemId });
  expect(await finalLabels()).toEqual([]);
  const empty = { ...answerOf(true), answers: {} };
  await expect(decide(expert, itemId, { kind: 'correct', payload: empty, ...WORDS })).rejects.toMatchObject({
    code: 'bad-input',
    field: expect.stringContaining('verdict.payload'),
  });
  await expect(decide(expert, itemId, { kind: 'reject', faults: [], comment: '' })).rejects.toMatchObject({
    field: 'verdict.faults',
  });
  await decide(expert, itemId, { kind: 'correct', payload: answerOf(false), ...WORDS });
  expect(await finalLabels()).toMatchObject([{ outcome: 'corrected', payload: answerOf(false) }]);
  await undoReview(test.deps, expert, { reviewItemId: itemId });
  await decide(expert, itemId, { kind: 'reject', ...WORDS });
  expect(await finalLabels()).toMatchObject([{ outcome: 'rejected', payload: null }]);
  const { history } = await getReview(test.deps, manager, { reviewItemId: itemId });
  expect(history.map((each) => each.kind)).toEqual(['accepted', 'undone', 'corrected', 'undone', 'rejected']);
  const { decisions } = await listDecisions(test.deps, expert, {
    projectId,
    mine: true,
    before: null,
    limit: 10,
  });
  expect(decisions.slice(0, 3).map((each) => [each.kind, each.stands])).toEqual([
    ['rejected', true],
    ['corrected', false],
    ['accepted', false],
  ]);
  const { events } = await listEvents(test.deps, manager, {
    objectType: 'reviewItem',
    objectId: itemId,
    limit: 20,
    before: null,
  });
  expect(events.map((each) => each.action).sort()).toEqual(
    ['review.accepted', 'review.corrected', 'review.rejected', 'review.undone', 'review.undone'].sort(),
  );
}, 120_000);

it('sends answers back: authors revise or contest, and the sample comes first again', async () => {
  const { itemId, first, second } = await disagreement();
  const sendBack: ReviewVerdict = {
    kind: 'send-back',
    annotationIds: [first.annotationId, second.annotationId],
    proposal: answerOf(false),
    ...WORDS,
  };
  await decide(expert, itemId, sendBack);
  await undoReview(test.deps, expert, { reviewItemId: itemId });
  const listOf = (person: UserActor) =>
    listReturns(test.deps, person, { projectId, waiting: true, before: null, limit: 10 });
  expect((await listOf(ann)).waiting).toBe(0);
  await decide(expert, itemId, sendBack);
  const [returned] = (await listOf(ann)).returns;
  const returnId = returned?.id ?? '';
  expect(await getReturn(test.deps, ann, { returnId })).toMatchObject({
    answer: answerOf(true),
    proposal: answerOf(false),
    comment: WORDS.comment,
  });
  await expect(getReturn(test.deps, ben, { returnId })).rejects.toMatchObject({ code: 'not-found' });
  const revision = {
    annotationId: test.deps.ids.next(),
    payload: answerOf(false),
    activeMs: 5,
    toolVersion: 'test',
  };
  await answerReturn(test.deps, ann, { returnId, reply: 'I see.', revision });
  // Sent twice, counted once.
  await answerReturn(test.deps, ann, { returnId, reply: 'I see.', revision });
  await expect(undoReview(test.deps, expert, { reviewItemId: itemId })).rejects.toMatchObject({
    code: 'conflict',
  });
  expect((await inbox()).items).toEqual([]);
  const [bens] = (await listOf(ben)).returns;
  await expect(
    answerReturn(test.deps, ben, { returnId: bens?.id ?? '', reply: ' ', revision: null }),
  ).rejects.toMatchObject({ field: 'reply' });
  await answerReturn(test.deps, ben, { returnId: bens?.id ?? '', reply: 'But it is so.', revision: null });
  const [again] = (await inbox()).items;
  expect(again).toMatchObject({ id: itemId, round: 1, marks: [{ reason: 'returned' }] });
  const view = await getReview(test.deps, expert, { reviewItemId: itemId });
  expect(view.answers.map((each) => each.payload)).toEqual([answerOf(false), answerOf(false)]);
  expect(view.answers[0]?.before).toEqual(answerOf(true));
  expect(view.history.map((each) => each.kind)).toEqual([
    'sent-back',
    'undone',
    'sent-back',
    'revised',
    'contested',
  ]);
  // What stands is the revision; agreement is of what people said on their own.
  const standing = await query(test.deps, manager, (t) => t.tasks.annotations(batchId, null, 10));
  expect(standing.map((each) => each.id).sort()).toEqual([revision.annotationId, second.annotationId].sort());
  const { agreement } = await getAgreement(test.deps, manager, { batchId });
  expect(agreement?.questions[0]?.percent).toMatchObject({ value: 0, samples: 1 });
}, 120_000);

it('waits when an answer is taken back, and looks again when it is there', async () => {
  const { itemId, second } = await disagreement();
  await takeBack(test.deps, ben, { taskId: second.taskId });
  expect((await inbox()).items).toEqual([]);
  await expect(take(expert, itemId)).rejects.toMatchObject({ code: 'conflict' });
  await answer(ben, answerOf(true));
  expect((await inbox()).items).toEqual([]);
  expect((await getReview(test.deps, expert, { reviewItemId: itemId })).status).toBe('CLOSED');
  // Somebody who looks at it keeps the author from changing it under their eyes.
  const again = await disagreement();
  await take(expert, again.itemId);
  await expect(takeBack(test.deps, ann, { taskId: again.first.taskId })).rejects.toMatchObject({
    code: 'conflict',
  });
}, 120_000);

it('finds rare labels and chance in a sweep, the same each time, and leaves decisions alone', async () => {
  await makeBatch(ROWS, 1);
  for (let row = 0; row < ROWS; row += 1) await answer(ann, answerOf(row !== 7));
  expect((await inbox()).items).toEqual([]);
  const sweep = async () => {
    const { jobId } = await sweepReview(test.deps, manager, { batchId });
    return (await runHere(test.deps, manager, jobId)).result;
  };
  expect(await sweep()).toEqual({ samples: ROWS, found: 1 });
  const [rare] = (await inbox()).items;
  expect(rare).toMatchObject({ row: 7, marks: [{ reason: 'rare-label' }] });
  await decide(expert, rare?.id ?? '', { kind: 'reject', ...WORDS });
  expect(await sweep()).toEqual({ samples: ROWS, found: 1 });
  expect((await inbox()).items).toEqual([]);
  const document = routing({ random: { share: 0.5, seed: 'chance' } });
  await saveRouting(test.deps, manager, { projectId, batchId, known: 0, document });
  await expect(
    saveRouting(test.deps, manager, { projectId, batchId, known: 0, document }),
  ).rejects.toMatchObject({ code: 'stale' });
  await sweep();
  const drawn = (await inbox()).items.map((each) => each.row);
  expect(drawn.length).toBeGreaterThan(10);
  expect(drawn.length).toBeLessThan(50);
  await sweep();
  expect((await inbox()).items.map((each) => each.row)).toEqual(drawn);
}, 240_000);

it('draws by the rate of the batch, which can be changed while it runs', async () => {
  await makeBatch(10, 1);
  const change = async (reviewRate: number | null | undefined) => {
    const { revision, name } = await getBatch(test.deps, manager, { batchId });
    await updateBatch(test.deps, manager, {
      batchId,
      revision,
      name,
      description: '',
      priority: 1,
      dueAt: null,
      overlap: 1,
      reviewRate,
      people: [],
    });
    const { jobId } = await sweepReview(test.deps, manager, { batchId });
    await runHere(test.deps, manager, jobId);
  };
  const review = async (person = manager) => (await getBatch(test.deps, person, { batchId })).review;
  expect(await review()).toEqual({ share: 0, own: false, drawn: 0, waiting: 0 });
  await change(1000);
  for (let row = 0; row < 10; row += 1) await answer(ann, answerOf(true));
  expect(await review()).toEqual({ share: 1, own: true, drawn: 10, waiting: 10 });
  const { items } = await inbox();
  const [first] = items;
  expect(first?.marks).toMatchObject([{ reason: 'random' }]);
  await decide(expert, first?.id ?? '', { kind: 'reject', ...WORDS });
  // A lower rate draws some of them, and what is decided stays.
  await change(300);
  const some = await review();
  expect(some?.drawn).toBeGreaterThan(0);
  expect(some?.drawn).toBeLessThan(10);
  // Left out, it stays as it is; null is what the rules say.
  await change(undefined);
  expect(await review()).toEqual(some);
  await change(null);
  expect(await review()).toEqual({ share: 0, own: false, drawn: 1, waiting: 0 });
  // Whoever answers is not told what was drawn.
  expect(await review(ann)).toBeNull();
}, 120_000);

it('makes a sample an example in the next version of a guideline, with the values of its row', async () => {
  const { deps } = test;
  const { itemId } = await disagreement();
  const document = guideline.parse({ type: 'assay.guideline', version: 1, sections: [] });
  const made = await createGuideline(deps, manager, {
    projectId,
    name: 'Of examples',
    description: '',
    document,
  });
  const input = {
    reviewItemId: itemId,
    guidelineId: made.id,
    revision: 1,
    columns: ['id'],
    verdict: 'incorrect' as const,
    title: 'A row that is none',
    why: 'Nothing is like this.',
  };
  const nobody = { ...input, columns: ['weight'] };
  await expect(addSampleExample(deps, expert, nobody)).rejects.toMatchObject({ field: 'columns' });
  await expect(addSampleExample(deps, ann, input)).rejects.toMatchObject({ code: 'forbidden' });
  expect(await addSampleExample(deps, expert, input)).toMatchObject({ number: 2 });
  const { document: after } = await getGuideline(deps, expert, { guidelineId: made.id });
  const { verdict, title, why } = input;
  const content = { kind: 'row', values: [{ column: 'id', value: 0 }] };
  expect(after.examples).toMatchObject([{ verdict, title, why, content }]);
  // Somebody else's version in between is not overwritten.
  await expect(addSampleExample(deps, expert, input)).rejects.toMatchObject({ code: 'stale' });
});
