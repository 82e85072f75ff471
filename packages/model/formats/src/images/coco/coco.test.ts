import { pixelsOfRle, rleOfString } from '@assay/geometry';
import { describe, expect, it } from 'vitest';
import type { ImageRegion } from '../image-document.ts';
import { fileOf, read, written } from '../testing/round-trip.ts';
import { COCO_ANNOTATIONS } from './pycocotools-annotations.ts';

const image = { id: 1, file_name: 'a.jpg', width: 20, height: 10 };
const category = { id: 3, name: 'car', supercategory: 'vehicle' };
const box = { id: 1, image_id: 1, category_id: 3, bbox: [1, 2, 3, 4] };

const readCoco = (document: object | string, path = 'instances.json') =>
  read('coco', [fileOf(path, typeof document === 'string' ? document : JSON.stringify(document))]);
const readAnnotations = (...annotations: object[]) =>
  readCoco({ images: [image], categories: [category], annotations });
const regionsOf = ({ images }: { images: readonly { regions: readonly ImageRegion[] }[] }) =>
  images.flatMap(({ regions }) => regions);

describe('COCO that is read', () => {
  it('may have its members in any order', async () => {
    const members = { images: [image], categories: [category], annotations: [box], info: { images: [1] } };
    const orders = [
      ['images', 'categories', 'annotations', 'info'],
      ['info', 'annotations', 'images', 'categories'],
      ['categories', 'annotations', 'info', 'images'],
    ] as const;
    for (const order of orders) {
      const document = Object.fromEntries(order.map((key) => [key, members[key]]));
      expect(await readCoco(document)).toEqual({
        labels: [{ name: 'car', colour: null, parent: 'vehicle', attributes: [], skeleton: null }],
        images: [
          {
            path: 'a.jpg',
            width: 20,
            height: 10,
            split: null,
            attributes: {},
            relations: [],
            comments: [],
            regions: [
              expect.objectContaining({
                id: '1',
                label: 'car',
                geometry: { kind: 'box', version: 1, x: 1, y: 2, width: 3, height: 4 },
              }),
            ],
          },
        ],
        problems: [],
      });
    }
  });

  it.each(COCO_ANNOTATIONS)(
    'has of $name the pixels that pycocotools has',
    async ({ segmentation, size, rows }) => {
      const [height, width] = size;
      const { images, problems } = await readCoco({
        images: [{ ...image, width, height }],
        categories: [category],
        annotations: [{ ...box, segmentation }],
      });
      const geometry = images[0]!.regions[0]!.geometry;
      if (geometry.kind !== 'mask') throw new Error(geometry.kind);
      const mask = rleOfString(geometry.width, geometry.height, geometry.counts);
      if (!mask.ok) throw new Error(mask.reason);
      const pixels = pixelsOfRle(mask.value);
      expect(
        rows.map((_, y) =>
          [...pixels.subarray(y * width, (y + 1) * width)].map((each) => (each ? '#' : '.')).join(''),
        ),
      ).toEqual(rows);
      expect(problems.map(({ code, outcome }) => [code, outcome])).toEqual(
        Array.isArray(segmentation) ? [['several-parts', 'changed']] : [],
      );
    },
  );

  it('has joints by the names of the category, and what is drawn around them beside them', async () => {
    const person = {
      id: 3,
      name: 'person',
      keypoints: ['head', 'hand'],
      skeleton: [
        [1, 2],
        [2, 9],
      ],
    };
    const joints = { id: 5, image_id: 1, category_id: 3, keypoints: [2, 3, 2, 6, 7, 1], num_keypoints: 2 };
    const { labels, images, problems } = await readCoco({
      images: [image],
      categories: [person],
      annotations: [
        { ...joints, bbox: [2, 3, 4, 4] },
        { ...joints, id: 6, bbox: [1, 1, 9, 9] },
        { ...joints, id: 7, keypoints: [0, 0, 0, 0, 0, 0], bbox: [1, 1, 9, 9] },
        { ...joints, id: 8, segmentation: [[1, 1, 9, 1, 9, 9]], bbox: [1, 1, 8, 8] },
      ],
    });
    expect(problems).toEqual([]);
    expect(labels[0]!.skeleton).toEqual({ joints: ['head', 'hand'], bones: [[0, 1]] });
    expect(images[0]!.regions.map(({ id, group, geometry }) => [id, group, geometry.kind])).toEqual([
      ['5', null, 'skeleton'],
      ['6', '6', 'box'],
      ['6/2', '6', 'skeleton'],
      ['7', null, 'box'],
      ['8', '8', 'polygon'],
      ['8/2', '8', 'skeleton'],
    ]);
    expect(images[0]!.regions[0]!.geometry).toEqual({
      kind: 'skeleton',
      version: 1,
      joints: [
        { name: 'head', x: 2, y: 3, visibility: 'visible' },
        { name: 'hand', x: 6, y: 7, visibility: 'occluded' },
      ],
    });
  });

  it('has boxes that CVAT turned, whose bbox is that of the unturned one', async () => {
    const turned = (rotation: unknown, more: object = {}) => ({
      ...box,
      bbox: [4, 2, 8, 4],
      segmentation: [],
      attributes: { occluded: false, rotation, colour: 'red' },
      ...more,
    });
    const found = await readAnnotations(
      turned(30),
      turned(0, { id: 2 }),
      turned(330.5, { id: 3 }),
      turned('30', { id: 4 }),
      turned(30, { id: 5, segmentation: [[4, 2, 12, 2, 12, 6]] }),
      turned(30, { id: 6, segmentation: { size: [1, 1], counts: [1] } }),
    );
    const [by30, upright, by330, ofText, polygon, ofMask] = regionsOf(found);
    const centred = { kind: 'rotated-box', version: 1, cx: 8, cy: 4, width: 8, height: 4 };
    expect(by30!.geometry).toEqual({ ...centred, rotation: Math.PI / 6 });
    expect(by330!.geometry).toEqual({ ...centred, rotation: expect.closeTo((330.5 * Math.PI) / 180, 12) });
    expect(upright!.geometry).toEqual({ kind: 'box', version: 1, x: 4, y: 2, width: 8, height: 4 });
    for (const { attributes } of [by30!, by330!, upright!]) expect(attributes).toEqual({ colour: 'red' });
    // What is said of an outline or by a text is no turn of the box.
    expect([ofText, polygon, ofMask].map((region) => region!.geometry.kind)).toEqual([
      'box',
      'polygon',
      'box',
    ]);
    expect([ofText, polygon, ofMask].map((region) => region!.attributes.rotation)).toEqual(['30', 30, 30]);
  });

  it('tells the split by the name of the file, and keeps ids of files apart', async () => {
    const document = JSON.stringify({ images: [image], categories: [category], annotations: [box] });
    const other = document.replace('a.jpg', 'b.jpg');
    const { images, problems } = await read('coco', [
      fileOf('annotations/instances_train2017.json', document),
      fileOf('valid/_annotations.coco.json', other),
    ]);
    expect(problems).toEqual([]);
    expect(images.map(({ path, split }) => [path, split])).toEqual([
      ['a.jpg', 'train2017'],
      ['b.jpg', 'valid'],
    ]);
    expect(new Set(images.flatMap(({ regions }) => regions.map(({ id }) => id))).size).toBe(2);
  });

  it('asks for the size of a picture that has none', async () => {
    const document = JSON.stringify({
      images: [
        { id: 1, file_name: 'a.jpg' },
        { id: 2, file_name: 'b.jpg' },
      ],
      categories: [category],
      annotations: [box, { ...box, id: 2, image_id: 2 }],
    });
    const { images, problems } = await read('coco', [fileOf('a.json', document)], {
      sizeOf: async (path) => (path === 'a.jpg' ? { width: 20, height: 10 } : undefined),
    });
    expect(images.map(({ path, width, regions }) => [path, width, regions.length])).toEqual([
      ['a.jpg', 20, 1],
    ]);
    expect(problems.map(({ code, place, outcome }) => [code, place, outcome])).toEqual([
      ['no-size', '$.images[1]', 'left-out'],
    ]);
  });
});

