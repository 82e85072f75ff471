import { DEFAULT_ROUTING, type ExportFileKind, type RegionValue } from '@assay/contracts';
import { type DrawnEdit, editDrawn, openDrawn, sendDrawn } from '@assay/domain';
import { unzip } from '@assay/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { downloadExport } from '../exports/download-export.ts';
import { startExport } from '../exports/start-export.ts';
import { addImageBatch, addImageRun, addImages, DRAWN, drawnAnswer } from '../testing/add-images.ts';
import { runHere } from '../testing/run-jobs.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { commitDatasetVersion } from '../versions/commit-version.ts';
import { submitTask, takeBack } from '../work/answer-task.ts';
import { claimWork, type Work } from '../work/claim-work.ts';
import { readDrawing, saveDrawing } from '../work/drawing.ts';
import { openReview } from './claim-review.ts';
import { decideItem } from './decide-review.ts';
import { listReview } from './read-inbox.ts';
import { getReview } from './read-item.ts';
import { saveRouting } from './review-routing.ts';

const WORDS = 'One car, or two behind each other?';
let test: TestDeps;
let manager: UserActor;
let expert: UserActor;
let ann: UserActor;
let ben: UserActor;
let projectId: string;
let batchId: string;
let runId: string;
beforeAll(async () => {
  test = await createTestDeps();
  manager = (await test.organisation()).owner;
  projectId = await test.project(manager);
  await addImages(test, manager, projectId, 1);
  runId = await addImageRun(test, manager, projectId);
  const person = async (role: 'annotator' | 'expert') => {
    const made = await test.member(manager.orgId, ['member']);
    await test.inProject(projectId, made, [role]);
    return made;
  };
  [ann, ben, expert] = [await person('annotator'), await person('annotator'), await person('expert')];
  const document = { ...DEFAULT_ROUTING, random: { share: 0, seed: 'test' } };
  await saveRouting(test.deps, manager, { projectId, batchId: null, known: 0, document });
  const people = [ann.userId, ben.userId];
  batchId = await addImageBatch(test, manager, { projectId, runId, people, overlap: 2 });
}, 120_000);
afterAll(() => test.close());

const car = (id: string, more: Partial<RegionValue> = {}): RegionValue => ({
  type: 'region',
  id,
  geometry: { kind: 'box', version: 1, x: 5, y: 5, width: 20, height: 12 },
  label: { labelId: DRAWN.car, attributes: {} },
  order: 0,
  groupId: null,
  ...more,
});

async function claim(person: UserActor): Promise<Work['tasks'][number]> {
  const work = await claimWork(test.deps, person, { projectId, batchId, want: 1 });
  // Nobody who draws learns what another one is not sure of.
  expect(JSON.stringify(work)).not.toContain('two behind');
  return work.tasks[0] ?? expect.fail('Nothing is served.');
}

function submit(person: UserActor, { id, leaseId }: Work['tasks'][number], regions: RegionValue[]) {
  return submitTask(test.deps, person, {
    ...{ taskId: id, leaseId, annotationId: test.deps.ids.next(), payload: drawnAnswer(regions) },
    ...{ activeMs: 1, toolVersion: 'test' },
  });
}

const inbox = async () =>
  (
    await listReview(test.deps, expert, {
      ...{ projectId, status: 'OPEN', batchId, reason: 'flagged-region', after: null, limit: 50 },
    })
  ).items;

async function textOf(exportId: string, kind: ExportFileKind): Promise<string> {
  const { content } = await downloadExport(test.deps, manager, { exportId, kind });
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  if (kind !== 'label-studio') return bytes.toString('utf8');
  return [...(await unzip(bytes)).values()].map((each) => Buffer.from(each).toString('utf8')).join('\n');
}

