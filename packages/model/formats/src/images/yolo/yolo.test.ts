import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { ImageLabelFormat } from '../image-label-format.ts';
import { expectSame, fileOf, read, written } from '../testing/round-trip.ts';
import { yoloLabelPath } from './yolo-layout.ts';

const size = { width: 200, height: 100 };
const DATA = 'path: ../datasets/x\ntrain: images/train\nval: images/val\nnames:\n  0: car\n  1: bus\n';

const readLines = (format: ImageLabelFormat, lines: string, data = DATA) =>
  read(format, [fileOf('data.yaml', data), fileOf('labels/train/a.txt', lines)], {
    sizeOf: (path) => (path === 'images/train/a.jpg' ? size : undefined),
  });
const geometriesOf = async (format: ImageLabelFormat, lines: string, data = DATA) =>
  (await readLines(format, lines, data)).images[0]!.regions.map(({ geometry, label, score }) => ({
    geometry,
    label,
    score,
  }));

describe('YOLO that is read', () => {
  it('has boxes by centre and size in shares of the image, and scores of predictions', async () => {
    expect(await geometriesOf('yolo-detect', '1 0.5 0.5 0.25 0.5\n\n0 0.1 0.2 0.1 0.2 0.75\r\n')).toEqual([
      {
        label: 'bus',
        score: null,
        geometry: { kind: 'box', version: 1, x: 75, y: 25, width: 50, height: 50 },
      },
      {
        label: 'car',
        score: 0.75,
        geometry: { kind: 'box', version: 1, x: 10, y: 10, width: 20, height: 20 },
      },
    ]);
  });

  it('has polygons by their points', async () => {
    const [first] = await geometriesOf('yolo-segment', '0 0.1 0.1 0.2 0.1 0.2 0.5\n');
    expect(first!.geometry).toEqual({
      kind: 'polygon',
      version: 1,
      points: [
        { x: 20, y: 10 },
        { x: 40, y: 10 },
        { x: 40, y: 50 },
      ],
    });
  });

  it('has rotated boxes by their corners, and what is no rectangle as a polygon', async () => {
    const lines = '0 0.25 0.2 0.4 0.5 0.25 0.8 0.1 0.5\n0 0.1 0.1 0.4 0.1 0.9 0.9 0.1 0.5\n';
    const { images, problems } = await readLines('yolo-obb', lines);
    const [turned, skew] = images[0]!.regions.map(({ geometry }) => geometry);
    if (turned?.kind !== 'rotated-box') throw new Error(turned?.kind);
    expect([turned.cx, turned.cy]).toEqual([50, 50]);
    expect(turned.width).toBeCloseTo(Math.hypot(30, 30), 9);
    expect(turned.height).toBeCloseTo(Math.hypot(30, 30), 9);
    expect(turned.rotation).toBeCloseTo(Math.PI / 4, 9);
    expect(skew?.kind).toBe('polygon');
    expect(problems.map(({ code, place, outcome }) => [code, place, outcome])).toEqual([
      ['unsupported', 'line 2', 'changed'],
    ]);
  });

  it.each([
    // Centre, size and angle as `xywhr2xyxyxyxy` of Ultralytics takes them.
    { cx: 100, cy: 50, width: 40, height: 20, rotation: 0 },
    { cx: 100, cy: 50, width: 40, height: 20, rotation: 0.5 },
    { cx: 90, cy: 40, width: 20, height: 40, rotation: -0.7 },
    { cx: 90, cy: 40, width: 30, height: 30, rotation: 1.5 },
  ])('has rotated boxes as Ultralytics predicts them: %j', async ({ cx, cy, width, height, rotation }) => {
    const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)];
    const [along, down] = [
      { x: (width / 2) * cos, y: (width / 2) * sin },
      { x: (-height / 2) * sin, y: (height / 2) * cos },
    ];
    const corners = [
      [1, 1],
      [1, -1],
      [-1, -1],
      [-1, 1],
    ].flatMap(([a, b]) => [
      (cx + a! * along.x + b! * down.x) / size.width,
      (cy + a! * along.y + b! * down.y) / size.height,
    ]);
    // The other beginning is that of who draws from the upper left corner downwards.
    const drawn = [...corners.slice(4), ...corners.slice(0, 4)];
    const lines = [`0 ${corners.join(' ')} 0.875`, `0 ${drawn.join(' ')}`].join('\n');
    const { images, problems } = await readLines('yolo-obb', lines);
    expect(problems).toEqual([]);
    const [predicted, other] = images[0]!.regions;
    expect([predicted!.origin, predicted!.score]).toEqual(['prediction', 0.875]);
    for (const { geometry } of [predicted!, other!]) {
      expectSame(geometry, { kind: 'rotated-box', version: 1, cx, cy, width, height, rotation });
    }
  });

  it('has joints with and without visibility, and their box where it says more', async () => {
    const pose = `${DATA}kpt_shape: [2, 3]\nkpt_names: {0: [head, hand]}\n`;
    const joints = (await geometriesOf('yolo-pose', '0 .5 .5 .1 .1 .45 .45 2 .55 .55 1\n', pose))[0]!
      .geometry;
    expect(joints).toEqual({
      kind: 'skeleton',
      version: 1,
      joints: [
        { name: 'head', x: 90, y: 45, visibility: 'visible' },
        { name: 'hand', x: expect.closeTo(110, 9), y: expect.closeTo(55, 9), visibility: 'occluded' },
      ],
    });
    const flat = `${DATA}kpt_shape: [2, 2]\n`;
    const found = await geometriesOf('yolo-pose', '1 .5 .5 .5 .5 .5 .5 0 0\n1 .5 .5 .5 .5 0 0 0 0\n', flat);
    expect(found.map(({ geometry }) => geometry.kind)).toEqual(['box', 'skeleton', 'box']);
    expect(found[1]!.geometry).toMatchObject({
      joints: [
        { name: '1', x: 100 },
        { name: '2', visibility: 'absent' },
      ],
    });
  });

  it.each([
    ['images/train/a.jpg', DATA, 'labels/train/a.txt', 'a.jpg', 'train'],
    ['x/images/val/d/a.png', DATA, 'x/labels/val/d/a.txt', 'd/a.png', 'val'],
    ['train/images/a.webp', 'train: ../train/images\nnames: [car]', 'train/labels/a.txt', 'a.webp', 'train'],
    ['images/test/a.jpg', 'names: [car]', 'labels/test/a.txt', 'a.jpg', 'test'],
    ['images/a.jpg', 'names: [car]', 'labels/a.txt', 'a.jpg', null],
    ['obj/a.jpg', 'names: [car]', 'obj/a.txt', 'obj/a.jpg', null],
  ])('finds the picture %s and its split', async (picture, data, labels, path, split) => {
    const files = [fileOf('data.yaml', data), fileOf(labels, '0 .5 .5 .1 .1')];
    const known = await read('yolo-detect', files, {
      sizeOf: (asked) => (asked === picture ? size : undefined),
    });
    const listed = await read('yolo-detect', [...files, fileOf(picture, 'x')], { sizeOf: () => size });
    for (const { images, problems } of [known, listed]) {
      expect(problems).toEqual([]);
      expect(images.map((image) => [image.path, image.split, image.regions.length])).toEqual([
        [path, split, 1],
      ]);
    }
  });

  it('has the splits of Darknet as CVAT writes them, and passes over its lists of pictures', async () => {
    const files = [
      fileOf('obj.data', 'classes = 2\nnames = obj.names\ntrain = train.txt\nvalid = valid.txt\n'),
      fileOf('obj.names', 'car\nbus\n'),
      fileOf('train.txt', 'obj_train_data/a.jpg\nobj_train_data/d/b.jpg\n'),
      fileOf('valid.txt', 'obj_valid_data/a.jpg\n'),
      fileOf('obj_train_data/a.txt', '1 .5 .5 .1 .1'),
      fileOf('obj_train_data/d/b.txt', '0 .5 .5 .1 .1'),
      fileOf('obj_valid_data/a.txt', '0 .5 .5 .1 .1\n0 .5 .5 .1 .1'),
    ];
    const paths = ['train/a.jpg', 'd/b.jpg', 'valid/a.jpg'];
    const { images, problems } = await read('yolo-detect', files, {
      sizeOf: (path) => (paths.includes(path) ? size : undefined),
    });
    expect(problems).toEqual([]);
    expect(
      images.map(({ path, split, regions }) => [path, split, regions.map(({ label }) => label)]),
    ).toEqual([
      ['train/a.jpg', 'train', ['bus']],
      ['d/b.jpg', 'train', ['car']],
      ['valid/a.jpg', 'valid', ['car', 'car']],
    ]);
  });

  it('finds splits by their folders where data.yaml names lists of pictures, as CVAT writes it', async () => {
    const files = [
      fileOf('data.yaml', 'path: ./\ntrain: train.txt\nnames:\n  0: car\n'),
      fileOf('train.txt', 'images/train/a.jpg\n'),
      fileOf('labels/train/a.txt', '0 .5 .5 .1 .1'),
    ];
    const { images, problems } = await read('yolo-detect', files, {
      sizeOf: (path) => (path === 'a.jpg' ? size : undefined),
    });
    expect(problems).toEqual([]);
    expect(images.map(({ path, split }) => [path, split])).toEqual([['a.jpg', 'train']]);
  });

  it('draws the labels of one file on a picture, and tells another that would be drawn on it', async () => {
    const files = ['x/a.txt', 'y/a.txt'].map((path) => fileOf(path, '0 .5 .5 .1 .1'));
    const { images, problems } = await read('yolo-detect', [fileOf('data.yaml', DATA), ...files], {
      sizeOf: () => ({ path: 'a.jpg', ...size }),
    });
    expect(images.map(({ path, regions }) => [path, regions.length])).toEqual([['a.jpg', 1]]);
    expect(problems.map(({ code, file }) => [code, file])).toEqual([['duplicate', 'y/a.txt']]);
  });

  it('takes names from classes.txt, and calls classes by their numbers where nobody names them', async () => {
    const lines = fileOf('a.txt', '1 .5 .5 .1 .1');
    const named = await read('yolo-detect', [lines, fileOf('classes.txt', 'car\r\nbus\n')], {
      sizeOf: () => size,
    });
    expect(named.labels.map(({ name }) => name)).toEqual(['car', 'bus']);
    expect(named.images[0]!.regions[0]!.label).toBe('bus');
    const nameless = await read('yolo-detect', [lines], { sizeOf: () => size });
    expect(nameless.labels.map(({ name }) => name)).toEqual(['1']);
    expect(nameless.problems.map(({ code, outcome }) => [code, outcome])).toEqual([['missing', 'changed']]);
  });
});

