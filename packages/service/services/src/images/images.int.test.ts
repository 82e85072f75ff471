import { type ImageOrder, imageImportAbout } from '@assay/contracts';
import { pngOf } from '@assay/testkit';
import { downloadZip } from 'client-zip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../frame/command.ts';
import { retryJob } from '../jobs/retry-job.ts';
import { trashProject } from '../projects/trash-project.ts';
import { uploadBytes } from '../testing/import-csv.ts';
import { runHere } from '../testing/run-jobs.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { createImageImport, withdrawImageImport } from './create-image-import.ts';
import { downloadOriginal, readRendition, readTile } from './image-bytes.ts';
import { downloadRefusedImages, getImageImport, listImageItems } from './read-image-imports.ts';
import { getImage, listImages } from './read-images.ts';

const about = imageImportAbout.parse({ origin: 'synthetic', generator: 'A test' });
type Content = Uint8Array | string;

let test: TestDeps;
let owner: UserActor;
let projectId: string;
beforeAll(async () => {
  test = await createTestDeps();
  owner = (await test.organisation()).owner;
  projectId = await test.project(owner);
}, 120_000);
afterAll(() => test.close());

const scene = (seed: number, width = 90, height = 60): Buffer =>
  pngOf(width, height, (x, y) => [
    128 + 100 * Math.sin((x * (seed + 1)) / 17),
    128 + 100 * Math.cos((y * (seed + 2)) / 13),
    (x * y * seed) % 251,
  ]);

async function zipOf(files: Record<string, Content>): Promise<Uint8Array> {
  const entries = Object.entries(files).map(([name, input]) => ({ name, input, lastModified: new Date(0) }));
  return new Uint8Array(await downloadZip(entries).arrayBuffer());
}

const upload = (bytes: Uint8Array, name: string, to = projectId) =>
  uploadBytes(test, owner, to, Buffer.from(bytes), name);

async function bring(uploadIds: string[], to = projectId) {
  const asked = { projectId: to, name: 'Scenes', about, uploadIds };
  const { importId, jobId } = await createImageImport(test.deps, owner, asked);
  const job = await runHere(test.deps, owner, jobId);
  return { importId, jobId, job, view: await getImageImport(test.deps, owner, { importId }) };
}

const itemsOf = async (importId: string) =>
  (await listImageItems(test.deps, owner, { importId, limit: 500 })).items;
const imagesOf = async (to: string, filter: Partial<Parameters<typeof listImages>[2]> = {}) =>
  (await listImages(test.deps, owner, { projectId: to, order: 'path', limit: 200, ...filter })).images;

