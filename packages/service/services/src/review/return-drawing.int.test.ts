import { type Annotation, annotation, type RegionValue, type RelationValue } from '@assay/contracts';
import { editDrawn, openDrawn, sendDrawn } from '@assay/domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { getAgreement } from '../agreement/read-agreement.ts';
import { startThread } from '../comments/write-comment.ts';
import { query } from '../frame/command.ts';
import { migrateLabelSchema } from '../label-schemas/migrate-label-schema.ts';
import { getLabelSchema } from '../label-schemas/read-label-schemas.ts';
import { listEvents } from '../ledger/list-events.ts';
import { addImageBatch, addImageRun, addImages, DRAWN, drawnAnswer } from '../testing/add-images.ts';
import { answerBatch } from '../testing/answer-batch.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { skipTask, submitTask, takeBack } from '../work/answer-task.ts';
import { cancelBatch } from '../work/control-batch.ts';
import { readDrawing, saveDrawing } from '../work/drawing.ts';
import { saveDraft } from '../work/save-draft.ts';
import { answerReturn } from './answer-return.ts';
import { openReview, releaseReview } from './claim-review.ts';
import { decideItem, type ReviewVerdict, undoReview } from './decide-review.ts';
import { openReturn } from './open-return.ts';
import { listReview } from './read-inbox.ts';
import { getReview } from './read-item.ts';
import { getReturn, listReturns } from './read-returns.ts';

const WORDS = { faults: ['wrong-label'], comment: 'The right one is wider.' } as const;
let test: TestDeps;
let manager: UserActor;
let stranger: UserActor;
let projectId: string;
let runId: string;
let ann: UserActor;
let ben: UserActor;
let expert: UserActor;
beforeAll(async () => {
  test = await createTestDeps();
  manager = (await test.organisation()).owner;
  stranger = (await test.organisation()).owner;
  projectId = await test.project(manager);
  await addImages(test, manager, projectId, 2);
  runId = await addImageRun(test, manager, projectId);
  const person = async (role: 'annotator' | 'expert') => {
    const made = await test.member(manager.orgId, ['member']);
    await test.inProject(projectId, made, [role]);
    return made;
  };
  [ann, ben, expert] = [await person('annotator'), await person('annotator'), await person('expert')];
}, 120_000);
afterAll(() => test.close());

const boxAt = (x: number, more: Partial<RegionValue> = {}): RegionValue => ({
  type: 'region',
  id: test.deps.ids.next(),
  geometry: { kind: 'box', version: 1, x, y: 4, width: 10, height: 10 },
  label: { labelId: DRAWN.car, attributes: {} },
  order: x,
  groupId: null,
  ...more,
});

const drawnIn = ({ answers }: Annotation) => {
  const answer = answers[DRAWN.question];
  if (answer?.kind !== 'regions') throw new Error('Nothing is drawn.');
  return answer;
};
const idsOf = (payload: Annotation) =>
  drawnIn(payload)
    .regions.map(({ id }) => id)
    .sort();

type Answers = [ann: Annotation, ben: Annotation];

/** A picture on which two people drew, before an expert; of a batch of two. */
async function drawnTwice([first, second]: Answers) {
  const people = [ann.userId, ben.userId];
  const batchId = await addImageBatch(test, manager, { projectId, runId, people, overlap: 2 });
  let taskId = '';
  await answerBatch(
    test,
    ann,
    { projectId, batchId },
    (task) => {
      taskId = task.id;
      return first;
    },
    1,
  );
  await answerBatch(test, ben, { projectId, batchId }, () => second, 1);
  const about = { projectId, status: 'OPEN', batchId, after: null, limit: 9 } as const;
  const [item] = (await listReview(test.deps, expert, about)).items;
  const reviewItemId = item?.id ?? expect.fail('Nothing is before the expert.');
  const { answers } = await getReview(test.deps, expert, { reviewItemId });
  const mine = answers.find(({ payload }) => idsOf(payload).join() === idsOf(first).join());
  return { batchId, taskId, reviewItemId, annotationId: mine?.annotationId ?? '' };
}

