import { annotation, type LabelImportUse, labelSchema } from '@assay/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { query } from '../frame/command.ts';
import { createLabelSchema } from '../label-schemas/save-label-schema.ts';
import { addImageRun, addImages, CARS_AND_PEOPLE, DRAWN } from '../testing/add-images.ts';
import { uploadBytes } from '../testing/import-csv.ts';
import { runHere } from '../testing/run-jobs.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { commitLabelImport } from './commit-import.ts';
import { createLabelImport } from './create-import.ts';
import { downloadRefused, getLabelImport } from './read-imports.ts';

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

async function bring(
  fileName: string,
  text: string,
  use: LabelImportUse = 'prelabels',
  schemaVersionId = labelSchemaVersionId,
) {
  const uploadId = await uploadBytes(test, owner, projectId, Buffer.from(text), fileName);
  const { importId, jobId } = await createLabelImport(test.deps, owner, {
    projectId,
    runId,
    labelSchemaVersionId: schemaVersionId,
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

/** A rectangle of Label Studio, in percent of a picture of 64 × 48. */
const rectangle = (id: string, x: number, label = 'car') => ({
  id,
  type: 'rectanglelabels',
  from_name: 'label',
  to_name: 'image',
  original_width: 64,
  original_height: 48,
  value: { x, y: 25, width: 25, height: 50, rotation: 0, rectanglelabels: [label] },
});
const saidBy = (author: string, ...result: object[]) => ({ completed_by: { email: author }, result });
const predictedBy = (model: string, ...result: object[]) => ({ model_version: model, score: 0.75, result });

/** What is found of a file before it is taken, and what is said of each picture once it is. */
async function taken(importId: string) {
  const { found } = await getLabelImport(test.deps, owner, { importId });
  const { jobId } = await commitLabelImport(test.deps, owner, { importId });
  await runHere(test.deps, owner, jobId ?? '');
  const { batch } = await getLabelImport(test.deps, owner, { importId });
  const samples = await query(test.deps, owner, (t) => t.reviews.answered(batch?.id ?? '', 0, 10));
  return {
    sources: found?.sources,
    messages: found?.first.map(({ message }) => message),
    samples: samples.map(({ row, answers }) => ({
      row,
      drawn: answers.map(({ payload }) => {
        const { answers: given } = annotation.parse(payload);
        const answer = given[DRAWN.question];
        return answer?.kind === 'regions' ? answer : { regions: [], relations: [] };
      }),
    })),
  };
}

const SEVERAL = [
  {
    data: { image: 'scene-0000.png' },
    annotations: [
      saidBy('ann', rectangle('one', 10), rectangle('two', 50, 'person'), {
        type: 'relation',
        from_id: 'two',
        to_id: 'one',
        direction: 'right',
        labels: ['Rides'],
      }),
      saidBy('ben', rectangle('one', 12)),
    ],
    predictions: [predictedBy('v2', rectangle('one', 14), rectangle('three', 40))],
  },
  { data: { image: 'scene-0001.png' }, annotations: [saidBy('ben', rectangle('four', 20))] },
  {
    data: { image: 'scene-0002.png', width: 64, height: 48 },
    annotations: [],
    predictions: [predictedBy('v2', rectangle('five', 30))],
  },
];

it('takes what several people drew as an answer of each, and no prediction for an answer', async () => {
  const importId = await bring('several.json', JSON.stringify(SEVERAL), 'labels');
  const { sources, messages, samples } = await taken(importId);
  expect(sources).toEqual([
    { name: 'Detector 3: ben', count: 2 },
    { name: 'Detector 3: ann', count: 1 },
  ]);
  expect(messages).toEqual([
    'A prediction is nobody’s answer, and can be taken as a prelabel: left out 3 times.',
    'Nothing is drawn in a picture, and of several authors none is named for it: left out once.',
  ]);
  const places = samples.map(({ row, drawn }) => [
    row,
    drawn.map(({ regions }) => regions.map(({ geometry }) => geometry.kind === 'box' && geometry.x)).sort(),
  ]);
  expect(places).toEqual([
    [0, [[expect.closeTo(6.4), 32], [expect.closeTo(7.68)]]],
    [1, [[expect.closeTo(12.8)]]],
  ]);
  expect(samples[0]?.drawn.map(({ relations }) => relations.length).sort()).toEqual([0, 1]);
});

it('proposes what was predicted, and what people drew only where nothing is predicted', async () => {
  const importId = await bring('predicted.json', JSON.stringify(SEVERAL));
  const view = await getLabelImport(test.deps, owner, { importId });
  expect(view.found).toMatchObject({ good: 2, sources: [{ name: 'Detector 3', count: 2 }] });
  expect(view.found?.first.map(({ message }) => message)).toEqual([
    'What people drew is no proposal in a file that holds predictions: left out 4 times.',
    'A relation leads to a region that is not taken: left out once.',
  ]);
  const { jobId } = await commitLabelImport(test.deps, owner, { importId });
  await runHere(test.deps, owner, jobId ?? '');
  const rows = await query(test.deps, owner, (t) => t.labelImports.proposals(importId, [0, 1, 2]));
  const drawn = { regions: [{ proposal: { confidence: 0.75 } }, { proposal: { confidence: 0.75 } }] };
  expect(rows.map(({ row }) => row).sort()).toEqual([0, 2]);
  expect(rows.find(({ row }) => row === 0)?.payload).toMatchObject({
    answers: { [DRAWN.question]: drawn },
  });
  // Two people who do not agree propose nothing: whoever opens the picture would find everything twice.
  const people = SEVERAL.map(({ data, annotations }) => ({ data, annotations }));
  const both = await bring('people-only.json', JSON.stringify(people));
  expect((await getLabelImport(test.deps, owner, { importId: both })).found).toMatchObject({
    good: 1,
    problems: expect.arrayContaining([{ code: 'conflict', count: 2 }]),
  });
});

it('takes nothing that CVAT drew by itself for what a person said', async () => {
  const box = (source: string, left: number) =>
    `<box label="car" source="${source}" occluded="0" xtl="${left}" ytl="4" xbr="${left + 9}" ybr="20" z_order="0"/>`;
  const image = `<image id="0" name="scene-0001.png" width="64" height="48">${box('manual', 2)}${box('auto', 30)}</image>`;
  const text = `<?xml version="1.0"?><annotations><version>1.1</version>${image}</annotations>`;
  const said = await getLabelImport(test.deps, owner, { importId: await bring('a.xml', text, 'gold') });
  expect(said.found?.first.map(({ message }) => message)).toEqual([
    'A prediction is nobody’s answer, and can be taken as a prelabel: left out once.',
  ]);
  expect(said.found).toMatchObject({ good: 1, sources: [{ name: 'Detector 3', count: 1 }] });
});

/** `CARS_AND_PEOPLE`, where more is asked of a car. */
async function schemaOfFlags(): Promise<string> {
  const attributes = [
    { kind: 'boolean', id: '00000000-0000-4000-8000-000000000111', name: 'Occluded', required: true },
    { kind: 'boolean', id: '00000000-0000-4000-8000-000000000112', name: 'Is_crowd' },
    { kind: 'number', id: '00000000-0000-4000-8000-000000000113', name: 'Doors' },
  ];
  const document = labelSchema.parse({
    ...CARS_AND_PEOPLE,
    questions: CARS_AND_PEOPLE.questions.map((question) =>
      question.kind !== 'regions'
        ? question
        : {
            ...question,
            labels: question.labels.map((label) =>
              label.id === DRAWN.car ? { ...label, attributes } : label,
            ),
          },
    ),
  });
  const of = { projectId, name: 'Cars with flags', description: '', document };
  return (await createLabelSchema(test.deps, owner, of)).versionId;
}

it('takes what a file says of a region as attributes of that name, and tells what has none', async () => {
  const drawn = (id: number, more: object) => ({
    ...{ id, image_id: 1, category_id: 1, bbox: [4, 4, 20, 12], iscrowd: 0 },
    ...more,
  });
  const coco = JSON.stringify({
    categories: COCO.categories,
    images: [{ id: 1, file_name: 'scene-0000.png', width: 64, height: 48 }],
    annotations: [
      drawn(1, { attributes: { occluded: true, doors: '5' } }),
      drawn(2, { iscrowd: 1, attributes: { doors: 'many', parts: ['a', 'b'] } }),
      drawn(3, { category_id: 2, iscrowd: 1, attributes: { occluded: true } }),
    ],
  });
  const importId = await bring('flags.json', coco, 'labels', await schemaOfFlags());
  const { found } = await getLabelImport(test.deps, owner, { importId });
  expect(found).toMatchObject({ records: 1, good: 1, problems: [{ code: 'changed', count: 4 }] });
  const { messages, samples } = await taken(importId);
  expect(messages).toEqual([
    '“Doors” of “Car” has no value “many”: left out once.',
    '“Person” has no attribute “occluded”: left out once.',
    '“Person” has no attribute “crowd”: left out once.',
    'Attributes are lists or objects: "parts". These attributes were left out; the region was kept.',
  ]);
  const [car = '', crowd = '', doors = ''] = [1, 2, 3].map(
    (at) => `00000000-0000-4000-8000-00000000011${at}`,
  );
  expect(samples[0]?.drawn[0]?.regions.map(({ label }) => label?.attributes)).toEqual([
    { [car]: true, [doors]: 5 },
    { [car]: false, [crowd]: true },
    {},
  ]);
});

it('lays regions as their file does, and tells what it did not take as it stands', async () => {
  const box = (left: number, height: number) =>
    `<box label="car" occluded="0" xtl="${left}" ytl="4" xbr="${left + 9}" ybr="20" z_order="${height}"/>`;
  const image = `<image id="0" name="scene-0002.png" width="64" height="48">${box(1, 4)}${box(2, 0)}${box(3, 4)}${box(4, -1)}</image>`;
  const xml = `<?xml version="1.0"?><annotations><version>1.1</version>${image}</annotations>`;
  const view = await getLabelImport(test.deps, owner, { importId: await bring('heights.xml', xml) });
  expect(view.found?.first).toEqual([]);
  const { jobId } = await commitLabelImport(test.deps, owner, { importId: view.id });
  await runHere(test.deps, owner, jobId ?? '');
  const [row] = await query(test.deps, owner, (t) => t.labelImports.proposals(view.id, [0, 1, 2]));
  const answer = annotation.parse(row?.payload).answers[DRAWN.question];
  const regions = answer?.kind === 'regions' ? answer.regions : [];
  expect(regions.map(({ geometry, order }) => [geometry.kind === 'box' ? geometry.x : null, order])).toEqual([
    [4, 0],
    [2, 1],
    [1, 2],
    [3, 3],
  ]);
  const two = rectangle('one', 10);
  two.value.rectanglelabels = ['car', 'person'];
  const studio = [{ data: { image: 'scene-0002.png' }, annotations: [saidBy('ann', two)] }];
  const told = await getLabelImport(test.deps, owner, {
    importId: await bring('labels.json', JSON.stringify(studio), 'gold'),
  });
  expect(told.found).toMatchObject({
    records: 1,
    good: 1,
    first: [
      {
        code: 'changed',
        field: 'labels.json, $[0].annotations[0].result[0]',
        message: 'It has 2 labels. The first one was kept: "car".',
      },
    ],
  });
});

it('counts also what it leaves out for more reasons than it can tell', async () => {
  const categories = Array.from({ length: 1_100 }, (_, at) => ({ id: at, name: `thing ${at}` }));
  const annotations = categories.map(({ id }) => ({ id, image_id: 7, category_id: id, bbox: [1, 1, 5, 5] }));
  const importId = await bring('many.json', JSON.stringify({ ...COCO, categories, annotations }));
  let csv = '';
  const { content } = await downloadRefused(test.deps, owner, { importId });
  for await (const part of content) csv += Buffer.from(part).toString('utf8');
  expect(csv.split('has no label').length - 1).toBe(2 * 1_000);
  expect(csv).toContain('of which there are too many to tell: left out 100 times.');
});

it('reads Pascal VOC from the pixel with which its numbers begin, and tells where that is 0', async () => {
  const voc = (least: number) => {
    const box = `<bndbox><xmin>${least}</xmin><ymin>${least}</ymin><xmax>10</xmax><ymax>10</ymax></bndbox>`;
    const size = '<size><width>64</width><height>48</height><depth>3</depth></size>';
    return `<annotation><filename>scene-0001.png</filename>${size}<object><name>car</name>${box}</object></annotation>`;
  };
  const read = async (fileName: string, least: number) => {
    const importId = await bring(fileName, voc(least));
    const { found } = await getLabelImport(test.deps, owner, { importId });
    const { jobId } = await commitLabelImport(test.deps, owner, { importId });
    await runHere(test.deps, owner, jobId ?? '');
    const [row] = await query(test.deps, owner, (t) => t.labelImports.proposals(importId, [1]));
    const answer = annotation.parse(row?.payload).answers[DRAWN.question];
    return {
      messages: found?.first.map(({ code, message }) => [code, message]),
      geometry: answer?.kind === 'regions' ? answer.regions[0]?.geometry : undefined,
    };
  };
  const whole = { kind: 'box', x: 0, y: 0, width: 10, height: 10 };
  expect(await read('from-1.xml', 1)).toMatchObject({ messages: [], geometry: whole });
  expect(await read('from-0.xml', 0)).toMatchObject({
    messages: [['changed', expect.stringContaining('read as places from 0')]],
    geometry: whole,
  });
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
