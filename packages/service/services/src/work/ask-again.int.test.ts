import { guideline, type Predicate } from '@assay/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { query } from '../frame/command.ts';
import { acknowledgeGuideline } from '../guidelines/acknowledge-guideline.ts';
import { createGuideline, saveGuidelineVersion } from '../guidelines/save-guideline.ts';
import { listEvents } from '../ledger/list-events.ts';
import { listNotifications } from '../notifications/list-notifications.ts';
import { answerReturn } from '../review/answer-return.ts';
import { openReview } from '../review/claim-review.ts';
import { decideItem } from '../review/decide-review.ts';
import { listReview } from '../review/read-inbox.ts';
import { listReturns } from '../review/read-returns.ts';
import { addBatch, addLabelSchema, answerOf } from '../testing/add-batch.ts';
import { addRowsRun } from '../testing/add-rows-run.ts';
import { runHere } from '../testing/run-jobs.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { submitTask, takeBack } from './answer-task.ts';
import { answersByVersion, askAgain, countAskAgain } from './ask-again.ts';
import { claimTasks } from './claim-tasks.ts';
import { getBatch } from './read-batches.ts';

const ROWS = 12;
let test: TestDeps;
let manager: UserActor;
let expert: UserActor;
let ann: UserActor;
let ben: UserActor;
let projectId: string;
let runId: string;
let labelSchemaVersionId: string;
let guidelineId: string;
let versions: string[] = [];

beforeAll(async () => {
  test = await createTestDeps();
  const organisation = await test.organisation();
  manager = organisation.owner;
  projectId = await test.project(manager);
  const member = () => test.member(organisation.orgId, ['member']);
  [ann, ben, expert] = await Promise.all([member(), member(), member()]);
  for (const person of [ann, ben]) await test.inProject(projectId, person, ['annotator']);
  await test.inProject(projectId, expert, ['expert']);
  const csv = `id\n${Array.from({ length: ROWS }, (_, row) => row).join('\n')}\n`;
  runId = await addRowsRun(test, manager, { projectId, csv });
  labelSchemaVersionId = await addLabelSchema(test, manager, projectId);
}, 120_000);
afterAll(() => test.close());

const document = (body: string) =>
  guideline.parse({
    type: 'assay.guideline',
    version: 1,
    sections: [{ id: test.deps.ids.next(), heading: 'How', roles: [], body }],
  });

async function newVersion(body: string): Promise<void> {
  const { versionId } = await saveGuidelineVersion(test.deps, manager, {
    guidelineId,
    revision: versions.length,
    document: document(body),
    note: '',
    resolves: [],
  });
  versions.push(versionId);
}

const read = (person: UserActor) =>
  acknowledgeGuideline(test.deps, person, { guidelineVersionId: versions.at(-1) ?? '' });

/** Answers the next row that is served: what was answered, and for which row. */
async function answer(batchId: string, person: UserActor, yes: boolean) {
  const { deps } = test;
  const [task] = await claimTasks(deps, person, { projectId, batchId, want: 1 });
  if (task === undefined || task.leaseId === null) return null;
  const annotationId = deps.ids.next();
  await submitTask(deps, person, {
    taskId: task.id,
    leaseId: task.leaseId,
    annotationId,
    payload: answerOf(yes),
    activeMs: 1,
    toolVersion: 'test',
  });
  return { taskId: task.id, annotationId, row: task.row };
}

/** A batch of all rows that Ann answers yes where the row is even, and Ben always, under the first version. */
async function answered(overlap = 2) {
  const { deps } = test;
  const made = await createGuideline(deps, manager, {
    projectId,
    name: `How to ${deps.ids.next()}`,
    description: '',
    document: document('Look once.'),
  });
  guidelineId = made.id;
  versions = [made.versionId];
  for (const person of [ann, ben]) await read(person);
  const batchId = await addBatch(test, manager, {
    projectId,
    runId,
    labelSchemaVersionId,
    guidelineId,
    overlap,
    selection: {
      type: 'assay.batch-selection',
      version: 1,
      where: { op: 'true' },
      size: null,
      quota: null,
      order: 'row',
      seed: 'again',
    },
  });
  for (let row = 0; row < ROWS; row += 1) await answer(batchId, ann, row % 2 === 0);
  if (overlap === 2) for (let row = 0; row < ROWS; row += 1) await answer(batchId, ben, true);
  await newVersion('Look twice.');
  return batchId;
}