async function decide(reviewItemId: string, verdict: ReviewVerdict) {
  const { leaseId } = await openReview(test.deps, expert, { reviewItemId });
  return decideItem(test.deps, expert, { reviewItemId, leaseId, verdict });
}

async function sendBack({ reviewItemId, annotationId }: { reviewItemId: string; annotationId: string }) {
  await decide(reviewItemId, {
    kind: 'send-back',
    annotationIds: [annotationId],
    proposal: null,
    ...WORDS,
  });
  const about = { projectId, waiting: true, before: null, limit: 9 };
  return (await listReturns(test.deps, ann, about)).returns[0]?.id ?? expect.fail('Nothing came back.');
}

/** One tab that draws on what came back. */
function tab(of: { taskId: string; returnId: string }, revision: number) {
  const clientId = test.deps.ids.next();
  let client = openDrawn(clientId, revision);
  return {
    standing: () => ({ revision: client.revision, waiting: [], removed: [] }),
    does: async (part: { added?: RegionValue[]; removed?: string[] }) => {
      client = editDrawn(client, { added: [], updated: [], removed: [], ...part });
      const sent = sendDrawn(client);
      const change = sent?.change ?? expect.fail('There is nothing to send.');
      const held = { taskId: of.taskId, leaseId: of.returnId };
      const answer = await saveDrawing(test.deps, ann, { ...held, change });
      client = openDrawn(clientId, answer.revision);
      client = { ...client, step: change.step, sent: change.step };
      return answer;
    },
  };
}

const handsIn = (payload: Annotation, drawing: { revision: number } | null = null) => ({
  annotationId: test.deps.ids.next(),
  payload,
  activeMs: 5,
  toolVersion: 'test',
  drawing: drawing && { waiting: [], removed: [], ...drawing },
});