/** Nine lists, each of nine times the one before. */
const ALIASES = `a0: &a0 [x]\n${Array.from({ length: 9 }, (_, at) => `a${at + 1}: &a${at + 1} [${Array(9).fill(`*a${at}`).join(', ')}]\n`).join('')}names: *a9\n`;

describe('a bad line of YOLO', () => {
  it.each([
    ['yolo-detect', 'car .5 .5 .1 .1', 'unknown-label', 'left-out'],
    ['yolo-detect', '7 .5 .5 .1 .1', 'unknown-label', 'left-out'],
    ['yolo-detect', '-1 .5 .5 .1 .1', 'unknown-label', 'left-out'],
    ['yolo-detect', '0 nan .5 .1 .1', 'not-a-number', 'left-out'],
    ['yolo-detect', '0 .5 .5 -.1 .1', 'negative-size', 'left-out'],
    ['yolo-detect', '0 .5 .5', 'missing', 'left-out'],
    ['yolo-detect', '0 90 50 20 20', 'outside', 'left-out'],
    ['yolo-detect', '0 1 .5 .1 .1', 'outside', 'kept'],
    ['yolo-segment', '0 .1 .1 .9 .9 .9 .1 .1 .9', 'self-crossing', 'kept'],
    ['yolo-obb', '0 .1 .1 .9 .9', 'missing', 'left-out'],
    ['yolo-pose', '0 .5 .5 .1 .1 .5', 'missing', 'left-out'],
  ] as const)('%s: %s has an outcome, and the next one is kept', async (format, line, code, outcome) => {
    const good = { 'yolo-obb': '0 .1 .1 .2 .1 .2 .2 .1 .2', 'yolo-pose': '0 .5 .5 .1 .1 .5 .5 2' };
    const next = good[format as 'yolo-obb'] ?? '0 .5 .5 .1 .1';
    const { images, problems } = await readLines(format, `${line}\n${next}\n`);
    expect(problems.map((problem) => [problem.code, problem.outcome, problem.place])).toEqual([
      [code, outcome, 'line 1'],
    ]);
    expect(images[0]!.regions.length).toBe(outcome === 'kept' ? 2 : format === 'yolo-pose' ? 2 : 1);
  });

  it.each([[ALIASES], ['names: [']])('in data.yaml is told, without unfolding aliases: %j', async (data) => {
    const { problems } = await readLines('yolo-detect', '0 .5 .5 .1 .1', data);
    expect(problems.map(({ code, file }) => [code, file])).toContainEqual(['unreadable', 'data.yaml']);
  });

  it('whose picture is not there is told, and the next file is read', async () => {
    const { images, problems } = await read(
      'yolo-detect',
      [
        fileOf('data.yaml', DATA),
        fileOf('labels/a.txt', '0 .5 .5 .1 .1'),
        fileOf('labels/b.txt', '0 .5 .5 .1 .1'),
      ],
      { sizeOf: (path) => (path === 'images/b.jpg' ? size : undefined) },
    );
    expect(images.map(({ path }) => path)).toEqual(['b.jpg']);
    expect(problems.map(({ code, file }) => [code, file])).toEqual([['no-size', 'labels/a.txt']]);
  });
});

