import { imageImportAbout, type KeyFrame, type RegionValue } from '@assay/contracts';
import { acknowledgeDrawn, editDrawn, openDrawn, sendDrawn } from '@assay/domain';
import { pngOf, unzip } from '@assay/testkit';
import { downloadZip } from 'client-zip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { downloadExport } from '../exports/download-export.ts';
import { startExport } from '../exports/start-export.ts';
import { query } from '../frame/command.ts';
import { createImageImport, withdrawImageImport } from '../images/create-image-import.ts';
import { readTaskPicture } from '../images/image-bytes.ts';
import { commitLabelImport } from '../label-imports/commit-import.ts';
import { createLabelImport } from '../label-imports/create-import.ts';
import { getLabelImport } from '../label-imports/read-imports.ts';
import { createLabelSchema } from '../label-schemas/save-label-schema.ts';
import { answerReturn } from '../review/answer-return.ts';
import { openReview } from '../review/claim-review.ts';
import { decideItem } from '../review/decide-review.ts';
import { openReturn } from '../review/open-return.ts';
import { listReview } from '../review/read-inbox.ts';
import { getReturn, listReturns } from '../review/read-returns.ts';
import { collectImages } from '../runs/collect-images.ts';
import { getRun } from '../runs/read-runs.ts';
import { addImageBatch, addImageRun, CARS_AND_PEOPLE, DRAWN, drawnAnswer } from '../testing/add-images.ts';
import { uploadBytes } from '../testing/import-csv.ts';
import { runHere } from '../testing/run-jobs.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { commitDatasetVersion } from '../versions/commit-version.ts';
import { submitTask } from './answer-task.ts';
import { claimWork } from './claim-work.ts';
import { readDrawing, saveDrawing } from './drawing.ts';

let test: TestDeps;
let manager: UserActor;
beforeAll(async () => {
  test = await createTestDeps();
  manager = (await test.organisation()).owner;
}, 120_000);
afterAll(() => test.close());

/** Pictures of these paths and widths, each different. */
async function bring(projectId: string, pictures: readonly [path: string, width: number][]): Promise<string> {
  const files = pictures.map(([name, width], at) => ({
    name,
    input: new Uint8Array(pngOf(width, 48, (x, y) => [(x * 3 + at * 40) % 256, (y * 5) % 256, at * 20])),
    lastModified: new Date(0),
  }));
  const zip = Buffer.from(await downloadZip(files).arrayBuffer());
  const { importId, jobId } = await createImageImport(test.deps, manager, {
    projectId,
    name: 'Drive',
    about: imageImportAbout.parse({ origin: 'synthetic', generator: 'A test' }),
    uploadIds: [await uploadBytes(test, manager, projectId, zip, 'drive.zip')],
  });
  expect((await runHere(test.deps, manager, jobId)).status).toBe('SUCCEEDED');
  return importId;
}

const DRIVE = ['frame10.png', 'frame9.png', 'frame2.png', 'frame1.png'].map((name): [string, number] => [
  `drive/${name}`,
  64,
]);

/** A car through four frames: at 0, at 2, and gone from 3 on. */
const car = (id: string, keyFrames: KeyFrame[], frames = 4): RegionValue => ({
  type: 'region',
  id,
  geometry: keyFrames[0]?.geometry ?? expect.fail('It begins nowhere.'),
  label: { labelId: DRAWN.car, attributes: {} },
  order: 0,
  groupId: null,
  track: { version: 1, frames, keyFrames },
});
const at = (frame: number, x: number): KeyFrame => ({
  frame,
  geometry: { kind: 'box', version: 1, x, y: 4, width: 12, height: 8 },
});
const PASSES = [at(0, 0), at(2, 20), { frame: 3, geometry: null }];

async function desk(projectId: string, runId: string) {
  const person = await test.member(manager.orgId, ['member']);
  await test.inProject(projectId, person, ['annotator']);
  const batchId = await addImageBatch(test, manager, { projectId, runId, people: [person.userId] });
  const { tasks } = await claimWork(test.deps, person, { projectId, batchId, want: 9 });
  return { person, batchId, tasks };
}

