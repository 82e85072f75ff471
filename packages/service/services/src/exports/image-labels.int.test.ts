import { type Annotation, type ExportFileKind, pictureLabelFile, type RegionValue } from '@assay/contracts';
import { readImageLabels } from '@assay/formats';
import { unzip } from '@assay/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addImageBatch, addImageRun, addImages, DRAWN, drawnAnswer } from '../testing/add-images.ts';
import { answerBatch } from '../testing/answer-batch.ts';
import { runHere } from '../testing/run-jobs.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { commitDatasetVersion } from '../versions/commit-version.ts';
import { downloadExport } from './download-export.ts';
import { getExport, startExport } from './start-export.ts';

let test: TestDeps;
let owner: UserActor;
beforeAll(async () => {
  test = await createTestDeps();
  owner = (await test.organisation()).owner;
}, 120_000);
afterAll(() => test.close());

async function bytesOf(exportId: string, kind: ExportFileKind): Promise<Buffer> {
  const { content } = await downloadExport(test.deps, owner, { exportId, kind });
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
}

it('takes what was drawn on the pictures of a version to COCO and YOLO, the same each time', async () => {
  const { deps } = test;
  const projectId = await test.project(owner);
  await addImages(test, owner, projectId, 3);
  const runId = await addImageRun(test, owner, projectId);
  const person = await test.member(owner.orgId, ['member']);
  await test.inProject(projectId, person, ['annotator']);
  const batchId = await addImageBatch(test, owner, { projectId, runId, people: [person.userId] });
  await answerBatch(test, person, { projectId, batchId }, ({ item }): Annotation => {
    const region = (at: number, labelId: string, geometry: RegionValue['geometry']): RegionValue => ({
      type: 'region',
      id: `00000000-0000-4000-8000-0000000${String(item).padStart(2, '0')}00${at}`,
      geometry,
      label: { labelId, attributes: {} },
      order: at,
      groupId: null,
    });
    const regions = [
      region(1, DRAWN.car, { kind: 'box', version: 1, x: 8.5, y: 6, width: 20, height: 12.25 }),
      region(2, DRAWN.car, {
        kind: 'polygon',
        version: 1,
        points: [
          { x: 1, y: 1 },
          { x: 30, y: 4 },
          { x: 12, y: 40.5 },
        ],
      }),
    ].slice(0, 2 - (item % 2));
    return drawnAnswer(regions);
  });
  const committed = await commitDatasetVersion(deps, owner, {
    projectId,
    runIds: [runId],
    scope: 'labelled',
    method: 'majority',
    message: '',
    branch: 'main',
    parentId: null,
  });
  expect((await runHere(deps, owner, committed.jobId)).status).toBe('SUCCEEDED');
  const made: Buffer[][] = [];
  for (let time = 0; time < 2; time += 1) {
    const { exportId, jobId } = await startExport(deps, owner, {
      versionId: committed.versionId,
      format: 'jsonl',
      leaveOutLost: false,
    });
    expect((await runHere(deps, owner, jobId)).status).toBe('SUCCEEDED');
    const { files } = await getExport(deps, owner, { exportId });
    expect(files.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['coco', 'yolo']));
    made.push([await bytesOf(exportId, 'coco'), await bytesOf(exportId, 'yolo')]);
  }
  const [first, second] = made;
  expect(first?.every((bytes, at) => bytes.equals(second?.[at] ?? Buffer.alloc(0)))).toBe(true);

  const coco = await unzip(first?.[0] ?? Buffer.alloc(0));
  const files = [...coco].map(([path, bytes]) => ({
    path,
    size: bytes.length,
    chunks: async function* () {
      yield bytes;
    },
  }));
  const events = [];
  for await (const event of readImageLabels('coco', files, {})) events.push(event);
  expect(events.filter(({ kind }) => kind === 'problem')).toEqual([]);
  expect(events.filter(({ kind }) => kind === 'image')).toHaveLength(3);
  expect(events.filter(({ kind }) => kind === 'region')).toHaveLength(5);
  const yolo = await unzip(first?.[1] ?? Buffer.alloc(0));
  expect([...yolo.keys()].filter((path) => path.endsWith('.txt'))).not.toEqual([]);
});

