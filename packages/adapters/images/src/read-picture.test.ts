import { readFile } from 'node:fs/promises';
import { COLOUR_NAMES } from '@assay/vision';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { colours, discs, rgb, waves, wide } from './testing/make-pictures.ts';
import { pictureFolder, samplesOf } from './testing/picture-folder.ts';

const folder = pictureFolder();
afterAll(() => folder.remove());

/** A TIFF is written as JPEG where nothing is said; other formats do not ask. */
const WITHOUT_LOSS = { compression: 'deflate' };

/** The greatest difference of two samples at the same place. */
const furthest = (one: Buffer, other: Buffer): number => {
  expect(one.length).toBe(other.length);
  return one.reduce((most, value, at) => Math.max(most, Math.abs(value - other[at]!)), 0);
};

test.each([
  ['png', 0],
  ['tiff', 0],
  ['webp', 12],
  ['jpeg', 12],
  ['avif', 12],
] as const)('a %s is told by what it holds and shown as it is', async (format, tolerance) => {
  const pixels = waves(120, 80);
  const file = await rgb(pixels, 120, 80)
    .toFormat(format, tolerance === 0 ? WITHOUT_LOSS : { quality: 95 })
    .toBuffer();
  const { facts, preview, thumbnail, pyramid } = await folder.taken('holiday', file);
  expect(facts).toMatchObject({
    format,
    bytes: file.length,
    width: 120,
    height: 80,
    bitDepth: 8,
    colourSpace: 'rgb',
    channels: 3,
    alpha: false,
    pages: 1,
    notices: [],
  });
  const shown = await samplesOf(preview.path);
  expect(furthest(shown.pixels, pixels)).toBeLessThanOrEqual(tolerance);
  expect(preview.mediaType).toBe(tolerance === 0 ? 'image/png' : 'image/jpeg');
  expect([thumbnail.width, thumbnail.height]).toEqual([120, 80]);
  expect(pyramid).toBeNull();
});

test('what lossless files are', async () => {
  const picture = () => rgb(colours(40, 30), 40, 30);
  const lossless = async (file: Buffer) => (await folder.taken('a', file)).facts.lossless;
  expect(await lossless(await picture().webp({ lossless: true }).toBuffer())).toBe(true);
  expect(await lossless(await picture().webp().toBuffer())).toBe(false);
  expect(await lossless(await picture().tiff({ compression: 'deflate' }).toBuffer())).toBe(true);
  expect(await lossless(await picture().tiff({ compression: 'jpeg' }).toBuffer())).toBe(false);
});

test('a wrong ending is told, an ending that fits or none is not', async () => {
  const png = await rgb(colours(9, 9), 9, 9).png().toBuffer();
  const noticesOf = async (name: string) => (await folder.taken(name, png)).facts.notices;
  expect(await noticesOf('photo.JPG')).toEqual([{ code: 'looks-like', format: 'png', extension: 'jpg' }]);
  expect(await noticesOf('photo.PNG')).toEqual([]);
  expect(await noticesOf('photo')).toEqual([]);
});

/** Where upright (x, y) lies in what is stored, as CIPA DC-008 says for each orientation of a stored W x H. */
const STORED: Readonly<Record<number, (x: number, y: number, w: number, h: number) => [number, number]>> = {
  1: (x, y) => [x, y],
  2: (x, y, w) => [w - 1 - x, y],
  3: (x, y, w, h) => [w - 1 - x, h - 1 - y],
  4: (x, y, _, h) => [x, h - 1 - y],
  5: (x, y) => [y, x],
  6: (x, y, _, h) => [y, h - 1 - x],
  7: (x, y, w, h) => [w - 1 - y, h - 1 - x],
  8: (x, y, w) => [w - 1 - y, x],
};

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'orientation %i is turned upright, pixel by pixel',
  async (orientation) => {
    const [width, height] = [23, 17];
    const stored = colours(width, height);
    const turned = orientation > 4;
    const [wide, high] = turned ? [height, width] : [width, height];
    const upright = Buffer.alloc(stored.length);
    for (let at = 0; at < wide * high; at += 1) {
      const [x, y] = STORED[orientation]!(at % wide, Math.floor(at / wide), width, height);
      stored.copy(upright, at * 3, (y * width + x) * 3, (y * width + x) * 3 + 3);
    }
    for (const format of ['png', 'tiff'] as const) {
      const file = await rgb(stored, width, height)
        .withMetadata({ orientation })
        .toFormat(format, WITHOUT_LOSS)
        .toBuffer();
      const { facts, preview } = await folder.taken(`a.${format}`, file);
      expect(facts).toMatchObject({ width: wide, height: high, orientation });
      expect(facts.notices).toEqual(orientation === 1 ? [] : [{ code: 'turned', orientation }]);
      expect(furthest((await samplesOf(preview.path)).pixels, upright)).toBe(0);
    }
  },
);