async function bytesOf(exportId: string, kind: 'coco' | 'yolo' | 'annotations'): Promise<Buffer> {
  const { content } = await downloadExport(test.deps, manager, { exportId, kind });
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('a run of sequences', () => {
  it('has a row for each folder, with its frames in the natural order of their names', async () => {
    const projectId = await test.project(manager);
    const importId = await bring(projectId, [...DRIVE, ['park/10.png', 80], ['park/2.png', 80]]);
    const runId = await addImageRun(test, manager, projectId, 'folders');
    const paths = async (row: number) =>
      (await query(test.deps, manager, (t) => t.images.frames(runId, row))).map(({ path }) => path);
    expect(await paths(0)).toEqual(['1', '2', '9', '10'].map((n) => `drive/frame${n}.png`));
    expect(await paths(1)).toEqual(['park/2.png', 'park/10.png']);
    const { tasks } = await desk(projectId, runId);
    const [picture] = tasks.map((task) => task.picture);
    expect([
      ['drive/frame1.png', 4, 64],
      ['park/2.png', 2, 80],
    ]).toContainEqual([picture?.path, picture?.frames, picture?.width]);
    // Each of its frames is held.
    await expect(
      withdrawImageImport(test.deps, manager, { importId, reason: 'No right to them' }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is refused where a frame has another size, by the name of its file', async () => {
    const projectId = await test.project(manager);
    await bring(projectId, [...DRIVE, ['drive/frame3.png', 65]]);
    const { runId, jobId } = await collectImages(test.deps, manager, {
      projectId,
      name: 'Drive',
      origin: 'synthetic',
      filter: {},
      sequences: 'one',
    });
    const job = await runHere(test.deps, manager, jobId);
    expect(job).toMatchObject({
      status: 'FAILED',
      error: { message: expect.stringContaining('drive/frame3.png is no frame of this sequence.') },
    });
    expect(await getRun(test.deps, manager, { runId })).toMatchObject({ status: 'FAILED', rows: null });
  });
});

it('comes back from an expert with its tracks, and goes again with what was changed of them', async () => {
  const { deps } = test;
  const projectId = await test.project(manager);
  await bring(projectId, DRIVE);
  const runId = await addImageRun(test, manager, projectId, 'one');
  const { person, batchId, tasks } = await desk(projectId, runId);
  const task = tasks[0] ?? expect.fail('Nothing is served.');
  const id = deps.ids.next();
  const annotationId = deps.ids.next();
  const first = { ...drawnAnswer([car(id, PASSES)]), comment: 'Gone behind the wall?' };
  await submitTask(deps, person, {
    ...{ taskId: task.id, leaseId: task.leaseId, annotationId, activeMs: 1, toolVersion: 'test' },
    payload: first,
  });
  const expert = await test.member(manager.orgId, ['member']);
  await test.inProject(projectId, expert, ['expert']);
  const inbox = { projectId, batchId, status: 'OPEN', after: null, limit: 1 } as const;
  const [item] = (await listReview(deps, expert, inbox)).items;
  const reviewItemId = item?.id ?? '';
  const { leaseId } = await openReview(deps, expert, { reviewItemId });
  await decideItem(deps, expert, {
    reviewItemId,
    leaseId,
    verdict: {
      kind: 'send-back',
      annotationIds: [annotationId],
      proposal: null,
      faults: ['other'],
      comment: 'It is there until the end.',
    },
  });
  const waiting = { projectId, waiting: true, before: null, limit: 1 };
  const [back] = (await listReturns(deps, person, waiting)).returns;
  const returnId = back?.id ?? expect.fail('Nothing came back.');
  expect(await getReturn(deps, person, { returnId })).toMatchObject({ picture: { frames: 4, width: 64 } });
  expect((await openReturn(deps, person, { returnId })).task.picture?.frames).toBe(4);
  const held = { taskId: task.id, leaseId: returnId };
  expect((await readDrawing(deps, person, held)).records).toEqual([car(id, PASSES)]);
  const answers = (regions: RegionValue[], annotation = deps.ids.next()) =>
    answerReturn(deps, person, {
      returnId,
      reply: '',
      revision: {
        ...{ annotationId: annotation, activeMs: 1, toolVersion: 'test' },
        payload: { ...first, ...drawnAnswer(regions) },
      },
    });
  await expect(answers([car(id, PASSES, 5)])).rejects.toMatchObject({ code: 'bad-input' });
  const mended = deps.ids.next();
  await answers([car(id, [at(0, 0), at(2, 20)])], mended);
  const kept = await query(deps, person, (t) => t.tasks.annotation(mended));
  expect(kept).toMatchObject({
    supersedes: annotationId,
    payload: drawnAnswer([car(id, [at(0, 0), at(2, 20)])]),
  });
}, 120_000);

it('keeps what moves as key frames, from the drawing to the version, and exports it frame by frame', async () => {
  const { deps } = test;
  const projectId = await test.project(manager);
  await bring(projectId, DRIVE);
  const runId = await addImageRun(test, manager, projectId, 'one');
  const { person, tasks } = await desk(projectId, runId);
  const [task] = tasks;
  if (task === undefined) expect.fail('Nothing is served.');
  const { id: taskId, leaseId } = task;

  const shown = async (frame: number) => {
    const { content } = await readTaskPicture(deps, person, { taskId, part: 'preview', frame });
    const chunks: Uint8Array[] = [];
    for await (const chunk of content) chunks.push(chunk);
    return Buffer.concat(chunks).toString('base64');
  };
  expect(new Set(await Promise.all([0, 1, 2, 3].map(shown))).size).toBe(4);
  await expect(shown(4)).rejects.toMatchObject({ code: 'not-found' });

  const id = deps.ids.next();
  const begun = car(id, [at(0, 0)]);
  let client = editDrawn(openDrawn(deps.ids.next(), 0), { added: [begun], updated: [], removed: [] });
  const send = async () => {
    const sent = sendDrawn(client) ?? expect.fail('nothing to send');
    const { revision } = await saveDrawing(deps, person, { taskId, leaseId, change: sent.change });
    client = acknowledgeDrawn(sent.client, sent.change.step, revision);
  };
  await send();
  const { track } = car(id, PASSES);
  const values = { track: JSON.parse(JSON.stringify(track)) };
  client = editDrawn(client, { added: [], updated: [{ id, values }], removed: [] });
  await send();
  expect(await readDrawing(deps, person, { taskId, leaseId })).toEqual({
    revision: 2,
    records: [car(id, PASSES)],
  });

  const submit = (regions: RegionValue[]) =>
    submitTask(deps, person, {
      ...{ taskId, leaseId, annotationId: deps.ids.next(), activeMs: 1, toolVersion: 'test' },
      payload: drawnAnswer(regions),
    });
  const { track: _, ...still } = begun;
  const mask: KeyFrame = {
    frame: 1,
    geometry: { kind: 'mask', version: 1, width: 10, height: 10, counts: 'T3' },
  };
  for (const refused of [
    still,
    car(id, PASSES, 5),
    car(id, [at(2, 20), at(0, 0)]),
    { ...car(id, [mask]), label: { labelId: DRAWN.person, attributes: {} } },
  ]) {
    await expect(submit([refused])).rejects.toMatchObject({ code: 'bad-input' });
  }
  await submit([car(id, PASSES)]);

  const committed = await commitDatasetVersion(deps, manager, {
    ...{ projectId, runIds: [runId], scope: 'labelled', method: 'majority', message: '' },
    ...{ branch: 'main', parentId: null },
  });
  expect((await runHere(deps, manager, committed.jobId)).status).toBe('SUCCEEDED');
  const { exportId, jobId } = await startExport(deps, manager, {
    versionId: committed.versionId,
    format: 'jsonl',
    leaveOutLost: false,
  });
  expect((await runHere(deps, manager, jobId)).status).toBe('SUCCEEDED');

  // The product's own file has what was said, and no more.
  expect((await bytesOf(exportId, 'annotations')).toString()).toContain('"frame":2');
  expect((await bytesOf(exportId, 'annotations')).toString()).not.toContain('"frame":1');
  const coco = await unzip(await bytesOf(exportId, 'coco'));
  const { images, annotations } = JSON.parse(String(coco.get('annotations/instances.json') ?? ''));
  expect(images.map((each: { file_name: string }) => each.file_name)).toEqual(
    ['1', '2', '9', '10'].map((n) => `drive/frame${n}.png`),
  );
  expect(
    annotations.map((each: { image_id: number; bbox: number[]; attributes: object }) => [
      each.image_id,
      each.bbox[0],
      each.attributes,
    ]),
  ).toEqual([
    [1, 0, { track_id: 1, keyframe: true }],
    [2, 10, { track_id: 1, keyframe: false }],
    [3, 20, { track_id: 1, keyframe: true }],
  ]);
  const yolo = await unzip(await bytesOf(exportId, 'yolo'));
  const lines = [...yolo]
    .filter(([path]) => path.includes('frame'))
    .map(([path, text]) => [path, text.toString().trim()]);
  expect(lines).toHaveLength(4);
  expect(lines.map(([, text]) => text === '')).toEqual([false, false, false, true]);
});

it('takes tracks as proposals for the sequences that they are of, and refuses all else', async () => {
  const { deps } = test;
  const projectId = await test.project(manager);
  await bring(projectId, DRIVE);
  const runId = await addImageRun(test, manager, projectId, 'one');
  const { versionId: labelSchemaVersionId } = await createLabelSchema(deps, manager, {
    ...{ projectId, name: 'Cars and people', description: '', document: CARS_AND_PEOPLE },
  });
  const [passes, still] = [car(deps.ids.next(), PASSES), car(deps.ids.next(), [at(0, 0)])];
  const { track: _, ...single } = still;
  const lines = [[passes, still], [car(deps.ids.next(), PASSES, 5)], [single]].map((regions) =>
    JSON.stringify({ row: 1, annotation: { answers: drawnAnswer(regions).answers } }),
  );
  const uploadId = await uploadBytes(test, manager, projectId, Buffer.from(lines.join('\n')), 'tracks.jsonl');
  const { importId, jobId } = await createLabelImport(deps, manager, {
    ...{ projectId, runId, labelSchemaVersionId, use: 'prelabels', uploadId, mapping: null },
    source: 'Tracker 1',
  });
  expect((await runHere(deps, manager, jobId)).status).toBe('SUCCEEDED');
  const { good, found } = await getLabelImport(deps, manager, { importId });
  expect(good).toBe(1);
  const message = 'A region is not of this sequence of frames.';
  expect(found?.first.map((each) => [each.line, each.message])).toEqual([
    [2, message],
    [3, message],
  ]);
  const taken = await commitLabelImport(deps, manager, { importId });
  expect((await runHere(deps, manager, taken.jobId ?? '')).status).toBe('SUCCEEDED');
  const [proposed] = await query(deps, manager, (t) => t.labelImports.proposals(importId, [0]));
  expect(proposed?.payload).toMatchObject({
    answers: { [DRAWN.question]: { regions: [{ track: passes.track }, { track: still.track }] } },
  });
});