it('comes back to its author, who goes on from it in two tabs and hands it in again', async () => {
  const { deps } = test;
  const [left, right] = [boxAt(0), boxAt(30)];
  const rides: RelationValue = {
    type: 'relation',
    id: deps.ids.next(),
    from: left.id,
    to: right.id,
    labelId: DRAWN.rides,
  };
  const rejected = boxAt(50, { proposal: { confidence: 0.4, state: 'rejected', reason: 'nothing-there' } });
  const fixed = boxAt(16, { proposal: { confidence: 0.9, state: 'fixed', reason: null } });
  const first: Annotation = {
    ...drawnAnswer([left, right, fixed]),
    comment: 'The third is half hidden.',
    answers: {
      [DRAWN.question]: {
        kind: 'regions',
        regions: [left, right, fixed],
        relations: [rides],
        rejected: [rejected],
      },
    },
  };
  const second = drawnAnswer([boxAt(0)]);
  const sample = await drawnTwice([first, second]);
  const { reviewItemId, taskId, batchId } = sample;
  const about = { subjectType: 'reviewItem' as const, subjectId: reviewItemId };
  const bens = drawnIn(second).regions[0]?.id ?? '';
  await startThread(deps, expert, { ...about, regionId: right.id, text: 'As far as the wall?' });
  await startThread(deps, expert, { ...about, regionId: bens, text: 'Of another answer.' });
  await startThread(deps, expert, { ...about, text: 'Of the whole sample.' });
  await startThread(deps, manager, { ...about, regionId: left.id, text: 'Among those who review.' });
  await expect(
    decide(reviewItemId, {
      kind: 'send-back',
      annotationIds: [sample.annotationId],
      proposal: second,
      ...WORDS,
    }),
  ).rejects.toMatchObject({ code: 'bad-input', field: 'verdict.proposal' });
  const { agreement } = await getAgreement(deps, manager, { batchId });
  const returnId = await sendBack(sample);

  const read = await getReturn(deps, ann, { returnId });
  expect(read).toMatchObject({ ...WORDS, status: 'WAITING', answer: first });
  expect(read.said).toMatchObject([{ regionId: right.id, text: 'As far as the wall?' }]);
  for (const other of [ben, manager, expert, stranger]) {
    for (const door of [getReturn, openReturn]) {
      await expect(door(deps, other, { returnId })).rejects.toMatchObject({ code: 'not-found' });
    }
    const held = { taskId, leaseId: returnId };
    await expect(readDrawing(deps, other, held)).rejects.toMatchObject({
      code: other === stranger ? 'not-found' : 'conflict',
    });
  }

  // It is in one's own hands without a turn of its own: the answer stands, and nothing else can be done to it.
  const held = { taskId, leaseId: returnId };
  const opened = await openReturn(deps, ann, { returnId });
  expect(opened.task).toMatchObject({ id: taskId, leaseId: returnId, picture: { width: 64, height: 48 } });
  expect(opened.task.draft.fields).toEqual({ comment: first.comment });
  const records = [left, right, fixed, rejected, rides];
  const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
  const drawing = await readDrawing(deps, ann, held);
  expect(drawing.records.sort(byId)).toEqual(records.sort(byId));
  const turn = { ...held, activeMs: 1, toolVersion: 'test', annotationId: deps.ids.next() };
  await expect(submitTask(deps, ann, { ...turn, payload: first })).rejects.toMatchObject({
    code: 'conflict',
  });
  await expect(skipTask(deps, ann, { ...held, reason: 'unclear', note: null })).rejects.toMatchObject({
    code: 'conflict',
  });
  await expect(takeBack(deps, ann, { taskId })).rejects.toMatchObject({ code: 'conflict' });

  const one = tab({ taskId, returnId }, drawing.revision);
  const wider = boxAt(40);
  await one.does({ added: [wider], removed: [right.id] });
  const draft = { clientId: deps.ids.next(), step: 1, baseRevision: 1, set: { comment: 'Mended.' } };
  await saveDraft(deps, ann, { ...held, change: draft });
  // Opening it again lays nothing over what was done.
  const again = await openReturn(deps, ann, { returnId });
  expect(again.task.draft.fields).toEqual({ comment: 'Mended.' });
  const seen = await readDrawing(deps, ann, held);
  expect(seen.records.map(({ id }) => id)).toContain(wider.id);
  // The second tab has not heard of a box that the first draws now, and hands in.
  const late = boxAt(8);
  await one.does({ added: [late] });
  const revision = handsIn(
    {
      ...first,
      comment: 'Mended.',
      answers: {
        [DRAWN.question]: {
          kind: 'regions',
          regions: [left, fixed, wider],
          relations: [],
          rejected: [rejected],
        },
      },
    },
    { revision: seen.revision },
  );
  const ten = { ...handsIn(revision.payload), drawing: null };
  const mask = { kind: 'mask', version: 1, width: 10, height: 10, counts: 'T3' } as const;
  const person = { labelId: DRAWN.person, attributes: {} };
  await expect(
    answerReturn(deps, ann, {
      returnId,
      reply: '',
      revision: { ...ten, payload: drawnAnswer([boxAt(1, { geometry: mask, label: person })]) },
    }),
  ).rejects.toMatchObject({ code: 'bad-input', message: expect.stringContaining('another size') });
  await expect(answerReturn(deps, ben, { returnId, reply: '', revision })).rejects.toMatchObject({
    code: 'not-found',
  });
  await answerReturn(deps, ann, { returnId, reply: 'I see.', revision });
  // Sent twice, counted once; and a tab that was late is told.
  await answerReturn(deps, ann, { returnId, reply: 'I see.', revision });
  await expect(one.does({ added: [boxAt(3)] })).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('replied'),
  });
  await expect(openReturn(deps, ann, { returnId })).rejects.toMatchObject({ code: 'conflict' });

  const kept = await query(deps, ann, async (t) => ({
    now: await t.tasks.annotation(revision.annotationId),
    old: await t.tasks.annotation(sample.annotationId),
    task: await t.tasks.get(taskId),
    draft: await t.tasks.draft(batchId, 0, ann.userId),
    drawing: await t.drawings.head({ batchId, item: 0, personId: ann.userId }),
  }));
  expect(kept).toMatchObject({
    now: { supersedes: sample.annotationId },
    old: { retraction: null, payload: first },
    task: { status: 'SUBMITTED', annotationId: revision.annotationId },
    draft: null,
    drawing: null,
  });
  const said = annotation.parse(kept.now?.payload);
  expect(idsOf(said)).toEqual([left.id, fixed.id, wider.id, late.id].sort());
  expect(drawnIn(said).rejected).toEqual([rejected]);

  // What the expert says from now on is not said to its author.
  await startThread(deps, expert, { ...about, regionId: left.id, text: 'Among experts, later.' });
  expect((await getReturn(deps, ann, { returnId })).said).toEqual(read.said);

  const view = await getReview(deps, expert, { reviewItemId });
  expect(view).toMatchObject({ status: 'OPEN', round: 1 });
  expect(view.marks.map(({ reason }) => reason)).toEqual(['returned', 'disagreement', 'comment']);
  expect(view.answers.map(({ payload }) => idsOf(payload))).toContainEqual(idsOf(said));
  expect(view.answers.map(({ before }) => before)).toContainEqual(first);
  // Agreement is of what people said on their own.
  expect((await getAgreement(deps, manager, { batchId })).agreement).toEqual(agreement);
  const about2 = { objectType: 'reviewItem', objectId: reviewItemId, limit: 9, before: null } as const;
  const { events } = await listEvents(deps, manager, about2);
  expect(events.map(({ action }) => action)).toContain('review.revised');
  await decide(reviewItemId, {
    kind: 'accept',
    annotationId: revision.annotationId,
    faults: [],
    comment: '',
  });
}, 120_000);

