import { imageImportAbout, imageSide } from '@assay/contracts';
import { createDb } from '@assay/db';
import { pngOf } from '@assay/testkit';
import { downloadZip } from 'client-zip';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { getMeasurement } from '../measurements/get-measurement.ts';
import { uploadBytes } from '../testing/import-csv.ts';
import { runHere } from '../testing/run-jobs.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { createImageImport } from './create-image-import.ts';
import { getImageComparison, listImageComparisons, orderImageComparison } from './image-comparisons.ts';
import { getImage } from './read-images.ts';

let test: TestDeps;
let owner: UserActor;
let projectId: string;
beforeAll(async () => {
  test = await createTestDeps();
  owner = (await test.organisation()).owner;
  projectId = await test.project(owner);
}, 120_000);
afterAll(() => test.close());

type Paint = (x: number, y: number, seed: number) => [number, number, number];
/** Soft shapes in many colours. */
const soft: Paint = (x, y, seed) => [
  128 + 100 * Math.sin((x * (seed + 1)) / 17),
  128 + 100 * Math.cos((y * (seed + 2)) / 13),
  128 + 90 * Math.sin((x + y + seed * 20) / 23),
];
/** Hard dark stripes, of another width each. */
const stripes: Paint = (x, _, seed) => (x % (seed + 2) === 0 ? [90, 20, 20] : [20, 10, 10]);

async function bring(name: string, origin: 'real' | 'synthetic', seeds: number[], paint: Paint) {
  const files = seeds.map((seed) => ({
    name: `${name}-${seed}.png`,
    input: new Uint8Array(pngOf(90, 60, (x, y) => paint(x, y, seed))),
    lastModified: new Date(0),
  }));
  const zip = Buffer.from(await downloadZip(files).arrayBuffer());
  const { importId, jobId } = await createImageImport(test.deps, owner, {
    projectId,
    name,
    about: imageImportAbout.parse(
      origin === 'real' ? { origin, licence: 'CC0-1.0' } : { origin, generator: 'A test' },
    ),
    uploadIds: [await uploadBytes(test, owner, projectId, zip, `${name}.zip`)],
  });
  expect((await runHere(test.deps, owner, jobId)).status).toBe('SUCCEEDED');
  return importId;
}

async function compared(real: Partial<ReturnType<typeof imageSide.parse>>, made: typeof real) {
  const sides = { real: imageSide.parse(real), made: imageSide.parse(made) };
  const { comparisonId, jobId } = await orderImageComparison(test.deps, owner, { projectId, ...sides });
  const job = await runHere(test.deps, owner, jobId);
  expect([job.status, job.error]).toEqual(['SUCCEEDED', null]);
  return getImageComparison(test.deps, owner, { comparisonId });
}

type Comparison = Awaited<ReturnType<typeof compared>>;
const coloursOf = ({ document }: Comparison) => {
  const found = document?.features.find(({ feature }) => feature === 'colours');
  const figure = (of?: string) => found?.figures.find(({ slice }) => slice.of === of);
  return { found, all: figure(), same: figure('same-size'), floor: figure('floor') };
};

it('is refused where one side holds nothing, or is of another project', async () => {
  const order = (real: object, made: object) =>
    orderImageComparison(test.deps, owner, {
      projectId,
      real: imageSide.parse(real),
      made: imageSide.parse(made),
    });
  await expect(order({ origin: 'real' }, { origin: 'synthetic' })).rejects.toMatchObject({
    code: 'bad-input',
    field: 'real',
  });
  const elsewhere = test.deps.ids.next();
  await expect(order({ importId: elsewhere }, { origin: 'synthetic' })).rejects.toMatchObject({
    code: 'not-found',
  });
});

it('says how far made pictures are from real ones beside the floor, and which stand out', async () => {
  const { deps } = test;
  const realImport = await bring('photos', 'real', [1, 2, 3, 4, 5, 6, 7, 8], soft);
  const alike = await bring('alike', 'synthetic', [9, 10, 11, 12], soft);
  const apart = await bring('apart', 'synthetic', [1, 2, 3, 4], stripes);

  const near = coloursOf(await compared({ origin: 'real' }, { importId: alike }));
  const far = coloursOf(await compared({ importId: realImport }, { importId: apart }));
  for (const { found, all, same, floor } of [near, far]) {
    expect(found?.size).toBe(4);
    expect([all?.n, same?.n, floor?.n]).toEqual([12, 8, 8]);
  }
  // The floor is of the real pictures alone: the same beside both.
  expect(far.floor?.value).toBe(near.floor?.value);
  expect(near.same?.value).toBeLessThan(2 * (near.floor?.value ?? 0));
  expect(far.same?.low).toBeGreaterThan(far.floor?.high ?? 1);
  expect(far.all?.low).toBeGreaterThan(near.all?.high ?? 1);

  // Of both kinds together, the four that stand out most are the stripes.
  const mixed = coloursOf(await compared({ origin: 'real' }, { origin: 'synthetic' }));
  const first = mixed.found?.farMade.slice(0, 4).map(({ imageId }) => imageId) ?? [];
  const paths = await Promise.all(first.map((imageId) => getImage(deps, owner, { imageId })));
  expect(paths.map(({ path }) => path).sort()).toEqual([1, 2, 3, 4].map((seed) => `apart-${seed}.png`));
  expect(mixed.found?.farReal).toHaveLength(8);

  const stored = await getMeasurement(deps, owner, { measurementId: mixed.floor?.measurementId ?? '' });
  expect(stored).toMatchObject({
    value: mixed.floor?.value,
    slice: { feature: 'colours', of: 'floor' },
    low: mixed.floor?.low,
    high: mixed.floor?.high,
    subject: { type: 'imageComparison' },
    inputs: {
      real: expect.stringMatching(/^[0-9a-f]{64}$/),
      made: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  });
}, 120_000);

it('measures pictures anew that were brought before features were kept, to the same figures', async () => {
  const figures = async () => {
    const { document } = await compared({ origin: 'real' }, { origin: 'synthetic' });
    const of = document?.features ?? [];
    return of.flatMap(({ feature, ...found }) =>
      found.figures.map(({ slice, value }) => [feature, slice.of, value]),
    );
  };
  const before = await figures();
  expect(new Set(before.map(([feature]) => feature)).size).toBe(3);
  const db = createDb({ appUrl: test.ownerUrl, systemUrl: test.ownerUrl, poolSize: 1 });
  expect(await db.identity.$executeRaw`DELETE FROM image_feature`).toBe(16);
  const after = await figures();
  expect(await db.identity.$executeRaw`UPDATE image_feature SET colours = colours`).toBe(16);
  await db.close();
  expect(after).toEqual(before);
}, 120_000);

it('of too few real pictures has no distance, and a reason', async () => {
  const few = await bring('few', 'real', [20, 21, 22], soft);
  const { all, found } = coloursOf(await compared({ importId: few }, { origin: 'synthetic' }));
  expect(all).toMatchObject({ value: null, reason: 'too-few', low: null });
  expect(found).toMatchObject({ size: null, figures: [{ slice: { feature: 'colours' } }] });
}, 120_000);

it('lists them newest first, page by page', async () => {
  const page = (before: string | null) =>
    listImageComparisons(test.deps, owner, { projectId, limit: 4, before });
  const first = await page(null);
  const second = await page(first.next);
  expect(first.comparisons).toHaveLength(4);
  expect(second).toMatchObject({ next: null, comparisons: [{}, {}] });
  const ids = [...first.comparisons, ...second.comparisons].map(({ id }) => id);
  expect(ids).toEqual([...ids].sort().reverse());
});