describe('a bad annotation', () => {
  const polygon = (...numbers: unknown[]) => ({ ...box, bbox: undefined, segmentation: [numbers] });
  it.each([
    ['of an unknown image', { ...box, image_id: 7 }, 'unknown-image', 'left-out', undefined],
    ['of an id that is a text', { ...box, image_id: '1' }, 'unknown-image', 'left-out', undefined],
    ['of an unknown category', { ...box, category_id: 9 }, 'unknown-label', 'left-out', undefined],
    ['with a text for a number', { ...box, bbox: ['1', 2, 3, 4] }, 'not-a-number', 'left-out', undefined],
    ['with a box of three numbers', { ...box, bbox: [1, 2, 3] }, 'not-a-number', 'left-out', undefined],
    ['with a negative size', { ...box, bbox: [5, 2, -3, 4] }, 'negative-size', 'left-out', undefined],
    ['without area', { ...box, bbox: [5, 2, 0, 4] }, 'no-area', 'kept', 'box'],
    ['at a negative place', { ...box, bbox: [-1, 2, 3, 4] }, 'outside', 'kept', 'box'],
    ['partly outside', { ...box, bbox: [18, 2, 3, 4] }, 'outside', 'kept', 'box'],
    ['outside', { ...box, bbox: [21, 2, 3, 4] }, 'outside', 'left-out', undefined],
    ['that crosses itself', polygon(1, 1, 9, 9, 9, 1, 1, 9), 'self-crossing', 'kept', 'polygon'],
    ['of two points', polygon(1, 1, 9, 9), 'too-few-points', 'left-out', undefined],
    ['of an odd count of numbers', polygon(1, 1, 9, 9, 5), 'not-a-number', 'left-out', undefined],
    ['of an infinite number', polygon(1, 1, 9, null, 9, 1), 'not-a-number', 'left-out', undefined],
    [
      'with a mask of another size',
      { ...box, bbox: undefined, segmentation: { size: [11, 20], counts: [220] } },
      'bad-mask',
      'left-out',
      undefined,
    ],
    [
      'with a mask of another size, and a box',
      { ...box, segmentation: { size: [10, 20], counts: [100, 7] } },
      'bad-mask',
      'changed',
      'box',
    ],
    [
      'with a broken text for a mask, and a box',
      { ...box, segmentation: { size: [10, 20], counts: 'é' } },
      'bad-mask',
      'changed',
      'box',
    ],
    [
      'with a list for an attribute',
      { ...box, attributes: { a: [1], b: null } },
      'unsupported',
      'changed',
      'box',
    ],
    [
      'with more points in its parts than are read',
      { ...box, segmentation: [Array(150_000).fill(1), Array(150_000).fill(1)] },
      'too-large',
      'changed',
      'box',
    ],
    ['with nothing', { ...box, bbox: undefined }, 'missing', 'left-out', undefined],
    [
      'with joints that the category does not have',
      { ...box, keypoints: [1, 2] },
      'missing',
      'changed',
      'box',
    ],
  ] as const)('%s has an outcome, and the next one is kept', async (_, bad, code, outcome, kind) => {
    const { images, problems } = await readAnnotations(bad, { ...box, id: 2 });
    expect(problems.map((problem) => [problem.code, problem.outcome])).toEqual([[code, outcome]]);
    for (const { file, place, message, kept, next } of problems) {
      expect([file, place]).toEqual(['instances.json', '$.annotations[0]']);
      for (const words of [message, kept, next]) expect(words).toMatch(/\.$/);
    }
    expect(images[0]!.regions.map(({ geometry }) => geometry.kind)).toEqual(
      kind === undefined ? ['box'] : [kind, 'box'],
    );
  });

  it('of the numbers that Python writes has an outcome', async () => {
    const text = JSON.stringify({
      images: [image],
      categories: [category],
      annotations: [box, { ...box, id: 2 }],
    });
    const { problems, images } = await readCoco(text.replace('[1,2,3,4]', '[NaN,2,-Infinity,4]'));
    expect(problems.map(({ code, place }) => [code, place])).toEqual([['not-a-number', '$.annotations[0]']]);
    expect(images[0]!.regions).toHaveLength(1);
  });

  it('with an id that was there is kept under another', async () => {
    const found = await readAnnotations(box, { ...box, bbox: [2, 2, 2, 2] });
    expect(found.problems.map(({ code, outcome }) => [code, outcome])).toEqual([['duplicate', 'changed']]);
    expect(new Set(regionsOf(found).map(({ id }) => id)).size).toBe(2);
  });
});