test('a JPEG is turned too, and its renditions are not turned again', async () => {
  const file = await rgb(waves(64, 32), 64, 32)
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 95 })
    .toBuffer();
  const { facts, preview } = await folder.taken('a.jpg', file);
  expect(facts).toMatchObject({ width: 32, height: 64, orientation: 6 });
  expect(await sharp(preview.path).metadata()).toMatchObject({ width: 32, height: 64 });
  expect((await sharp(preview.path).metadata()).orientation ?? 1).toBe(1);
});

test('printing colours are shown as what they print', async () => {
  const background = { r: 200, g: 60, b: 40 };
  const file = await sharp({ create: { width: 32, height: 32, channels: 3, background } })
    .toColourspace('cmyk')
    .jpeg({ quality: 95 })
    .toBuffer();
  const { facts, preview } = await folder.taken('a.jpg', file);
  expect(facts).toMatchObject({ colourSpace: 'cmyk', channels: 4 });
  expect(facts.notices).toContainEqual({ code: 'cmyk-converted' });
  const { pixels } = await samplesOf(preview.path);
  expect(Math.abs(pixels[0]! - 200)).toBeLessThan(20);
  expect(Math.abs(pixels[1]! - 60)).toBeLessThan(30);
  expect(Math.abs(pixels[2]! - 40)).toBeLessThan(30);
});

test('a colour profile is converted and named', async () => {
  const file = await rgb(waves(20, 20), 20, 20).withIccProfile('p3').png().toBuffer();
  const { facts, preview } = await folder.taken('a.png', file);
  expect(facts.profile).toMatch(/P3/);
  expect(facts.notices).toEqual([{ code: 'profile-converted', profile: facts.profile }]);
  expect(furthest((await samplesOf(preview.path)).pixels, waves(20, 20))).toBeLessThan(6);
});

test.each(['png', 'tiff'] as const)(
  '16 bits in a %s over the whole range become the upper 8',
  async (format) => {
    const samples = Uint16Array.from({ length: 256 * 3 }, (_, at) => Math.floor(at / 3) * 257);
    const file = await wide(samples, 16, 16, 3).toFormat(format, WITHOUT_LOSS).toBuffer();
    const { facts, preview } = await folder.taken(`a.${format}`, file);
    expect(facts).toMatchObject({ bitDepth: 16, colourSpace: 'rgb' });
    expect(facts.notices).toEqual([
      { code: 'bits-reduced', bits: 16, range: 'full', from: 0, to: 65_535, least: 0, greatest: 65_535 },
    ]);
    const { pixels } = await samplesOf(preview.path);
    expect([...pixels]).toEqual(Array.from({ length: 256 * 3 }, (_, at) => Math.floor(at / 3)));
  },
);

test.each(['png', 'tiff'] as const)(
  '16 bits of grey in a %s that use little of it stay visible',
  async (format) => {
    const samples = Uint16Array.from({ length: 256 }, (_, at) => 1_000 + at * 4);
    const file = await wide(samples, 16, 16, 1).toFormat(format, WITHOUT_LOSS).toBuffer();
    const { facts, preview } = await folder.taken(`a.${format}`, file);
    expect(facts).toMatchObject({ bitDepth: 16, colourSpace: 'grey', channels: 1 });
    expect(facts.notices).toEqual([
      {
        code: 'bits-reduced',
        bits: 16,
        range: 'used',
        from: 1_000,
        to: 2_020,
        least: 1_000,
        greatest: 2_020,
      },
    ]);
    const { pixels } = await samplesOf(preview.path);
    expect([...pixels].filter((_, at) => at % 3 === 0)).toEqual(Array.from({ length: 256 }, (_, at) => at));
  },
);

test('a flat picture of 16 bits keeps its level', async () => {
  const file = await wide(new Uint16Array(64).fill(0x8080), 8, 8, 1).png().toBuffer();
  const { preview, facts } = await folder.taken('a.png', file);
  expect(facts.notices).toMatchObject([{ range: 'full', least: 0x8080, greatest: 0x8080 }]);
  expect((await samplesOf(preview.path)).pixels[0]).toBe(0x80);
});

test('transparent parts lie over white, in 8 bits and in 16', async () => {
  const pixels = Buffer.from([255, 0, 0, 0, 255, 0, 0, 255, 0, 0, 255, 51, 9, 9, 9, 255]);
  const narrow = sharp(pixels, { raw: { width: 2, height: 2, channels: 4 } });
  const wider = sharp(
    Uint16Array.from(pixels, (value) => value * 257),
    {
      raw: { width: 2, height: 2, channels: 4 },
    },
  ).toColourspace('rgb16');
  for (const picture of [narrow, wider]) {
    const { facts, preview } = await folder.taken('a.png', await picture.png().toBuffer());
    expect(facts).toMatchObject({ alpha: true, channels: 4 });
    expect(facts.notices).toContainEqual({ code: 'alpha-flattened' });
    expect([...(await samplesOf(preview.path)).pixels]).toEqual([
      255, 255, 255, 255, 0, 0, 204, 204, 255, 9, 9, 9,
    ]);
  }
});