it('is refused once the expert took it back or the batch was cancelled, and what was changed is kept', async () => {
  const { deps } = test;
  const [left, right] = [boxAt(0), boxAt(30)];
  const sample = await drawnTwice([drawnAnswer([left, right]), drawnAnswer([boxAt(0)])]);
  const { taskId, reviewItemId, batchId } = sample;
  const returnId = await sendBack(sample);
  await openReturn(deps, ann, { returnId });
  const mine = boxAt(44);
  const first = tab({ taskId, returnId }, 1);
  await first.does({ added: [mine] });
  await undoReview(deps, expert, { reviewItemId });
  const gone = { code: 'conflict', message: expect.stringContaining('took this back') };
  await expect(first.does({ added: [boxAt(2)] })).rejects.toMatchObject(gone);
  await expect(openReturn(deps, ann, { returnId })).rejects.toMatchObject(gone);
  const revision = handsIn(drawnAnswer([left, mine]));
  await expect(answerReturn(deps, ann, { returnId, reply: '', revision })).rejects.toMatchObject(gone);
  await expect(
    answerReturn(deps, ann, { returnId, reply: 'It is right.', revision: null }),
  ).rejects.toMatchObject(gone);

  const next = await sendBack(sample);
  await openReturn(deps, ann, { returnId: next });
  const held = { taskId, leaseId: next };
  const there = await readDrawing(deps, ann, held);
  expect(there.records.map(({ id }) => id).sort()).toEqual([left.id, right.id, mine.id].sort());
  // Who stands by the answer lets go of what was changed.
  await answerReturn(deps, ann, { returnId: next, reply: 'It is right.', revision: null });
  expect(
    await query(deps, ann, (t) => t.drawings.head({ batchId, item: 0, personId: ann.userId })),
  ).toBeNull();
  const third = await sendBack(sample);
  await openReturn(deps, ann, { returnId: third });
  expect((await readDrawing(deps, ann, { taskId, leaseId: third })).records).toHaveLength(2);

  await cancelBatch(deps, manager, { batchId, reason: 'Not needed any more.' });
  for (const late of [
    () => openReturn(deps, ann, { returnId: third }),
    () => answerReturn(deps, ann, { returnId: third, reply: '', revision: handsIn(drawnAnswer([left])) }),
  ]) {
    await expect(late()).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('cancelled'),
    });
  }
}, 120_000);