const filterOf = (more: { labelId?: string; where?: Predicate; version?: string } = {}) => ({
  guidelineVersionId: more.version ?? versions.at(-1) ?? '',
  labelId: more.labelId ?? null,
  where: more.where ?? null,
});
const below = (value: number): Predicate => ({ op: 'compare', column: 'id', comparator: '<', value });
const standing = (batchId: string) =>
  query(test.deps, manager, (t) => t.tasks.annotations(batchId, null, 100));

it('asks for what was answered before a version again, keeps it on record, and tells whose it was', async () => {
  const { deps } = test;
  const batchId = await answered();
  expect(await answersByVersion(deps, manager, { guidelineId })).toMatchObject([
    { batchId, status: 'DONE', versions: [{ version: 1, answers: 2 * ROWS }] },
  ]);
  // An expert decides about one row on which the two differ: it stays.
  const inbox = { projectId, batchId, status: 'OPEN' as const, after: null, limit: 50 };
  const [item] = (await listReview(deps, expert, inbox)).items;
  const reviewItemId = item?.id ?? '';
  const { leaseId } = await openReview(deps, expert, { reviewItemId });
  await decideItem(deps, expert, {
    reviewItemId,
    leaseId,
    verdict: { kind: 'reject', faults: ['implausible'], comment: 'It cannot be.' },
  });
  const input = { batchId, filter: filterOf({ where: below(4) }) };
  // Rows 0 to 3; the one that is decided is among the odd ones.
  expect(await countAskAgain(deps, manager, input)).toEqual({ answers: 6, samples: 3, kept: 2 });
  const { jobId, answers } = await askAgain(deps, manager, input);
  expect(answers).toBe(6);
  expect((await runHere(deps, manager, jobId)).result).toEqual({ answers: 6, people: 2 });
  expect(await countAskAgain(deps, manager, input)).toEqual({ answers: 0, samples: 0, kept: 2 });
  await expect(askAgain(deps, manager, input)).rejects.toMatchObject({ code: 'bad-input' });

  expect(await standing(batchId)).toHaveLength(2 * ROWS - 6);
  expect(await getBatch(deps, manager, { batchId })).toMatchObject({ status: 'OPEN', tasks: { open: 6 } });
  const told = await listNotifications(deps, ann, { limit: 10, cursor: null });
  expect(told.notifications[0]).toMatchObject({ kind: 'batch.asked-again', subject: { count: 3 } });
  const events = await listEvents(deps, manager, { action: 'batch.asked-again', limit: 10, before: null });
  expect(events.events[0]).toMatchObject({ details: { guidelineVersion: 2, answers: 6, people: 2 } });

  // Nobody is served before they have read the new version; then the same people may answer the same rows.
  expect(await answer(batchId, ann, true)).toBeNull();
  await read(ann);
  await read(ben);
  const rows = [];
  for (const person of [ann, ben])
    for (let i = 0; i < 3; i += 1) rows.push((await answer(batchId, person, true))?.row);
  expect(rows.every((row) => row !== undefined && row < 4)).toBe(true);
  expect(await getBatch(deps, manager, { batchId })).toMatchObject({ status: 'DONE' });
  expect(await answersByVersion(deps, manager, { guidelineId })).toMatchObject([
    {
      versions: [
        { version: 1, answers: 2 * ROWS - 6 },
        { version: 2, answers: 6 },
      ],
    },
  ]);
  // What stands of the rows that were asked for again is the new answer alone.
  const now = await standing(batchId);
  expect(now).toHaveLength(2 * ROWS);
  expect(now.filter(({ guidelineVersionId }) => guidelineVersionId === versions[1])).toHaveLength(6);
}, 60_000);

it('chooses by the label that was given, and only among what is older', async () => {
  const { deps } = test;
  const batchId = await answered(1);
  const payload = answerOf(false).answers;
  const chosen = Object.values(payload)[0];
  const labelId = chosen?.kind === 'single' ? chosen.label.labelId : '';
  const filter = filterOf({ labelId });
  expect(await countAskAgain(deps, manager, { batchId, filter })).toEqual({
    answers: ROWS / 2,
    samples: ROWS / 2,
    kept: 0,
  });
  // Nothing is older than the first version, and a version of another guideline says nothing of this batch.
  const first = { batchId, filter: filterOf({ version: versions[0] ?? '' }) };
  expect(await countAskAgain(deps, manager, first)).toMatchObject({ answers: 0 });
  const other = await createGuideline(deps, manager, {
    projectId,
    name: 'Another',
    description: '',
    document: document('Do not look.'),
  });
  const foreign = { batchId, filter: filterOf({ version: other.versionId }) };
  await expect(countAskAgain(deps, manager, foreign)).rejects.toMatchObject({ code: 'not-found' });
  const wrong = { batchId, filter: filterOf({ where: { op: 'missing', column: 'weight' } as Predicate }) };
  await expect(countAskAgain(deps, manager, wrong)).rejects.toMatchObject({ field: 'filter.where' });
});