async function bytesOf(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('an archive', () => {
  it('gives every file an outcome of its own, and the rest goes on', async () => {
    const one = scene(1);
    const zip = await zipOf({
      'a/one.png': one,
      'a/again.png': one,
      'a/two.png': scene(2),
      'a/empty.png': new Uint8Array(0),
      'a/drawing.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      'a/hidden.png': '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
      'a/notes.txt': 'Nothing to see here.',
      'a/cut.png': scene(3).subarray(0, 400),
      '../outside.png': scene(4),
      '__MACOSX/a/._one.png': 'left by a system',
    });
    const { importId, job, view } = await bring([await upload(zip, 'scenes.zip')]);
    expect(job.status).toBe('SUCCEEDED');
    expect(view).toMatchObject({ status: 'DONE', taken: 2, twice: 1, refused: 6 });
    const outcomes = Object.fromEntries(
      (await itemsOf(importId)).map((item) => [item.path, item.code ?? item.outcome]),
    );
    expect(outcomes).toEqual({
      'a/one.png': 'taken',
      'a/again.png': 'twice',
      'a/two.png': 'taken',
      'a/empty.png': 'empty',
      'a/drawing.svg': 'svg',
      'a/hidden.png': 'svg',
      'a/notes.txt': 'not-an-image',
      'a/cut.png': 'damaged',
      '../outside.png': 'unsafe-path',
    });
    const { fileName, content } = await downloadRefusedImages(test.deps, owner, { importId });
    const csv = (await bytesOf(content)).toString();
    expect(fileName).toBe(`images-${view.number}-refused.csv`);
    expect(csv.trim().split('\n')).toHaveLength(7);
    expect(csv).toContain('../outside.png');
  });

  it('that is cut off gives what comes before the damage, and says so', async () => {
    const to = await test.project(owner);
    const zip = await zipOf({ 'one.png': scene(5), 'two.png': scene(6) });
    const whole = await upload(scene(7), 'whole.png', to);
    const { view, importId } = await bring(
      [await upload(zip.subarray(0, zip.length - 30), 'cut.zip', to), whole],
      to,
    );
    expect(view).toMatchObject({ status: 'DONE', taken: 1, refused: 1 });
    expect((await itemsOf(importId)).map(({ path, code }) => [path, code])).toEqual([
      ['cut.zip', 'damaged-archive'],
      ['whole.png', null],
    ]);
  });

  it('that lies about its files, or names them absurdly, loses none of the others', async () => {
    const to = await test.project(owner);
    const long = `a/x.a${'😀'.repeat(300)}`;
    const zip = Buffer.from(await zipOf({ [long]: scene(8), 'b.png': scene(9), 'lies.png': scene(10) }));
    // The last entry of the directory announces four gigabytes, which its own bytes contradict.
    zip.writeUInt32LE(0xfffffffe, zip.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1')) + 24);
    const { importId, view } = await bring([await upload(zip, 'lies.zip', to)], to);
    expect(view).toMatchObject({ status: 'DONE', taken: 2, refused: 1 });
    const items = await itemsOf(importId);
    expect(items.map(({ code }) => code)).toEqual([null, null, 'damaged-archive']);
    expect(items[2]?.bytes).toBeLessThanOrEqual(zip.length);
    const image = await getImage(test.deps, owner, { imageId: items[0]?.imageId ?? '' });
    expect(image.path).toBe(long);
  });
});

describe('a picture', () => {
  it('is kept once in a project, shown without its file, and the file itself comes back as it was', async () => {
    const to = await test.project(owner);
    const bytes = scene(11);
    await bring([await upload(bytes, 'first.png', to)], to);
    const again = await bring([await upload(bytes, 'second.png', to)], to);
    expect(again.view).toMatchObject({ taken: 0, twice: 1 });
    const [image, ...others] = await imagesOf(to);
    expect(others).toEqual([]);
    const imageId = image?.id ?? '';
    expect((await itemsOf(again.importId))[0]).toMatchObject({ outcome: 'twice', imageId });
    const original = await downloadOriginal(test.deps, owner, { imageId });
    expect((await bytesOf(original.content)).equals(bytes)).toBe(true);
    expect(original.name).toBe('first.png');
    const thumbnail = await readRendition(test.deps, owner, { imageId, rendition: 'thumbnail' });
    expect((await bytesOf(thumbnail.content)).length).toBe(thumbnail.bytes);
    expect(await getImage(test.deps, owner, { imageId })).toMatchObject({
      width: 90,
      height: 60,
      format: 'png',
      pyramid: null,
      facts: { bitDepth: 8, colourSpace: 'rgb', lossless: true },
    });
  });

  it('that is large is served in tiles, each where its pyramid says, and none beside it', async () => {
    const to = await test.project(owner);
    await bring([await upload(scene(12, 2600, 1100), 'large.png', to)], to);
    const imageId = (await imagesOf(to))[0]?.id ?? '';
    const { pyramid } = await getImage(test.deps, owner, { imageId });
    expect(pyramid?.levels[0]).toEqual({ width: 2600, height: 1100, columns: 6, rows: 3 });
    for (const [level, { columns, rows }] of (pyramid?.levels ?? []).entries()) {
      const tile = await readTile(test.deps, owner, { imageId, level, column: columns - 1, row: rows - 1 });
      const bytes = await bytesOf(tile.content);
      expect(bytes.length).toBe(tile.bytes);
      const isPng = bytes.subarray(1, 4).toString() === 'PNG';
      expect(tile.contentType).toBe(isPng ? 'image/png' : 'image/jpeg');
      const beside = readTile(test.deps, owner, { imageId, level, column: columns, row: 0 });
      await expect(beside).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it('that looks like another is marked with it, whichever import brought it', async () => {
    const to = await test.project(owner);
    await bring([await upload(scene(21), 'a.png', to), await upload(scene(22), 'other.png', to)], to);
    const nearly = pngOf(90, 60, (x, y) => {
      const at = 3 * (y * 90 + x);
      const [r = 0, g = 0, b = 0] = pixelsOf(21).subarray(at, at + 3);
      return [Math.min(255, r + 3), g, b];
    });
    const { importId } = await bring([await upload(nearly, 'b.png', to)], to);
    const images = await imagesOf(to);
    expect(images.map(({ path, marks }) => [path, marks.includes('alike')])).toEqual([
      ['a.png', true],
      ['b.png', true],
      ['other.png', false],
    ]);
    expect(images[0]?.alike).toBe(images[1]?.alike);
    await withdrawImageImport(test.deps, owner, { importId, reason: 'Not needed.' });
    expect((await imagesOf(to)).map(({ path, alike }) => [path, alike])).toEqual([
      ['a.png', null],
      ['other.png', null],
    ]);
  });
});

function pixelsOf(seed: number): Uint8Array {
  const pixels = new Uint8Array(90 * 60 * 3);
  for (let y = 0; y < 60; y += 1) {
    for (let x = 0; x < 90; x += 1) {
      const colour = [
        128 + 100 * Math.sin((x * (seed + 1)) / 17),
        128 + 100 * Math.cos((y * (seed + 2)) / 13),
        (x * y * seed) % 251,
      ];
      pixels.set(colour.map(Math.trunc), 3 * (y * 90 + x));
    }
  }
  return pixels;
}

describe('an import', () => {
  it('goes on behind the last file that was kept, and doubles none', async () => {
    const to = await test.project(owner);
    const first = await upload(await zipOf({ '1.png': scene(31), '2.png': scene(32) }), 'first.zip', to);
    const second = await upload(await zipOf({ '3.png': scene(33), '4.png': scene(34) }), 'second.zip', to);
    const asked = { projectId: to, name: 'In two parts', about, uploadIds: [first, second] };
    const { importId, jobId } = await createImageImport(test.deps, owner, asked);
    const [part] = await query(test.deps, owner, (t) => t.uploads.parts(second));
    const key = part?.blobKey ?? '';
    const kept = await bytesOf(await test.deps.storage.get(key));
    await test.deps.storage.delete(key);
    await runHere(test.deps, owner, jobId);
    const stopped = await getImageImport(test.deps, owner, { importId });
    expect(stopped).toMatchObject({ status: 'FAILED', taken: 2 });
    await test.deps.storage.put(key, kept);
    await retryJob(test.deps, owner, jobId);
    const job = await runHere(test.deps, owner, jobId);
    expect(job.status).toBe('SUCCEEDED');
    const view = await getImageImport(test.deps, owner, { importId });
    expect(view).toMatchObject({ status: 'DONE', failure: null, taken: 4, twice: 0, refused: 0 });
    expect((await itemsOf(importId)).map((item) => item.path)).toEqual(['1.png', '2.png', '3.png', '4.png']);
  });

  it('is withdrawn with what no other brought, and its files are let go', async () => {
    const to = await test.project(owner);
    const shared = scene(41);
    const one = await bring(
      [await upload(await zipOf({ 's.png': shared, 'o.png': scene(42) }), 'one.zip', to)],
      to,
    );
    const two = await bring([await upload(shared, 'mine.png', to)], to);
    expect(two.view.twice).toBe(1);
    const before = await query(test.deps, owner, (t) => t.blobs.orphanedReferences());
    const gone = await withdrawImageImport(test.deps, owner, { importId: one.importId, reason: '' });
    expect(gone.removed).toBe(1);
    const [left, ...others] = await imagesOf(to);
    expect(others).toEqual([]);
    expect(left).toMatchObject({ path: 'mine.png', importId: two.importId });
    expect(await query(test.deps, owner, (t) => t.blobs.orphanedReferences())).toEqual(before);
    expect((await itemsOf(one.importId)).map(({ path, imageId }) => [path, imageId])).toEqual([
      ['s.png', null],
      ['o.png', null],
    ]);
    const again = withdrawImageImport(test.deps, owner, { importId: one.importId, reason: '' });
    await expect(again).rejects.toMatchObject({ code: 'conflict' });
  });

  it('goes with its project, and what it kept in storage is let go', async () => {
    const to = await test.project(owner);
    const { importId } = await bring([await upload(scene(45), 'one.png', to)], to);
    const imageId = (await imagesOf(to))[0]?.id ?? '';
    const kept = () => query(test.deps, owner, (t) => t.blobs.ofOwner({ type: 'image', id: imageId }));
    expect((await kept()).length).toBeGreaterThanOrEqual(3);
    await trashProject(test.deps, owner, { projectId: to });
    await query(test.deps, owner, (t) => t.trash.purgeProject(to));
    expect(await kept()).toEqual([]);
    const uploads = await query(test.deps, owner, (t) =>
      t.blobs.ofOwner({ type: 'image-import', id: importId }),
    );
    expect(uploads).toEqual([]);
  });

  it('of pictures of the world says by what right, and of made ones by what', async () => {
    const uploadIds = [await upload(scene(51), 'x.png')];
    const ask = (said: object) =>
      createImageImport(test.deps, owner, {
        projectId,
        name: 'Scenes',
        about: imageImportAbout.parse(said),
        uploadIds,
      });
    await expect(ask({ origin: 'real' })).rejects.toMatchObject({ field: 'about.licence' });
    await expect(ask({ origin: 'augmented', licence: 'CC0' })).rejects.toMatchObject({
      field: 'about.generator',
    });
  });
});

/** The pictures of a project from one to the end of a list, by what stands beside each. */
async function walk(imageId: string, order: ImageOrder, way: 'before' | 'after') {
  const seen: { id: string; path: string }[] = [];
  let next: string | null = imageId;
  while (next !== null && seen.length < 100) {
    const image: Awaited<ReturnType<typeof getImage>> = await getImage(test.deps, owner, {
      imageId: next,
      list: { order },
    });
    seen.push({ id: image.id, path: image.path });
    next = image.beside[way];
  }
  return seen;
}

describe('the list of pictures', () => {
  it('is paged in every order without a gap or a repetition, and filtered', async () => {
    const to = await test.project(owner);
    const files = Object.fromEntries(
      Array.from({ length: 13 }, (_, i) => [
        `set/${String(i).padStart(2, '0')}.png`,
        scene(60 + i, 80 + i, 70),
      ]),
    );
    await bring([await upload(await zipOf(files), 'set.zip', to)], to);
    for (const order of [
      'newest',
      'path',
      'blurred',
      'dark',
      'bright',
      'flat',
      'noisy',
      'smallest',
    ] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listImages(test.deps, owner, {
          projectId: to,
          order,
          limit: 4,
          ...(cursor === undefined ? {} : { cursor }),
        });
        seen.push(...page.images.map((image) => image.path));
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      expect([...new Set(seen)].length).toBe(13);
      expect(seen).toHaveLength(13);
      if (order === 'path' || order === 'smallest') expect(seen).toEqual([...seen].sort());
      // From each picture to the next, as a person walks through the list, and back.
      const [first] = (await listImages(test.deps, owner, { projectId: to, order, limit: 1 })).images;
      const there = await walk(first?.id ?? '', order, 'after');
      expect(there.map(({ path }) => path)).toEqual(seen);
      const back = await walk(there.at(-1)?.id ?? '', order, 'before');
      expect(back.map(({ path }) => path)).toEqual([...seen].reverse());
    }
    const found = await listImages(test.deps, owner, {
      projectId: to,
      order: 'path',
      limit: 4,
      search: 'set/0',
    });
    expect(found.total).toMatchObject({ images: 13, matching: 10 });
    const list = { order: 'path' as const, search: 'set/0' };
    const last = (await imagesOf(to, { search: 'set/09' }))[0]?.id ?? '';
    expect((await getImage(test.deps, owner, { imageId: last, list })).beside.after).toBeNull();
    expect((await imagesOf(to, { search: 'SET/0' })).length).toBe(10);
    expect(await imagesOf(to, { format: 'jpeg' })).toEqual([]);
    const broken = listImages(test.deps, owner, { projectId: to, order: 'path', limit: 4, cursor: 'x' });
    await expect(broken).rejects.toMatchObject({ code: 'bad-input', field: 'cursor' });
  });
});