it('leaves nothing of what was begun, and not handed in, to whoever takes the answer back', async () => {
  const { deps } = test;
  const [left, right] = [boxAt(0), boxAt(30)];
  const sample = await drawnTwice([drawnAnswer([left, right]), drawnAnswer([boxAt(0)])]);
  const { taskId, reviewItemId, batchId } = sample;
  const returnId = await sendBack(sample);
  await openReturn(deps, ann, { returnId });
  await tab({ taskId, returnId }, 1).does({ removed: [left.id] });
  await undoReview(deps, expert, { reviewItemId });
  expect((await getReturn(deps, ann, { returnId })).said).toEqual([]);
  const { leaseId } = await openReview(deps, expert, { reviewItemId });
  await releaseReview(deps, expert, { leaseId });
  const { payload } = await takeBack(deps, ann, { taskId });
  expect(idsOf(payload ?? expect.fail('Nothing was taken back.'))).toEqual([left.id, right.id].sort());
  expect(
    await query(deps, ann, (t) => t.drawings.head({ batchId, item: 0, personId: ann.userId })),
  ).toBeNull();
}, 120_000);

it('follows the label schema, before it is opened and while it is changed', async () => {
  const { deps } = test;
  const person = { labelId: DRAWN.person, attributes: {} };
  const walker = boxAt(0, { label: person });
  const sample = await drawnTwice([drawnAnswer([walker]), drawnAnswer([boxAt(0)])]);
  const { taskId, batchId } = sample;
  const labelSchemaId = await query(deps, manager, async (t) => {
    const batch = await t.batches.get(batchId);
    const version = await t.labelSchemas.version(batch?.labelSchemaVersionId ?? '');
    return version?.labelSchemaId ?? '';
  });
  const migrate = async (...operations: Parameters<typeof migrateLabelSchema>[2]['operations']) => {
    const { revision } = await getLabelSchema(deps, manager, { labelSchemaId });
    return migrateLabelSchema(deps, manager, { labelSchemaId, revision, operations, note: '' });
  };
  const returnId = await sendBack(sample);
  await migrate({ kind: 'rename', id: DRAWN.person, name: 'Walker' });
  const opened = await openReturn(deps, ann, { returnId });
  const under = opened.batch.labelSchemaVersionId;
  const held = { taskId, leaseId: returnId };
  const before = await readDrawing(deps, ann, held);
  expect(before.records).toMatchObject([{ id: walker.id, label: person }]);
  // What the page draws by the labels of before is read by those of now.
  await migrate({ kind: 'merge', from: [DRAWN.person], into: DRAWN.car });
  const added = boxAt(30, { label: person });
  const change = { clientId: deps.ids.next(), step: 1, baseRevision: before.revision };
  await saveDrawing(deps, ann, {
    ...held,
    change: { ...change, added: [added], updated: [], removed: [] },
    labelSchemaVersionId: under,
  });
  const car = { labelId: DRAWN.car };
  expect((await readDrawing(deps, ann, held)).records).toMatchObject([{ label: car }, { label: car }]);
  const revision = { ...handsIn(drawnAnswer([walker, added])), labelSchemaVersionId: under };
  await answerReturn(deps, ann, { returnId, reply: '', revision });
  const kept = await query(deps, ann, (t) => t.tasks.annotation(revision.annotationId));
  expect(drawnIn(annotation.parse(kept?.payload)).regions).toMatchObject([{ label: car }, { label: car }]);
}, 120_000);