describe('a bad COCO file', () => {
  it('with images and categories that are there twice, or have no id, keeps the rest', async () => {
    const { labels, images, problems } = await readCoco({
      images: [
        image,
        { ...image, file_name: 'b.jpg' },
        { id: 2 },
        { id: 4, file_name: '../x.jpg', width: 1, height: 1 },
        7,
      ],
      categories: [category, { ...category, name: 'bus' }, { name: 'x' }],
      annotations: [box, { ...box, id: 9, image_id: 4 }],
    });
    expect(images.map(({ path, regions }) => [path, regions.length])).toEqual([['a.jpg', 1]]);
    expect(labels.map(({ name }) => name)).toEqual(['car']);
    expect(problems.map(({ code, place }) => [code, place])).toEqual([
      ['duplicate', '$.images[1]'],
      ['missing', '$.images[2]'],
      ['unsafe', '$.images[3]'],
      ['unreadable', '$.images[4]'],
      ['duplicate', '$.categories[1]'],
      ['missing', '$.categories[2]'],
    ]);
  });

  it('with an image that is larger than any is told, and nothing is made of that size', async () => {
    const huge = { ...image, id: 2, file_name: 'b.jpg', width: 900_000, height: 900_000 };
    const segmentation = [
      [1, 1, 9e5, 1, 9e5, 9e5],
      [5, 5, 9e5, 5, 9e5, 9e5],
    ];
    const { images, problems } = await readCoco({
      images: [huge, image],
      categories: [category],
      annotations: [{ ...box, image_id: 2, segmentation }, box],
    });
    expect(problems.map(({ code, place }) => [code, place])).toEqual([['too-large', '$.images[0]']]);
    expect(images.map(({ regions }) => regions.length)).toEqual([1]);
  });

  it.each([
    ['', 'unreadable'],
    ['{"images": [', 'cut-off'],
    ['[{"image_id": 1}]', 'missing'],
    ['not json', 'unreadable'],
  ])('of %j is told, and the next one is read', async (text, code) => {
    const good = JSON.stringify({ images: [image], categories: [category], annotations: [box] });
    const { images, problems } = await read('coco', [fileOf('a.json', text), fileOf('b.json', good)]);
    expect(problems.map((problem) => [problem.code, problem.file])).toContainEqual([code, 'a.json']);
    expect(images[0]!.regions).toHaveLength(1);
  });

  it('that is cut off keeps what came before', async () => {
    const text = JSON.stringify({
      images: [image],
      categories: [category],
      annotations: [box, { ...box, id: 2 }],
    });
    const { images, problems } = await readCoco(text.slice(0, -10));
    expect(images[0]!.regions).toHaveLength(1);
    expect(problems.map(({ code, place }) => [code, place])).toEqual([['cut-off', '$.annotations[1]']]);
  });
});

