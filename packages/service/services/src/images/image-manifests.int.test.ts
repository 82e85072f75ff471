import { imageImportAbout } from '@assay/contracts';
import { pngOf } from '@assay/testkit';
import { downloadZip } from 'client-zip';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { collectImages } from '../runs/collect-images.ts';
import { exportRunRows } from '../runs/export-run-rows.ts';
import { addImageRun } from '../testing/add-images.ts';
import { uploadBytes } from '../testing/import-csv.ts';
import { runHere } from '../testing/run-jobs.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { createImageImport, withdrawImageImport } from './create-image-import.ts';
import { getImageImport, listImageItems, listManifestLines } from './read-image-imports.ts';
import { getImage, listImages } from './read-images.ts';

let test: TestDeps;
let owner: UserActor;
let projectId: string;
beforeAll(async () => {
  test = await createTestDeps();
  owner = (await test.organisation()).owner;
  projectId = await test.project(owner);
}, 120_000);
afterAll(() => test.close());

const scene = (seed: number) => pngOf(40, 40, (x, y) => [(x * seed) % 256, (y * seed) % 256, seed]);
type Files = Record<string, Uint8Array | string>;

/** An import of some uploads: an archive for each group of files. */
async function bring(uploads: readonly Files[]) {
  const uploadIds: string[] = [];
  for (const [at, files] of uploads.entries()) {
    const entries = Object.entries(files).map(([name, input]) => ({
      name,
      input: typeof input === 'string' ? input : new Uint8Array(input),
      lastModified: new Date(0),
    }));
    const zip = Buffer.from(await downloadZip(entries).arrayBuffer());
    uploadIds.push(await uploadBytes(test, owner, projectId, zip, `part-${at}.zip`));
  }
  const { importId, jobId } = await createImageImport(test.deps, owner, {
    projectId,
    name: 'Scenes',
    about: imageImportAbout.parse({ origin: 'synthetic', generator: 'A renderer' }),
    uploadIds,
  });
  const job = await runHere(test.deps, owner, jobId);
  expect([job.status, job.error]).toEqual(['SUCCEEDED', null]);
  return importId;
}

const linesOf = (importId: string, cursor?: string) =>
  listManifestLines(test.deps, owner, { importId, limit: 3, ...(cursor === undefined ? {} : { cursor }) });
const found = async (search: string) =>
  (await listImages(test.deps, owner, { projectId, order: 'path', limit: 50, search })).images;

it('says of each picture how it was made, whichever upload holds it, and of each line what became of it', async () => {
  const manifest = [
    '{"file":"one.png","prompt":"A wet road at night","seed":"18446744073709551615","generator":"A model","model":"M 2","licence":"CC0-1.0","origin":"synthetic","labels":["road"]}',
    '{"file":"missing.png","prompt":"Nothing"}',
    '{"file":"two.png","seed":"not a seed"}',
    '{"file":"two.png","origin":"real"}',
    '{"file":"one.png","prompt":"Something else"}',
    '{"file":"../three.png"}',
    'not JSON',
  ].join('\n');
  const importId = await bring([
    { 'set/manifest.jsonl': manifest, 'set/one.png': scene(3), 'set/two.png': scene(5) },
    {
      'metadata.csv': 'file_name,prompt\r\nset/three.png,"A ""quiet"" street"\r\n',
      'set/three.png': scene(7),
    },
  ]);
  const { taken, refused } = await getImageImport(test.deps, owner, { importId });
  expect([taken, refused]).toEqual([3, 0]);
  const { items } = await listImageItems(test.deps, owner, { importId, outcome: 'manifest', limit: 10 });
  expect(items.map(({ path }) => path)).toEqual(['set/manifest.jsonl', 'metadata.csv']);

  const first = await linesOf(importId);
  expect(first.counts).toEqual({ lines: 8, taken: 2, refused: 6 });
  const second = await linesOf(importId, first.next ?? '');
  expect(second.next).toBeNull();
  expect([...first.refused, ...second.refused].map(({ line, code }) => `${line} ${code}`)).toEqual([
    '2 unknown-file',
    '3 bad-seed',
    '4 other-origin',
    '5 named-twice',
    '6 unsafe-path',
    '7 not-json',
  ]);

  const [one] = await found('WET ROAD');
  expect(one?.path).toBe('set/one.png');
  expect(await getImage(test.deps, owner, { imageId: one?.id ?? '' })).toMatchObject({
    made: {
      prompt: 'A wet road at night',
      seed: '18446744073709551615',
      generator: 'A model',
      model: 'M 2',
      licence: 'CC0-1.0',
      labels: ['road'],
    },
  });
  expect((await found('quiet')).map(({ path }) => path)).toEqual(['set/three.png']);
  expect(await found('18446744073709551615')).toHaveLength(1);
  const [plain] = await found('two.png');
  expect(await getImage(test.deps, owner, { imageId: plain?.id ?? '' })).toMatchObject({ made: null });
  // What the document is written with is no text of the picture.
  expect(await found('assay.image-made')).toEqual([]);
}, 120_000);

