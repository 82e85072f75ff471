import { downloadZip } from 'client-zip';
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
  const document = CARS_AND_PEOPLE;
  const made = await createLabelSchema(test.deps, owner, { projectId, name: 'C', description: '', document });
  labelSchemaVersionId = made.versionId;
}, 120_000);
afterAll(() => test.close());

/** Brings an archive as proposals; what was found of it, and the regions of each row. */
async function bring(files: Readonly<Record<string, string>>) {
  const entries = Object.entries(files).map(([name, input]) => ({ name, input, lastModified: new Date(0) }));
  const zip = Buffer.from(await downloadZip(entries).arrayBuffer());
  const uploadId = await uploadBytes(test, owner, projectId, zip, 'labels.zip');
  const of = {
    projectId,
    runId,
    labelSchemaVersionId,
    use: 'prelabels',
    source: 'D',
    mapping: null,
  } as const;
  const { importId, jobId } = await createLabelImport(test.deps, owner, { ...of, uploadId });
  await runHere(test.deps, owner, jobId);
  const { good, found } = await getLabelImport(test.deps, owner, { importId });
  const committed = await commitLabelImport(test.deps, owner, { importId });
  await runHere(test.deps, owner, committed.jobId ?? '');
  const rows = await query(test.deps, owner, (t) => t.labelImports.proposals(importId, [0, 1, 2]));
  return { good, messages: found?.first.map(({ message }) => message), rows };
}

it('takes Darknet with the names of its classes, as CVAT writes it', async () => {
  const { good, messages, rows } = await bring({
    'obj.data': 'classes = 2\nnames = obj.names\ntrain = train.txt\n',
    'obj.names': 'person\ncar\n',
    'train.txt': 'obj_train_data/scene-0000.png\nobj_train_data/scene-0002.png\n',
    'obj_train_data/scene-0000.txt': '1 0.5 0.5 0.25 0.5\n',
    'obj_train_data/scene-0002.txt': '0 0.5 0.5 0.25 0.5\n',
  });
  expect([good, messages]).toEqual([2, []]);
  const labels = rows
    .toSorted((a, b) => a.row - b.row)
    .map(({ row, payload }) => {
      const { regions } = (payload as { answers: Record<string, { regions: { label: object }[] }> }).answers[
        DRAWN.question
      ]!;
      return [row, regions.map(({ label }) => label)];
    });
  expect(labels).toEqual([
    [0, [{ labelId: DRAWN.car, attributes: {} }]],
    [2, [{ labelId: DRAWN.person, attributes: {} }]],
  ]);
});

it('draws on a picture nothing of another one of its name in another split', async () => {
  const coco = (x: number) =>
    JSON.stringify({
      images: [{ id: 1, file_name: 'scene-0001.png', width: 64, height: 48 }],
      categories: [{ id: 1, name: 'car' }],
      annotations: [{ id: 1, image_id: 1, category_id: 1, bbox: [x, 5, 20, 10] }],
    });
  const { good, messages, rows } = await bring({
    'annotations/instances_train.json': coco(4),
    'annotations/instances_val.json': coco(30),
  });
  expect(good).toBe(1);
  expect(messages).toEqual([expect.stringContaining('"scene-0001.png" was there before')]);
  expect(rows.map(({ row }) => row)).toEqual([1]);
  expect(JSON.stringify(rows[0]?.payload)).toContain('"x":4');
  expect(JSON.stringify(rows[0]?.payload)).not.toContain('"x":30');
});
