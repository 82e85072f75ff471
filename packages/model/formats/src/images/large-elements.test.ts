import { rleArea, rleOfString } from '@assay/geometry';
import { describe, expect, it } from 'vitest';
import { DATUMARO_EXPORT } from './datumaro/datumaro-export.ts';
import { readImageLabels } from './read-image-labels.ts';
import { fileOf, read } from './testing/round-trip.ts';

const POINTS = 100_001;
const CHUNK = 2 ** 16;
const side = 10_000;

const readCvat = (...shapes: string[]) => {
  const image = `<image id="0" name="a.jpg" width="${side}" height="${side}">${shapes.join('\n')}</image>`;
  return read('cvat', [fileOf('a.xml', `<annotations>\n${image}</annotations>`, CHUNK)]);
};
const mask = (rle: string, width = side, height = side) =>
  `<mask label="car" rle="${rle}" left="0" top="0" width="${width}" height="${height}"></mask>`;
const box = '<box label="car" xtl="1" ytl="2" xbr="4" ybr="6"></box>';

/** The bytes of a brush on the whole image of which each run of values is of one length, by turns outside and inside. */
function brushOf(length: number, inside: number): number[] {
  const bits: string[] = [];
  const write = (value: number, count: number) => bits.push(value.toString(2).padStart(count, '0'));
  write(4 * side * side, 32);
  write(7, 5);
  for (const size of [3, 4, 8, 16]) write(size - 1, 4);
  for (let left = 4 * side * side, turn = 0; left > 0; left -= length, turn += 1) {
    write(0b111, 3);
    write(Math.min(left, length) - 1, 16);
    write(turn % 2 === 1 ? inside : 0, 8);
  }
  const text = bits.join('');
  return Array.from({ length: Math.ceil(text.length / 8) }, (_, at) =>
    Number.parseInt(text.slice(8 * at, 8 * at + 8).padEnd(8, '0'), 2),
  );
}
const EMPTY_BRUSH = brushOf(2 ** 16, 0);
const STRIPED_BRUSH = brushOf(4 * side, 255);