it('takes a flagged region from the drawing to the expert, who sees the words and not the person', async () => {
  const { deps } = test;
  const [id, other] = [deps.ids.next(), deps.ids.next()];
  const task = await claim(ann);
  const turn = { taskId: task.id, leaseId: task.leaseId };
  let client = openDrawn(deps.ids.next(), 0);
  const save = async (edit: Partial<DrawnEdit>) => {
    const sent = sendDrawn(editDrawn(client, { added: [], updated: [], removed: [], ...edit }));
    if (sent === null) throw new Error('Nothing is to be sent.');
    await saveDrawing(deps, ann, { ...turn, change: sent.change });
    client = { ...sent.client, waiting: [], revision: sent.change.baseRevision + 1 };
  };
  const kept = async () => (await readDrawing(deps, ann, turn)).records;
  await save({ added: [car(id)] });
  await save({ updated: [{ id, values: { remark: { text: WORDS } } }] });
  expect(await kept()).toEqual([car(id, { remark: { text: WORDS } })]);
  await save({ updated: [{ id, values: { remark: null } }] });
  expect(await kept()).toEqual([car(id, { remark: null })]);
  await expect(
    save({ updated: [{ id, values: { remark: { text: 'x'.repeat(501) } } }] }),
  ).rejects.toMatchObject({ code: 'bad-input', field: expect.stringContaining(id) });

  await submit(ann, task, [car(id, { remark: { text: WORDS } })]);
  // It waits until all have answered; what they remark is no difference between them.
  expect(await inbox()).toEqual([]);
  const second = await claim(ben);
  await submit(ben, second, [car(other)]);
  const [item, ...more] = await inbox();
  expect(more).toEqual([]);
  expect(item?.marks).toMatchObject([
    { reason: 'flagged-region', questionId: DRAWN.question, values: [DRAWN.car] },
  ]);
  const seen = await getReview(deps, expert, { reviewItemId: item?.id ?? '' });
  const drawn = seen.answers.map(({ author, payload }) => [author, payload.answers[DRAWN.question]]);
  expect(drawn).toMatchObject([
    [{ letter: 'A', name: null }, { regions: [{ id, remark: { text: WORDS } }] }],
    [{ letter: 'B', name: null }, { regions: [{ id: other }] }],
  ]);

  // Without the flag there is no reason left, and with it there is again.
  const without = await takeBack(deps, ann, { taskId: task.id });
  expect(without.payload?.answers[DRAWN.question]).toMatchObject({ regions: [{ remark: { text: WORDS } }] });
  await submit(ann, { ...task, ...without }, [car(id, { remark: null })]);
  expect(await inbox()).toEqual([]);
  const withIt = await takeBack(deps, ann, { taskId: task.id });
  await submit(ann, { ...task, ...withIt }, [car(id, { remark: { text: WORDS } })]);
  expect(await inbox()).toMatchObject([{ id: item?.id }]);
});

it('leaves remarks out of final labels and the labels for other tools, and in the annotations', async () => {
  const { deps } = test;
  const [item] = await inbox();
  const reviewItemId = item?.id ?? expect.fail('Nothing waits for an expert.');
  const { leaseId } = await openReview(deps, expert, { reviewItemId });
  const seen = await getReview(deps, expert, { reviewItemId });
  const [{ annotationId = '' } = {}] = seen.answers;
  await decideItem(deps, expert, {
    reviewItemId,
    leaseId,
    verdict: { kind: 'accept', annotationId, faults: [], comment: '' },
  });
  const committed = await commitDatasetVersion(deps, manager, {
    ...{ projectId, runIds: [runId], scope: 'labelled', method: 'majority', message: '', branch: 'main' },
    parentId: null,
  });
  expect((await runHere(deps, manager, committed.jobId)).status).toBe('SUCCEEDED');
  const { versionId } = committed;
  const made = await startExport(deps, manager, {
    versionId,
    format: 'jsonl',
    pictureLabels: ['label-studio'],
  });
  expect((await runHere(deps, manager, made.jobId)).status).toBe('SUCCEEDED');
  const said = async (kind: ExportFileKind) => (await textOf(made.exportId, kind)).includes(WORDS);
  expect(await said('annotations')).toBe(true);
  expect(await said('label-studio')).toBe(false);
  expect(await said('data')).toBe(false);
});