it('takes an answer back together with the one in whose place it was put', async () => {
  const { deps } = test;
  const batchId = await answered();
  const inbox = { projectId, batchId, status: 'OPEN' as const, after: null, limit: 50 };
  const [found] = (await listReview(deps, expert, inbox)).items;
  const { id: reviewItemId, item } = found ?? { id: '', item: -1 };
  const ofAnn = async () =>
    (await standing(batchId)).filter((each) => each.item === item && each.authorId === ann.userId);
  const [first] = await ofAnn();
  const { leaseId } = await openReview(deps, expert, { reviewItemId });
  await decideItem(deps, expert, {
    reviewItemId,
    leaseId,
    verdict: {
      kind: 'send-back',
      annotationIds: [first?.id ?? ''],
      proposal: null,
      faults: ['wrong-label'],
      comment: 'Look again.',
    },
  });
  const mine = { projectId, waiting: true, before: null, limit: 10 };
  const [returned] = (await listReturns(deps, ann, mine)).returns;
  await answerReturn(deps, ann, {
    returnId: returned?.id ?? '',
    reply: 'I see.',
    revision: { annotationId: deps.ids.next(), payload: answerOf(true), activeMs: 1, toolVersion: 'test' },
  });
  expect(await ofAnn()).toMatchObject([{ supersedes: first?.id }]);
  await takeBack(deps, ann, { taskId: first?.taskId ?? '' });
  expect(await ofAnn()).toEqual([]);
  // Else agreement and versions would count the first one again.
  const replaced = await query(deps, manager, (t) => t.tasks.annotation(first?.id ?? ''));
  expect(replaced?.retraction).toMatchObject({ by: ann.userId });
});

it('says nothing of what it found nothing to do about', async () => {
  const { deps } = test;
  const batchId = await answered();
  const inbox = { projectId, batchId, status: 'OPEN' as const, after: null, limit: 50 };
  const [item] = (await listReview(deps, expert, inbox)).items;
  const of = (await standing(batchId)).filter((each) => each.item === item?.item);
  const task = await query(deps, manager, (t) => t.tasks.get(of[0]?.taskId ?? ''));
  const where: Predicate = { op: 'compare', column: 'id', comparator: '=', value: Number(task?.row) };
  const { jobId, answers } = await askAgain(deps, manager, { batchId, filter: filterOf({ where }) });
  expect(answers).toBe(2);
  // An expert decides about the only sample before the job comes to it.
  const reviewItemId = item?.id ?? '';
  const { leaseId } = await openReview(deps, expert, { reviewItemId });
  const verdict = { kind: 'reject' as const, faults: ['implausible' as const], comment: 'It cannot be.' };
  await decideItem(deps, expert, { reviewItemId, leaseId, verdict });

  expect((await runHere(deps, manager, jobId)).result).toEqual({ answers: 0, people: 0 });
  expect(await standing(batchId)).toHaveLength(2 * ROWS);
  expect(await getBatch(deps, manager, { batchId })).toMatchObject({ status: 'DONE' });
  const { events } = await listEvents(deps, manager, { objectId: batchId, limit: 50, before: null });
  const actions = events.map(({ action }) => action);
  expect(actions).toContain('batch.ask-again-ordered');
  expect(actions).not.toContain('batch.answers-taken-back');
  expect(actions).not.toContain('batch.asked-again');
});

it('takes nothing back of a batch that was cancelled meanwhile', async () => {
  const { deps } = test;
  const batchId = await answered(1);
  const { jobId } = await askAgain(deps, manager, { batchId, filter: filterOf() });
  await query(deps, manager, (t) => t.batches.move(batchId, ['DONE'], 'CANCELLED'));
  const job = await runHere(deps, manager, jobId);
  expect(job).toMatchObject({ status: 'FAILED', error: { code: 'conflict' } });
  expect(await standing(batchId)).toHaveLength(ROWS);
});
