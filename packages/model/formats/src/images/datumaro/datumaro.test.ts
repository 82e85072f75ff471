import { pixelsOfRle, rleOfString } from '@assay/geometry';
import { describe, expect, it } from 'vitest';
import { fileOf, read, written } from '../testing/round-trip.ts';
import { DATUMARO_EXPORT } from './datumaro-export.ts';

const readItems = (...items: unknown[]) =>
  read('datumaro', [fileOf('annotations/val.json', JSON.stringify({ ...DATUMARO_EXPORT, items }))]);
const [item] = DATUMARO_EXPORT.items;
const [box] = item.annotations;

describe('Datumaro that is read', () => {
  it('is what Datumaro exported', async () => {
    const text = JSON.stringify(DATUMARO_EXPORT);
    const { labels, images, problems } = await read('datumaro', [fileOf('annotations/train.json', text)]);
    expect(labels).toEqual([
      { name: 'car', colour: '#ff00aa', parent: 'vehicle', attributes: [], skeleton: null },
      {
        name: 'person',
        colour: null,
        parent: null,
        attributes: [],
        skeleton: { joints: ['head', 'hand'], bones: [[0, 1]] },
      },
    ]);
    expect(problems.map(({ code, place }) => [code, place])).toEqual([
      ['unsupported', '$.items[0].annotations[8]'],
    ]);
    const [image] = images;
    expect(image).toMatchObject({
      path: 'd_a.jpg',
      width: 12,
      height: 9,
      split: 'train',
      attributes: { hour: 7 },
    });
    expect(image!.regions.map(({ geometry, label }) => [geometry.kind, label])).toEqual([
      ['box', 'car'],
      ['polygon', 'car'],
      ['polyline', null],
      ['skeleton', 'person'],
      ['point', 'car'],
      ['point', 'car'],
      ['mask', 'car'],
      ['image-class', 'person'],
      ['ellipse', 'car'],
    ]);
    const [first, , , skeleton, , , mask, , ellipse] = image!.regions;
    expect(first).toMatchObject({
      geometry: { x: 1, y: 2, width: 3, height: 4 },
      occluded: true,
      attributes: { colour: 'red' },
      origin: 'prediction',
      score: 0.5,
      group: '5',
      order: 2,
    });
    expect(skeleton!.geometry).toMatchObject({
      joints: [
        { name: 'head', x: 1, y: 2, visibility: 'visible' },
        { name: 'hand', x: 3, y: 4, visibility: 'occluded' },
      ],
    });
    expect(ellipse!.geometry).toMatchObject({ cx: 5, cy: 4, rx: 3, ry: 2, rotation: 0 });
    expect(mask!.crowd).toBe(true);
    if (mask!.geometry.kind !== 'mask') throw new Error(mask!.geometry.kind);
    const pixels = rleOfString(12, 9, mask!.geometry.counts);
    // Rows 2 to 4 and columns 3 to 8, without the pixel in column 5 of row 3.
    const inside = (x: number, y: number) => y >= 2 && y < 5 && x >= 3 && x < 9 && !(x === 5 && y === 3);
    expect(pixels.ok && [...pixelsOfRle(pixels.value)]).toEqual(
      Array.from({ length: 108 }, (_, at) => Number(inside(at % 12, Math.floor(at / 12)))),
    );
  });

  it('has boxes that CVAT turned, whose bbox is that of the unturned one', async () => {
    const turned = (rotation: number) => ({ ...box, bbox: [2, 3, 6, 2], attributes: { rotation, a: 1 } });
    const polygon = { ...item.annotations[1], attributes: { rotation: 90 } };
    const annotations = [turned(90), turned(0), polygon].map((each, at) => ({ ...each, id: at + 1 }));
    const { images, problems } = await readItems({ ...item, annotations });
    expect(problems).toEqual([]);
    const [by90, upright, other] = images[0]!.regions;
    const centred = { cx: 5, cy: 4, width: 6, height: 2, rotation: Math.PI / 2 };
    expect(by90!.geometry).toEqual({ kind: 'rotated-box', version: 1, ...centred });
    expect(upright!.geometry).toEqual({ kind: 'box', version: 1, x: 2, y: 3, width: 6, height: 2 });
    expect([by90!.attributes, upright!.attributes]).toEqual([{ a: 1 }, { a: 1 }]);
    expect([other!.geometry.kind, other!.attributes]).toEqual(['polygon', { rotation: 90 }]);
  });

  it('may have its items before its categories', async () => {
    const { categories, items, ...rest } = DATUMARO_EXPORT;
    const late = await read('datumaro', [fileOf('a.json', JSON.stringify({ ...rest, items, categories }))]);
    const early = await read('datumaro', [fileOf('a.json', JSON.stringify({ ...rest, categories, items }))]);
    expect(late).toEqual(early);
    expect(late.images[0]!.regions).toHaveLength(9);
  });
});