describe('an element that is small in the file and large behind it', () => {
  it.each(['points', 'polygon', 'polyline'])('of too many points is left out: %s of CVAT', async (name) => {
    const shape = (count: number) =>
      `<${name} label="car" points="${Array(count).fill('1,1').join(';')}"></${name}>`;
    const { images, problems } = await readCvat(shape(POINTS), box);
    expect(problems.map(({ code, outcome, message }) => [code, outcome, message])).toEqual([
      ['too-large', 'left-out', 'It has more than 100000 points.'],
    ]);
    expect(images[0]!.regions.map(({ geometry }) => geometry.kind)).toEqual(['box']);
  });

  it('of too many points is left out: points of Datumaro', async () => {
    const [item] = DATUMARO_EXPORT.items;
    const [first] = item.annotations;
    const points = { ...first, id: 9, type: 'points', label_id: 0, points: Array(2 * POINTS).fill(1) };
    const items = [{ ...item, annotations: [points, first] }];
    const text = JSON.stringify({ ...DATUMARO_EXPORT, items });
    const { images, problems } = await read('datumaro', [fileOf('a.json', text, CHUNK)]);
    expect(problems.map(({ code, outcome }) => [code, outcome])).toEqual([['too-large', 'left-out']]);
    expect(images[0]!.regions.map(({ geometry }) => geometry.kind)).toEqual(['box']);
  });

  it('takes of a joint its first point', async () => {
    const joint = `<skeleton label="p"><points label="head" points="5,6${';1,1'.repeat(9)}"/></skeleton>`;
    const { images } = await readCvat(joint);
    expect(images[0]!.regions[0]!.geometry).toMatchObject({ joints: [{ name: 'head', x: 5, y: 6 }] });
  });

  it('takes masks by their runs: thousands of the largest images in no time', async () => {
    const [rows, count] = [side / 2, 2000];
    const { images, problems } = await readCvat(
      ...Array(count).fill(mask(`${side * side}`)),
      mask(`0, ${side * side}`),
      mask(`${side * 3 + 5}, ${side * rows}, ${side * side - side * rows - side * 3 - 5}`),
    );
    expect(problems).toEqual([]);
    const areas = images[0]!.regions.map(({ geometry }) => {
      const found = geometry.kind === 'mask' ? rleOfString(side, side, geometry.counts) : undefined;
      return found?.ok ? rleArea(found.value) : undefined;
    });
    expect(areas).toEqual([...Array(count).fill(0), side * side, side * rows]);
  }, 5000);

  it('of a mask of more runs than are read is left out, by columns as by rows', async () => {
    const stripes = Array(side).fill(side).join(', ');
    const dots = `${'1,'.repeat(1_000_001)}${side * side - 1_000_001}`;
    const { images, problems } = await readCvat(mask(stripes), mask(dots), box);
    expect(problems.map(({ code, outcome, message }) => [code, outcome, message])).toEqual(
      Array(2).fill(['too-large', 'left-out', 'Its mask has more than 1000000 runs.']),
    );
    expect(images[0]!.regions.map(({ geometry }) => geometry.kind)).toEqual(['box']);
  });

  it('of masks that stand for more than all the files is left out from there on', async () => {
    // Ninety rows by turns: half a thousand characters that become a million runs of columns.
    const few = `${Array(90).fill(side).join(',')},${side * (side - 90)}`;
    const { images, problems } = await readCvat(...Array(20).fill(mask(few)), box);
    const masks = images[0]!.regions.filter(({ geometry }) => geometry.kind === 'mask');
    const grown = masks.reduce(
      (sum, { geometry }) => sum + (geometry.kind === 'mask' ? geometry.counts.length : 0),
      0,
    );
    expect(masks.length).toBeGreaterThan(5);
    expect(grown).toBeLessThan(32 * 2 ** 20);
    expect(problems.length).toBe(20 - masks.length);
    expect(problems.every(({ code, outcome }) => code === 'too-large' && outcome === 'left-out')).toBe(true);
    expect(images[0]!.regions.at(-1)!.geometry.kind).toBe('box');
  });

  it('takes brushes by their runs, and leaves out one of too many', async () => {
    const result = (id: string, rle: readonly number[]) => ({
      id,
      type: 'brushlabels',
      from_name: 'label',
      to_name: 'image',
      original_width: side,
      original_height: side,
      value: { rle, format: 'rle', brushlabels: ['car'] },
    });
    const empty = Array.from({ length: 100 }, (_, at) => result(`a${at}`, EMPTY_BRUSH));
    const tasks = [
      {
        id: 1,
        data: { image: 'a.jpg' },
        annotations: [{ id: 1, result: [...empty, result('b', STRIPED_BRUSH)] }],
      },
    ];
    const { images, problems } = await read('label-studio', [fileOf('a.json', JSON.stringify(tasks), CHUNK)]);
    expect(problems.map(({ code, outcome, message }) => [code, outcome, message])).toEqual([
      ['too-large', 'left-out', 'Its mask has more than 1000000 runs.'],
    ]);
    const counts = images[0]!.regions.map(({ geometry }) =>
      geometry.kind === 'mask' ? geometry.counts : '',
    );
    const whole = rleOfString(side, side, counts[0]!);
    expect(counts).toEqual(Array(100).fill(counts[0]));
    expect(whole.ok && rleArea(whole.value)).toBe(0);
  }, 10_000);

  it('of parts that go across the whole image, over and over, gives its box', async () => {
    const part = [0, 0, side, 0, side, 1, 0, 1];
    const document = {
      images: [{ id: 1, file_name: 'a.jpg', width: side, height: side }],
      categories: [{ id: 1, name: 'car' }],
      annotations: [
        { id: 1, image_id: 1, category_id: 1, bbox: [0, 0, 9, 9], segmentation: Array(500).fill(part) },
      ],
    };
    const { images, problems } = await read('coco', [fileOf('a.json', JSON.stringify(document), CHUNK)]);
    expect(problems.map(({ code, outcome }) => [code, outcome])).toEqual([['too-large', 'changed']]);
    expect(images[0]!.regions.map(({ geometry }) => geometry.kind)).toEqual(['box']);
  });
});

it('other work has its turn while one element of a file is read', async () => {
  const [item] = DATUMARO_EXPORT.items;
  const [first] = item.annotations;
  const points = { ...first, type: 'points', label_id: 0, points: Array(40_000).fill(1) };
  const items = [{ ...item, annotations: Array(20).fill(points) }];
  const text = JSON.stringify({ ...DATUMARO_EXPORT, items });
  let turns = 0;
  let isOver = false;
  const count = () => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  let [regions, atFirst]: number[] = [0, -1];
  const file = fileOf('a.json', text, text.length);
  for await (const event of readImageLabels('datumaro', [file])) {
    if (event.kind !== 'region') continue;
    regions! += 1;
    if (atFirst === -1) atFirst = turns;
  }
  isOver = true;
  expect(regions).toBe(400_000);
  expect(turns).toBeGreaterThan(atFirst! + 5);
}, 20_000);