describe('YOLO that is written', () => {
  it('has its labels where Ultralytics looks for them: beside the last folder images', () => {
    expect(yoloLabelPath('images/train/a.jpg')).toBe('labels/train/a.txt');
    expect(yoloLabelPath('images/train/images/b.c.jpg')).toBe('images/train/labels/b.c.txt');
  });

  it.each([
    [[null], { none: 'none', train: 'none', val: 'none' }],
    [['test'], { test: 'test', train: 'test', val: 'test' }],
    [['val', 'train'], { val: 'val', train: 'train' }],
    [['train', 'valid'], { train: 'train', valid: 'valid', val: 'valid' }],
    [[null, 'val'], { none: 'none', val: 'val', train: 'none' }],
  ] as const)('has the splits %j, and the two that Ultralytics wants of all', async (splits, folders) => {
    const { labels, images } = await readLines('yolo-detect', '0 .5 .5 .1 .1');
    const each = splits.map((split, at) => ({ ...images[0]!, path: `${at}.jpg`, split }));
    const { files } = await written('yolo-detect', { labels, images: each });
    const data = parse(files[0]!.text) as Record<string, unknown>;
    const { names, ...said } = data;
    expect(names).toEqual({ 0: 'car', 1: 'bus' });
    expect(said).toEqual(
      Object.fromEntries(Object.entries(folders).map(([name, folder]) => [name, `images/${folder}`])),
    );
    const again = await read(
      'yolo-detect',
      files.map(({ path: file, text }) => fileOf(file, text)),
      { sizeOf: (asked) => (each.some((image) => image.path === asked) ? size : undefined) },
    );
    expect(again.images.map((image) => image.split).toSorted()).toEqual(splits.toSorted());
  });

  it('leaves out the second of two pictures that would share a file, and counts it', async () => {
    const { labels, images } = await readLines('yolo-detect', '0 .5 .5 .1 .1');
    const image = images[0]!;
    const { files, report } = await written('yolo-detect', {
      labels,
      images: [image, { ...image, path: 'a.png' }],
    });
    expect(files.map(({ path }) => path)).toEqual(['data.yaml', 'labels/train/a.txt']);
    expect(files[0]!.text).toBe('train: images/train\nval: images/train\nnames:\n  0: car\n  1: bus\n');
    expect(files[1]!.text).toBe('0 0.5 0.5 0.1 0.1\n');
    expect(report.dropped).toEqual([{ thing: 'image', why: 'same-name', count: 1 }]);
  });
});