describe('bad Datumaro', () => {
  it.each([
    [{ ...box, label_id: 9 }, 'unknown-label', 'left-out'],
    [{ ...box, label_id: '0' }, 'unknown-label', 'left-out'],
    [{ ...box, bbox: [1, 2, 3] }, 'not-a-number', 'left-out'],
    [{ ...box, bbox: [1, 2, -3, 4] }, 'negative-size', 'left-out'],
    [{ ...box, bbox: [-1, 2, 3, 4] }, 'outside', 'kept'],
    [{ ...box, type: 'polygon', points: [1, 1, 2, 2] }, 'too-few-points', 'left-out'],
    [{ ...box, type: 'polygon', points: [1, 1, 8, 8, 8, 1, 1, 8] }, 'self-crossing', 'kept'],
    [{ ...box, type: 'polygon', points: [1, 1, 8, 8, 8] }, 'not-a-number', 'left-out'],
    [{ ...box, type: 'points', points: [] }, 'too-few-points', 'left-out'],
    [{ ...box, type: 'mask', rle: { counts: 'm0', size: [9, 12] } }, 'bad-mask', 'left-out'],
    [{ ...box, type: 'mask', rle: { counts: '\\3', size: [9, 13] } }, 'bad-mask', 'left-out'],
    [{ ...box, type: 'mask' }, 'bad-mask', 'left-out'],
    [{ ...box, attributes: { a: {} } }, 'unsupported', 'changed'],
    [7, 'unreadable', 'left-out'],
  ])('%j has an outcome, and the next one is kept', async (bad, code, outcome) => {
    const { images, problems } = await readItems({ ...item, annotations: [bad, { ...box, id: 2 }] });
    expect(problems.map((each) => [each.code, each.outcome, each.place])).toEqual([
      [code, outcome, '$.items[0].annotations[0]'],
    ]);
    expect(images[0]!.regions).toHaveLength(outcome === 'left-out' ? 1 : 2);
  });

  it('an item without a picture, without a size or without a name is told, and the next one is kept', async () => {
    const sizeless = { ...item, image: { path: 'b.jpg' } };
    const { images, problems } = await readItems(7, { annotations: [box] }, sizeless, item);
    expect(problems.map(({ code, place }) => [code, place]).slice(0, 3)).toEqual([
      ['missing', '$.items[0]'],
      ['missing', '$.items[1]'],
      ['no-size', '$.items[2]'],
    ]);
    expect(images.map(({ path }) => path)).toEqual(['d_a.jpg']);
  });

  it('a file of something else is told', async () => {
    const { problems } = await read('datumaro', [fileOf('a.json', '{"images": []}')]);
    expect(problems.map(({ code }) => code)).toEqual(['missing']);
  });
});

it('Datumaro that is written numbers groups, and has a file for each split', async () => {
  const { labels, images } = await readItems(item);
  const grouped = images[0]!.regions
    .slice(0, 3)
    .map((region, at) => ({ ...region, group: ['x', null, 'x'][at]! }));
  const { files } = await written('datumaro', {
    labels,
    images: [
      { ...images[0]!, regions: grouped },
      { ...images[0]!, path: 'b.jpg', split: null, regions: grouped },
    ],
  });
  expect(files.map(({ path }) => path)).toEqual(['annotations/val.json', 'annotations/default.json']);
  const groups = files.map(({ text }) =>
    (JSON.parse(text) as { items: { annotations: { group: number }[] }[] }).items[0]!.annotations.map(
      ({ group }) => group,
    ),
  );
  expect(groups.map((each) => each.toSorted())).toEqual([
    [0, 1, 1],
    [0, 1, 1],
  ]);
});
