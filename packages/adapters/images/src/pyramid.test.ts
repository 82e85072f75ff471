import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { colours, rgb, waves } from './testing/make-pictures.ts';
import { pictureFolder, samplesOf } from './testing/picture-folder.ts';
import { tileRange } from './tile-range.ts';

const folder = pictureFolder();
afterAll(() => folder.remove());

test('a pyramid holds every pixel of a lossless picture, and halves it down to one tile', async () => {
  const [width, height] = [2_561, 1_100];
  const pixels = colours(width, height);
  const { pyramid, preview, thumbnail } = await folder.taken(
    'a.png',
    await rgb(pixels, width, height).png({ compressionLevel: 1 }).toBuffer(),
  );
  const { index, bytes } = pyramid!;
  expect(index.levels.map((level) => [level.width, level.height, level.columns, level.rows])).toEqual([
    [2_561, 1_100, 6, 3],
    [1_281, 550, 3, 2],
    [641, 275, 2, 1],
    [321, 138, 1, 1],
  ]);
  const file = await readFile(pyramid!.path);
  expect(file.length).toBe(bytes);
  expect(index.offsets.at(-1)).toBe(bytes);
  for (const [row, column] of [
    [0, 0],
    [1, 4],
    [2, 5],
  ] as const) {
    const { start, end, mediaType } = tileRange(index, 0, column, row)!;
    expect(mediaType).toBe('image/png');
    const { data, info } = await sharp(file.subarray(start, end)).raw().toBuffer({ resolveWithObject: true });
    const [left, top] = [column * 512, row * 512];
    expect([info.width, info.height]).toEqual([Math.min(512, width - left), Math.min(512, height - top)]);
    for (let y = 0; y < info.height; y += 1) {
      const from = ((top + y) * width + left) * 3;
      const line = data.subarray(y * info.width * 3, (y + 1) * info.width * 3);
      expect(line.equals(pixels.subarray(from, from + info.width * 3))).toBe(true);
    }
  }
  expect(preview).toMatchObject({ width: 2_048, height: 880, mediaType: 'image/jpeg' });
  expect(thumbnail).toMatchObject({ width: 320, height: 137 });
});

test('each level shows the whole picture', async () => {
  const [width, height] = [3_000, 1_400];
  const picture = rgb(waves(width, height), width, height);
  const { pyramid } = await folder.taken('a.jpg', await picture.jpeg({ quality: 95 }).toBuffer());
  const file = await readFile(pyramid!.path);
  const last = pyramid!.index.levels.length - 1;
  const { start, end, mediaType } = tileRange(pyramid!.index, last, 0, 0)!;
  expect(mediaType).toBe('image/jpeg');
  const { data, info } = await sharp(file.subarray(start, end)).raw().toBuffer({ resolveWithObject: true });
  const expected = waves(info.width, info.height);
  const mean = data.reduce((sum, value, at) => sum + Math.abs(value - expected[at]!), 0) / data.length;
  expect(mean).toBeLessThan(2);
});

test('there is no tile beside the picture', async () => {
  const { pyramid } = await folder.taken('a.jpg', await rgb(waves(2_100, 600), 2_100, 600).jpeg().toBuffer());
  for (const [level, column, row] of [
    [0, 5, 0],
    [0, 0, 2],
    [0, -1, 0],
    [0, 0.5, 0],
    [9, 0, 0],
  ] as const) {
    expect(tileRange(pyramid!.index, level, column, row)).toBeNull();
  }
});

test('the same file leaves the same bytes', async () => {
  const file = await rgb(colours(2_200, 300), 2_200, 300).webp({ quality: 80 }).toBuffer();
  const [one, other] = [await folder.taken('a.webp', file), await folder.taken('a.webp', file)];
  expect(other.pyramid!.sha256).toBe(one.pyramid!.sha256);
  expect(other.pyramid!.index).toEqual(one.pyramid!.index);
  expect(other.preview.sha256).toBe(one.preview.sha256);
  expect(other.thumbnail.sha256).toBe(one.thumbnail.sha256);
});

test('1 x 30,000 pixels are shown along their whole length, upright and lying', async () => {
  const pixels = colours(1, 30_000);
  for (const [width, height] of [
    [1, 30_000],
    [30_000, 1],
  ] as const) {
    const { facts, preview, thumbnail, pyramid } = await folder.taken(
      'a.png',
      await rgb(pixels, width, height).png().toBuffer(),
    );
    expect(facts).toMatchObject({
      width,
      height,
      quality: { laplacianVariance: { ok: false, reason: 'too-few' } },
    });
    expect(Math.max(preview.width, preview.height)).toBe(2_048);
    expect(Math.max(thumbnail.width, thumbnail.height)).toBe(320);
    expect(Math.min(thumbnail.width, thumbnail.height)).toBe(1);
    const tiles = pyramid!.index.levels.map(({ columns, rows }) => columns * rows);
    expect(tiles).toEqual([59, 30, 15, 8, 4, 2, 1]);
  }
});

test('sides of the preview itself have no pyramid; one pixel more has', async () => {
  const pyramidOf = async (width: number) =>
    (await folder.taken('a.png', await rgb(waves(width, 2), width, 2).png().toBuffer())).pyramid;
  expect(await pyramidOf(2_048)).toBeNull();
  expect((await pyramidOf(2_049))?.index.levels[0]).toMatchObject({ width: 2_049, columns: 5, rows: 1 });
  const preview = (await folder.taken('a.png', await rgb(waves(2_048, 2), 2_048, 2).png().toBuffer()))
    .preview;
  expect((await samplesOf(preview.path)).pixels.equals(waves(2_048, 2))).toBe(true);
});