describe('COCO that is written', () => {
  it('has areas and boxes as pycocotools computes them of masks', async () => {
    for (const { segmentation, size, area, bbox } of COCO_ANNOTATIONS) {
      if (Array.isArray(segmentation)) continue;
      const [height, width] = size;
      const document = await readCoco({
        images: [{ ...image, width, height }],
        categories: [category],
        annotations: [{ ...box, segmentation }],
      });
      const { files } = await written('coco', document);
      const [annotation] = (JSON.parse(files[0]!.text) as { annotations: { area: number; bbox: number[] }[] })
        .annotations;
      expect([annotation!.area, annotation!.bbox]).toEqual([area, bbox]);
    }
  });

  it('is one file for each split, with ids of its own', async () => {
    const one = await readAnnotations(box);
    const entry = one.images[0]!;
    const { files } = await written('coco', {
      labels: one.labels,
      images: [entry, { ...entry, path: 'b.jpg', split: 'train' }, { ...entry, path: 'c.jpg', split: 'a/b' }],
    });
    expect(files.map(({ path }) => path)).toEqual([
      'annotations/instances.json',
      'annotations/instances_train.json',
      'annotations/instances_a%2Fb.json',
    ]);
    const ids = files.map(
      ({ text }) => (JSON.parse(text) as { annotations: { id: number }[] }).annotations[0]!.id,
    );
    expect(ids).toEqual([1, 2, 3]);
  });
});