test('when and whether a place: told of the file, and in no rendition', async () => {
  const file = await rgb(waves(2_100, 40), 2_100, 40)
    .withExif({
      IFD2: { DateTimeOriginal: '2026:05:01 12:30:00', OffsetTimeOriginal: '+02:00' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '47/1 22/1 30/1' },
    })
    .withIccProfile('p3', { attach: true })
    .jpeg()
    .toBuffer();
  const { facts, preview, thumbnail, pyramid } = await folder.taken('a.jpg', file);
  expect(facts.takenAt).toBe('2026-05-01T12:30:00+02:00');
  expect(facts.notices).toContainEqual({ code: 'place-found' });
  const tiles = await readFile(pyramid!.path);
  const first = tiles.subarray(0, pyramid!.index.offsets[1]);
  for (const rendition of [await readFile(preview.path), await readFile(thumbnail.path), first]) {
    const { exif, icc, xmp, iptc } = await sharp(rendition).metadata();
    expect({ exif, icc, xmp, iptc }).toEqual({
      exif: undefined,
      icc: undefined,
      xmp: undefined,
      iptc: undefined,
    });
  }
});

test('a time that no clock shows is no time', async () => {
  const file = await rgb(waves(20, 20), 20, 20)
    .withExif({ IFD2: { DateTimeOriginal: '0000:00:00 00:00:00' } })
    .jpeg()
    .toBuffer();
  expect((await folder.taken('a.jpg', file)).facts.takenAt).toBeNull();
});

test('grey stays grey', async () => {
  const file = await sharp(Buffer.from([0, 80, 160, 240]), { raw: { width: 2, height: 2, channels: 1 } })
    .toColourspace('b-w')
    .png()
    .toBuffer();
  const { facts, preview } = await folder.taken('a.png', file);
  expect(facts).toMatchObject({ colourSpace: 'grey', channels: 1 });
  expect(await sharp(preview.path).metadata()).toMatchObject({ channels: 1, space: 'b-w' });
  expect([...(await samplesOf(preview.path)).pixels].filter((_, at) => at % 3 === 0)).toEqual([
    0, 80, 160, 240,
  ]);
});

test('the hash is near for the same picture in other sizes and formats, far for another', async () => {
  const picture = () => rgb(discs(400, 300), 400, 300);
  const hashOf = async (file: Buffer) => BigInt(`0x${(await folder.taken('a', file)).facts.perceptualHash}`);
  const distance = (one: bigint, other: bigint) =>
    [...(one ^ other).toString(2)].filter((bit) => bit === '1').length;
  const original = await hashOf(await picture().png().toBuffer());
  expect(
    distance(original, await hashOf(await picture().resize(201, 149).jpeg({ quality: 60 }).toBuffer())),
  ).toBeLessThanOrEqual(6);
  expect(
    distance(original, await hashOf(await rgb(colours(400, 300), 400, 300).png().toBuffer())),
  ).toBeGreaterThan(16);
});

test('measures tell a sharp picture from the same one blurred', async () => {
  const sharpOne = () => rgb(discs(200, 150), 200, 150);
  const qualityOf = async (file: Buffer) => (await folder.taken('a.png', file)).facts.quality;
  const clear = await qualityOf(await sharpOne().png().toBuffer());
  const soft = await qualityOf(await sharpOne().blur(4).png().toBuffer());
  if (!clear.blur.ok || !soft.blur.ok || !clear.laplacianVariance.ok || !soft.laplacianVariance.ok)
    throw new Error('undefined');
  expect(soft.blur.value).toBeGreaterThan(clear.blur.value + 0.2);
  expect(soft.laplacianVariance.value).toBeLessThan(clear.laplacianVariance.value / 10);
});

test('features describe what is seen, also of grey', async () => {
  const featuresOf = async (file: Buffer) => (await folder.taken('a.png', file)).facts.features;
  const red = await featuresOf(
    await sharp({ create: { width: 50, height: 50, channels: 3, background: '#ff0000' } })
      .png()
      .toBuffer(),
  );
  if (!red.colours.ok) throw new Error('undefined');
  expect(red.colours.value[COLOUR_NAMES.indexOf('middle/red/yellow')]).toBe(1);
  expect(red.frequencies).toEqual({ ok: false, reason: 'constant' });
  const grey = await featuresOf(
    await sharp(colours(64, 64).subarray(0, 64 * 64), { raw: { width: 64, height: 64, channels: 1 } })
      .toColourspace('b-w')
      .png()
      .toBuffer(),
  );
  for (const shares of [grey.colours, grey.frequencies]) {
    if (!shares.ok) throw new Error('undefined');
    expect(shares.value.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 4);
  }
});
