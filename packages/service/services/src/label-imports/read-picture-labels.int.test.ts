import type { LabelImportUse } from '@assay/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { query } from '../frame/command.ts';
import { createLabelSchema } from '../label-schemas/save-label-schema.ts';
import { addImageRun, addImages, CARS_AND_PEOPLE, DRAWN } from '../testing/add-images.ts';
import { uploadBytes } from '../testing/import-csv.ts';
import { runHere } from '../testing/run-jobs.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { commitLabelImport } from './commit-import.ts';
import { createLabelImport } from './create-import.ts';
import { getLabelImport } from './read-imports.ts';

let test: TestDeps;
let owner: UserActor;
let projectId: string;
let runId: string;
let labelSchemaVersionId: string;
beforeAll(async () => {
  test = await createTestDeps();
  owner = (await test.organisation()).owner;
  projectId = await test.project(owner);
  await addImages(test, owner, projectId, 3);
  runId = await addImageRun(test, owner, projectId);
  const made = await createLabelSchema(test.deps, owner, {
    projectId,
    name: 'Cars and people',
    description: '',
    document: CARS_AND_PEOPLE,
  });
  labelSchemaVersionId = made.versionId;
}, 120_000);
afterAll(() => test.close());

async function bring(fileName: string, text: string, use: LabelImportUse = 'prelabels') {
  const uploadId = await uploadBytes(test, owner, projectId, Buffer.from(text), fileName);
  const { importId, jobId } = await createLabelImport(test.deps, owner, {
    projectId,
    runId,
    labelSchemaVersionId,
    use,
    uploadId,
    source: 'Detector 3',
    mapping: null,
  });
  await runHere(test.deps, owner, jobId);
  return importId;
}

const COCO = {
  categories: [
    { id: 1, name: 'car' },
    { id: 2, name: 'Person' },
    { id: 3, name: 'dog' },
  ],
  images: [
    { id: 7, file_name: 'photos/scene-0000.png', width: 64, height: 48 },
    { id: 8, file_name: 'scene-0001.png', width: 64, height: 48 },
    { id: 9, file_name: 'nowhere.png', width: 64, height: 48 },
  ],
  annotations: [
    { id: 1, image_id: 7, category_id: 1, bbox: [4, 5, 20, 12.5], area: 250, iscrowd: 0 },
    { id: 2, image_id: 7, category_id: 3, bbox: [1, 1, 5, 5], area: 25, iscrowd: 0 },
    { id: 3, image_id: 8, category_id: 2, bbox: [10, 10, 6, 20], area: 120, iscrowd: 0 },
    { id: 4, image_id: 99, category_id: 2, bbox: [1, 1, 2, 2], area: 4, iscrowd: 0 },
    { id: 5, image_id: 9, category_id: 1, bbox: [1, 1, 2, 2], area: 4, iscrowd: 0 },
  ],
};

it('takes COCO as proposals for the pictures of a run, and says what has no counterpart', async () => {
  const importId = await bring('instances.json', JSON.stringify(COCO));
  const view = await getLabelImport(test.deps, owner, { importId });
  expect(view).toMatchObject({ status: 'REVIEW', good: 2 });
  const messages = (view.found?.first ?? []).map(({ message }) => message);
  expect(messages).toEqual(
    expect.arrayContaining([
      'No picture of the run is called “nowhere.png”.',
      '“What is there?” has no label “dog”: left out once.',
      expect.stringContaining('99'),
    ]),
  );
  const { jobId } = await commitLabelImport(test.deps, owner, { importId });
  await runHere(test.deps, owner, jobId ?? '');
  const rows = await query(test.deps, owner, (t) => t.labelImports.proposals(importId, [0, 1, 2]));
  expect(rows.map(({ row }) => row).sort()).toEqual([0, 1]);
  expect(rows.find(({ row }) => row === 0)?.payload).toMatchObject({
    answers: {
      [DRAWN.question]: {
        kind: 'regions',
        regions: [
          {
            label: { labelId: DRAWN.car },
            geometry: { kind: 'box', x: 4, y: 5, width: 20, height: 12.5 },
            proposal: { confidence: null, state: 'open' },
          },
        ],
      },
    },
  });
});

it('takes what people remarked of a region in Label Studio, and nothing that a model did', async () => {
  const box = (id: string, x: number, meta: object) => ({
    id,
    type: 'rectanglelabels',
    from_name: 'label',
    to_name: 'image',
    original_width: 64,
    original_height: 48,
    value: { x, y: 10, width: 20, height: 30, rotation: 0, rectanglelabels: ['car'] },
    ...meta,
  });
  const result = [
    box('one', 10, { meta: { text: ['One, or two?'] } }),
    box('two', 40, { meta: { text: ['x'.repeat(600)] } }),
    box('three', 70, {}),
  ];
  const text = (completed_by: object) =>
    JSON.stringify([
      { id: 1, data: { image: 'scene-0002.png' }, annotations: [{ ...completed_by, result }] },
    ]);
  const messagesOf = async (importId: string) =>
    (await getLabelImport(test.deps, owner, { importId })).found?.first.map(({ message }) => message);
  const said = await bring('people.json', text({ completed_by: { email: 'ann' } }), 'labels');
  expect(await messagesOf(said)).toEqual(['A remark has more than 500 characters: its end: left out once.']);
  const { jobId } = await commitLabelImport(test.deps, owner, { importId: said });
  await runHere(test.deps, owner, jobId ?? '');
  const answers = await query(test.deps, owner, async (t) => {
    const [batchId = ''] = await t.batches.answered(projectId);
    return (await t.reviews.answered(batchId, 0, 10)).flatMap((sample) => sample.answers);
  });
  expect(answers).toMatchObject([
    {
      payload: {
        answers: {
          [DRAWN.question]: {
            regions: [{ remark: { text: 'One, or two?' } }, { remark: { text: 'x'.repeat(500) } }, {}],
          },
        },
      },
    },
  ]);
  expect(JSON.stringify(answers).split('remark')).toHaveLength(3);
  const proposed = await bring('model.json', text({}));
  expect(await messagesOf(proposed)).toEqual(['Remarks are taken with what people said: left out 2 times.']);
});

it('takes YOLO by the sizes of the pictures, and refuses what is no file of labels', async () => {
  const { downloadZip } = await import('client-zip');
  const files = {
    'data.yaml': 'names:\n  0: car\n  1: person\n',
    'labels/train/scene-0002.txt': '0 0.5 0.5 0.25 0.5\n',
  };
  const entries = Object.entries(files).map(([name, input]) => ({ name, input, lastModified: new Date(0) }));
  const zip = Buffer.from(await downloadZip(entries).arrayBuffer());
  const uploadId = await uploadBytes(test, owner, projectId, zip, 'yolo.zip');
  const of = {
    projectId,
    runId,
    labelSchemaVersionId,
    use: 'prelabels' as const,
    source: 'D',
    mapping: null,
  };
  const { importId, jobId } = await createLabelImport(test.deps, owner, { ...of, uploadId });
  await runHere(test.deps, owner, jobId);
  expect(await getLabelImport(test.deps, owner, { importId })).toMatchObject({ status: 'REVIEW', good: 1 });
  const broken = await uploadBytes(test, owner, projectId, zip.subarray(0, 60), 'cut.zip');
  const second = await createLabelImport(test.deps, owner, { ...of, uploadId: broken });
  expect((await runHere(test.deps, owner, second.jobId)).status).toBe('FAILED');
});