it('keeps what was said of a picture first, and refuses a manifest that is no text', async () => {
  const importId = await bring([
    {
      'again.png': scene(3),
      'other.png': scene(11),
      'manifest.csv': 'file,prompt\nagain.png,Another story\nother.png,Its own\n',
      'x/metadata.jsonl': new Uint8Array([0xff, 0xfe, 0x00, 0xd8]),
    },
  ]);
  expect(await linesOf(importId)).toMatchObject({
    counts: { lines: 2, taken: 1, refused: 1 },
    refused: [{ path: 'again.png', code: 'said-before' }],
  });
  const { items } = await listImageItems(test.deps, owner, { importId, outcome: 'refused', limit: 10 });
  expect(items).toMatchObject([{ path: 'x/metadata.jsonl', code: 'not-utf-8' }]);
  expect(await found('Another story')).toEqual([]);
}, 120_000);

async function csvOf(runId: string): Promise<string[]> {
  const chunks: Uint8Array[] = [];
  const asked = { runId, format: 'csv', predicate: { op: 'true' } } as const;
  for await (const chunk of exportRunRows(test.deps, owner, asked)) chunks.push(chunk);
  return Buffer.concat(chunks).toString().trim().split(/\r?\n/);
}

it('goes with the rows of a run, and so wherever they are exported to', async () => {
  const [head = '', ...rows] = await csvOf(await addImageRun(test, owner, projectId));
  expect(head.split(',')).toEqual(
    expect.arrayContaining(['generator', 'licence', 'model', 'prompt', 'seed', 'meant']),
  );
  const one = rows.find((row) => row.includes('set/one.png')) ?? '';
  for (const text of ['A model', 'CC0-1.0', 'M 2', 'A wet road at night', '18446744073709551615', 'road']) {
    expect(one).toContain(text);
  }
  expect(rows.find((row) => row.includes('set/two.png'))).toContain('A renderer');
}, 120_000);

it('says nothing more of a picture once its import is withdrawn, whoever has the picture then', async () => {
  const manifest = 'file,prompt,licence\nshared.png,A withdrawn story,CC0-1.0\n';
  const importId = await bring([{ 'shared.png': scene(13), 'manifest.csv': manifest }]);
  await bring([{ 'kept.png': scene(13) }]);
  const [shared] = await found('A withdrawn story');
  const { removed } = await withdrawImageImport(test.deps, owner, { importId, reason: 'Other terms' });
  expect(removed).toBe(0);
  expect(await getImage(test.deps, owner, { imageId: shared?.id ?? '' })).toMatchObject({
    path: 'kept.png',
    made: null,
  });
  expect(await found('A withdrawn story')).toEqual([]);
  // And another manifest can say how it was made.
  await bring([{ 'again.png': scene(13), 'manifest.csv': 'file,prompt\nagain.png,Its new story\n' }]);
  expect((await found('Its new story')).map(({ path }) => path)).toEqual(['kept.png']);
}, 120_000);

it('says of a sequence what its frames say, and only of how many kinds they are where that is long', async () => {
  const prompts = [17, 19, 23].map((seed) => [`f${seed}.png`, `${seed} ${'long '.repeat(400)}`] as const);
  const importId = await bring([
    {
      ...Object.fromEntries([17, 19, 23].map((seed) => [`f${seed}.png`, scene(seed)])),
      'manifest.csv': `file,prompt,seed\n${prompts.map(([name, prompt], at) => `${name},${prompt},${at}`).join('\n')}\n`,
    },
  ]);
  const { runId, jobId } = await collectImages(test.deps, owner, {
    projectId,
    name: 'A sequence',
    origin: 'synthetic',
    filter: { importId },
    sequences: 'one',
  });
  expect((await runHere(test.deps, owner, jobId)).status).toBe('SUCCEEDED');
  const [, row = ''] = await csvOf(runId);
  expect(row).toContain('3 different,"0, 1, 2"');
  expect(row).not.toContain('long');
}, 120_000);