it('takes them to every format that is asked for, and tells what each cannot say', async () => {
  const { deps } = test;
  const projectId = await test.project(owner);
  await addImages(test, owner, projectId, 2);
  const runId = await addImageRun(test, owner, projectId);
  const person = await test.member(owner.orgId, ['member']);
  await test.inProject(projectId, person, ['annotator']);
  const batchId = await addImageBatch(test, owner, { projectId, runId, people: [person.userId] });
  const corners = [
    { x: 1, y: 1 },
    { x: 30, y: 4 },
    { x: 12, y: 40.5 },
  ];
  await answerBatch(test, person, { projectId, batchId }, ({ item }): Annotation => {
    const region = (at: number, geometry: RegionValue['geometry']): RegionValue => ({
      type: 'region',
      id: `00000000-0000-4000-8000-0000000${String(item).padStart(2, '0')}00${at}`,
      geometry,
      label: { labelId: DRAWN.car, attributes: {} },
      order: at,
      groupId: null,
    });
    const regions = [
      region(1, { kind: 'box', version: 1, x: 8.5, y: 6, width: 20, height: 12.25 }),
      region(2, { kind: 'polygon', version: 1, points: corners }),
    ];
    return drawnAnswer(regions);
  });
  const committed = await commitDatasetVersion(deps, owner, {
    projectId,
    runIds: [runId],
    scope: 'labelled',
    method: 'majority',
    message: '',
    branch: 'main',
    parentId: null,
  });
  expect((await runHere(deps, owner, committed.jobId)).status).toBe('SUCCEEDED');
  const { versionId } = committed;
  const { exportId, jobId } = await startExport(deps, owner, {
    versionId,
    format: 'csv',
    pictureLabels: [...pictureLabelFile.options],
  });
  expect((await runHere(deps, owner, jobId)).status).toBe('SUCCEEDED');
  const { files, pictureLabels } = await getExport(deps, owner, { exportId });
  expect(pictureLabels).toEqual(pictureLabelFile.options);
  const kept: Record<string, unknown> = {};
  for (const { kind, report } of files) {
    if (report === null) continue;
    const archive = await unzip(await bytesOf(exportId, kind));
    expect(archive.size).toBeGreaterThan(0);
    const of = (rows: readonly { thing: string; count: number }[]) =>
      rows.filter(({ thing }) => thing === 'box' || thing === 'polygon');
    kept[kind] = {
      regions: report.regions,
      converted: of(report.converted).map(({ thing, count, ...rest }) => ({ [thing]: count, ...rest })),
      dropped: of(report.dropped).map(({ thing, count, ...rest }) => ({ [thing]: count, ...rest })),
    };
  }
  const nothing = { converted: [], dropped: [] };
  const asBoxes = { regions: 4, converted: [{ polygon: 2, to: 'box' }], dropped: [] };
  expect(kept).toEqual({
    coco: { regions: 4, ...nothing },
    yolo: asBoxes,
    'yolo-segment': { regions: 4, converted: [{ box: 2, to: 'polygon' }], dropped: [] },
    'yolo-pose': {
      regions: 0,
      converted: [],
      dropped: [
        { box: 2, why: 'not-in-format' },
        { polygon: 2, why: 'not-in-format' },
      ],
    },
    'yolo-obb': {
      regions: 4,
      converted: [
        { box: 2, to: 'rotated-box' },
        { polygon: 2, to: 'rotated-box' },
      ],
      dropped: [],
    },
    voc: asBoxes,
    cvat: { regions: 4, ...nothing },
    'label-studio': { regions: 4, ...nothing },
    datumaro: { regions: 4, ...nothing },
  });
  // None at all is a choice, too; twice the same is refused before anything is made.
  const none = await startExport(deps, owner, { versionId, format: 'csv', pictureLabels: [] });
  expect((await runHere(deps, owner, none.jobId)).status).toBe('SUCCEEDED');
  const bare = await getExport(deps, owner, { exportId: none.exportId });
  expect(bare.files.every(({ report }) => report === null)).toBe(true);
  await expect(
    startExport(deps, owner, { versionId, format: 'csv', pictureLabels: ['coco', 'coco'] }),
  ).rejects.toThrow('Each format once.');
});
