import { pixelsOfRle, rleOfString, rotatedCorners } from '@assay/geometry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileOf, read, written } from '../testing/round-trip.ts';
import { brushOfPixels, runsOfBrush } from './brush-rle.ts';
import { BRUSH_MASKS } from './brush-values.ts';

/** Pixels row by row, 1 inside and 0 outside. */
const pixelsOf = (runs: readonly number[]) =>
  Uint8Array.from(runs.flatMap((length, at) => Array<number>(length).fill(at % 2)));
/** The runs that a mask can have at most. */
const ALL = 1_000_000;

const soak = process.env.ASSAY_SOAK ? 100 : 1;

describe('the brush of Label Studio', () => {
  it.each(BRUSH_MASKS)(
    'is read as label-studio-converter writes it: $name',
    ({ width, height, rows, rle }) => {
      const pixels = Uint8Array.from(rows.join(''), (each) => Number(each === '#'));
      const found = runsOfBrush(rle, { width, height }, ALL);
      expect(found.ok && pixelsOf(found.runs)).toEqual(pixels);
    },
  );

  it('gives back any pixels, also in runs that are longer than one length can say', () => {
    const runs = fc.array(fc.tuple(fc.integer({ min: 1, max: 40_000 }), fc.nat(1)), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(runs, (all) => {
        const pixels = Uint8Array.from(all.flatMap(([length, value]) => Array<number>(length).fill(value)));
        const size = { width: pixels.length, height: 1 };
        const found = runsOfBrush(brushOfPixels(pixels), size, ALL);
        expect(found.ok && Buffer.compare(pixelsOf(found.runs), pixels)).toBe(0);
      }),
      { numRuns: 20 * soak },
    );
  });

  it('is refused where it is none, whatever its bytes are', () => {
    const [{ rle, width, height }] = BRUSH_MASKS as [(typeof BRUSH_MASKS)[number]];
    expect(runsOfBrush(rle, { width: width + 1, height }, ALL)).toEqual({ ok: false, reason: 'bad-size' });
    expect(runsOfBrush(rle.slice(0, -3), { width, height }, ALL)).toEqual({ ok: false, reason: 'cut-off' });
    expect(runsOfBrush([...rle, 256], { width, height }, ALL)).toEqual({ ok: false, reason: 'bad-run' });
    expect(runsOfBrush([], { width, height }, ALL)).toEqual({ ok: false, reason: 'bad-size' });
    fc.assert(
      fc.property(fc.array(fc.nat(255), { maxLength: 30 }), (bytes) => {
        const found = runsOfBrush([0, 0, 0, 4 * 24, ...bytes], { width: 6, height: 4 }, ALL);
        if (found.ok) expect(pixelsOf(found.runs)).toHaveLength(24);
      }),
      { numRuns: 200 * soak },
    );
  });
});

const size = { original_width: 200, original_height: 100 };
const box = {
  id: 'r1',
  type: 'rectanglelabels',
  from_name: 'label',
  to_name: 'image',
  ...size,
  value: { x: 10, y: 20, width: 30, height: 40, rotation: 0, rectanglelabels: ['car'] },
};
const task = (more: object) => ({ id: 1, data: { image: '/data/upload/7/0a1b2c3d-a.jpg' }, ...more });
const readTasks = (tasks: unknown) => read('label-studio', [fileOf('export.json', JSON.stringify(tasks))]);
const readResults = (...result: object[]) => readTasks([task({ annotations: [{ id: 4, result }] })]);

describe('Label Studio that is read', () => {
  it('has places in percent, and boxes turned about their upper left corner', async () => {
    const { images, problems } = await readResults(
      box,
      { ...box, id: 'r2', value: { ...box.value, x: 50, rotation: 90 } },
      {
        ...box,
        id: 'r3',
        type: 'keypointlabels',
        value: { x: 50, y: 50, width: 1, keypointlabels: ['car'] },
      },
      {
        ...box,
        id: 'r4',
        type: 'ellipselabels',
        value: { x: 50, y: 50, radiusX: 10, radiusY: 20, rotation: 180, ellipselabels: ['car'] },
      },
      {
        ...box,
        id: 'r5',
        type: 'polygon',
        value: {
          points: [
            [0, 0],
            [50, 0],
            [50, 50],
          ],
          closed: true,
        },
      },
      {
        id: 'c',
        type: 'choices',
        from_name: 'weather',
        to_name: 'image',
        value: { choices: ['rain', 'wind'] },
      },
    );
    expect(problems).toEqual([]);
    expect(images[0]).toMatchObject({ path: 'a.jpg', width: 200, height: 100 });
    expect(images[0]!.regions.map(({ geometry, label }) => ({ ...geometry, label }))).toEqual([
      { kind: 'box', version: 1, x: 20, y: 20, width: 60, height: 40, label: 'car' },
      {
        kind: 'rotated-box',
        version: 1,
        cx: expect.closeTo(80, 9),
        cy: expect.closeTo(50, 9),
        width: 60,
        height: 40,
        rotation: Math.PI / 2,
        label: 'car',
      },
      { kind: 'point', version: 1, x: 100, y: 50, label: 'car' },
      { kind: 'ellipse', version: 1, cx: 100, cy: 50, rx: 20, ry: 20, rotation: Math.PI, label: 'car' },
      {
        kind: 'polygon',
        version: 1,
        points: [
          { x: 0, y: 0 },
          { x: 100, y: 0 },
          { x: 100, y: 50 },
        ],
        label: null,
      },
      { kind: 'image-class', version: 1, label: 'rain' },
      { kind: 'image-class', version: 1, label: 'wind' },
    ]);
  });

  // Corners of `convert_annotation_to_yolo_obb(..., normalize=False)` of label-studio-sdk 2.1.2.
  it.each([
    [
      { x: 50, y: 20, width: 15, height: 40, rotation: 30 },
      [
        [100.0, 20.0],
        [125.980762113533, 35.0],
        [105.980762113533, 69.641016151378],
        [80.0, 54.641016151378],
      ],
    ],
    [
      { x: 40, y: 60, width: 10, height: 25, rotation: 340 },
      [
        [80.0, 60.0],
        [98.793852415718, 53.159597133487],
        [107.34435599886, 76.651912653134],
        [88.550503583142, 83.492315519648],
      ],
    ],
  ])('has the corners of the turned box %j that its SDK computes', async (value, corners) => {
    const { images, problems } = await readResults({ ...box, value: { ...value, rectanglelabels: ['car'] } });
    expect(problems).toEqual([]);
    const geometry = images[0]!.regions[0]!.geometry;
    if (geometry.kind !== 'rotated-box') throw new Error(geometry.kind);
    for (const [at, { x, y }] of rotatedCorners(geometry).entries()) {
      expect([x, y]).toEqual(corners[at]!.map((each) => expect.closeTo(each, 9)));
    }
  });

  it('has who said it, predictions with their scores, attributes and relations', async () => {
    const { images, problems } = await readTasks([
      task({
        annotations: [
          {
            id: 4,
            completed_by: { id: 3, email: 'ann@example.org' },
            result: [
              box,
              { ...box, type: 'choices', from_name: 'paint', value: { choices: ['red'] } },
              { ...box, type: 'number', from_name: 'doors', value: { number: 4 } },
              { ...box, id: 'r2' },
              { type: 'relation', from_id: 'r1', to_id: 'r2', direction: 'left', labels: ['tows'] },
            ],
          },
          { id: 5, completed_by: 9, was_cancelled: true, result: [box] },
          { id: 6, completed_by: 9, result: [box] },
        ],
        predictions: [
          { id: 7, model_version: 'm1', score: 0.25, result: [box, { ...box, id: 'r3', score: 0.5 }] },
        ],
      }),
    ]);
    expect(problems.map(({ code, place }) => [code, place])).toEqual([
      ['unsupported', '$[0].annotations[1]'],
    ]);
    expect(images[0]!.regions.map(({ id, author, origin, score }) => [id, author, origin, score])).toEqual([
      ['r1', 'ann@example.org', 'annotation', null],
      ['r2', 'ann@example.org', 'annotation', null],
      ['6/r1', '9', 'annotation', null],
      ['7/r1', 'm1', 'prediction', 0.25],
      ['r3', 'm1', 'prediction', 0.5],
    ]);
    expect(images[0]!.regions[0]!.attributes).toEqual({ paint: 'red', doors: 4 });
    expect(images[0]!.relations).toEqual([{ from: 'r2', to: 'r1', label: 'tows' }]);
  });

  it('has the label of a shape that is put in by a control of its own', async () => {
    const place = { x: 10, y: 20, width: 30, height: 40, rotation: 0 };
    const common = { id: 'r1', to_name: 'image', ...size };
    const shape = { ...common, type: 'rectangle', from_name: 'bbox', value: place };
    const label = { ...common, type: 'labels', from_name: 'label', value: { ...place, labels: ['Text'] } };
    const words = { ...common, type: 'textarea', from_name: 'words', value: { ...place, text: ['Total'] } };
    for (const results of [
      [shape, label, words],
      [label, words, shape],
    ]) {
      const { labels, images, problems } = await readResults(...results);
      expect(problems).toEqual([]);
      expect(labels.map(({ name }) => name)).toEqual(['Text']);
      expect(images[0]!.regions).toMatchObject([
        {
          label: 'Text',
          geometry: { kind: 'box', x: 20, y: 20, width: 60, height: 40 },
          attributes: { words: 'Total' },
        },
      ]);
    }
  });

  it('has what is written about a region itself, as one text or as a list', async () => {
    const { labels, images, problems } = await readResults(
      { ...box, meta: { text: ['One, or two?'] } },
      { ...box, type: 'choices', from_name: 'paint', value: { choices: ['red'] } },
      { ...box, id: 'r2', meta: { text: 'A shadow?' } },
      { ...box, id: 'r3', meta: { text: ['one', 'two', 7] } },
      { ...box, id: 'r4', meta: { text: [''] } },
      { ...box, id: 'r5', meta: { text: [] } },
      { ...box, id: 'r6', meta: { other: 'x' } },
      { ...box, id: 'r7', meta: 'x' },
    );
    expect(problems).toEqual([]);
    expect(images[0]!.regions.map(({ remark }) => remark)).toEqual([
      'One, or two?',
      'A shadow?',
      'one\ntwo',
      '',
      null,
      null,
      null,
    ]);
    const { files } = await written('label-studio', { labels, images });
    const [made] = JSON.parse(files[0]!.text) as { annotations: { result: { meta?: object }[] }[] }[];
    const metas = made!.annotations[0]!.result.map(({ meta }) => meta);
    expect(metas.slice(0, 3)).toEqual([{ text: ['One, or two?'] }, undefined, { text: ['A shadow?'] }]);
  });

  it.each([
    ['s3://bucket/d/a%20b.jpg', 'd/a b.jpg'],
    ['https://example.org/d/a.jpg?x=1', 'd/a.jpg'],
    ['/data/local-files/?d=d/a.jpg', 'd/a.jpg'],
    ['/data/upload/7/0a1b2c3d-a-b.jpg', 'a-b.jpg'],
    ['d/a?b.jpg', 'd/a?b.jpg'],
  ])('knows the picture of %s as %s', async (image, path) => {
    const { images } = await readTasks([{ data: { image }, annotations: [{ result: [box] }] }]);
    expect(images.map((each) => each.path)).toEqual([path]);
    const other = await readTasks([{ data: { photo: image, hour: 7 }, annotations: [{ result: [box] }] }]);
    expect(other.images.map((each) => [each.path, each.attributes])).toEqual([[path, { hour: 7 }]]);
  });
});

describe('bad Label Studio', () => {
  const bad = (value: object, more: object = {}) => ({
    ...box,
    id: 'bad',
    ...more,
    value: { ...box.value, ...value },
  });
  it.each([
    ['a text for a number', bad({ x: '10' }), 'not-a-number', 'left-out'],
    ['a negative size', bad({ width: -1 }), 'negative-size', 'left-out'],
    ['a place outside', bad({ x: 120 }), 'outside', 'left-out'],
    ['a negative place', bad({ x: -1 }), 'outside', 'kept'],
    [
      'two points',
      bad(
        {
          points: [
            [1, 1],
            [2, 2],
          ],
        },
        { type: 'polygonlabels' },
      ),
      'too-few-points',
      'left-out',
    ],
    ['a mask of another size', bad({ rle: [0, 0, 0, 4] }, { type: 'brushlabels' }), 'bad-mask', 'left-out'],
    ['a mask that is none', bad({ rle: 'x' }, { type: 'brushlabels' }), 'bad-mask', 'left-out'],
    ['a type of no shape', bad({}, { type: 'videorectangle' }), 'unsupported', 'left-out'],
    ['two labels', bad({ rectanglelabels: ['car', 'bus'] }), 'unsupported', 'changed'],
    ['a relation to nothing', { type: 'relation', from_id: 'r1', to_id: 'x' }, 'missing', 'left-out'],
  ])('%s has an outcome, and the rest is kept', async (_, result, code, outcome) => {
    const { images, problems } = await readResults(result, box);
    expect(problems.map((each) => [each.code, each.outcome, each.place])).toEqual([
      [code, outcome, '$[0].annotations[0].result[0]'],
    ]);
    expect(images[0]!.regions.at(-1)!.id).toBe('r1');
    expect(images[0]!.regions).toHaveLength(outcome === 'left-out' ? 1 : 2);
  });

  it.each([
    [[7, null], 'missing'],
    [[{ data: {} }], 'missing'],
    [[{ data: { image: 'b.jpg' }, annotations: 'x' }], 'no-size'],
    [{ tasks: [] }, 'unreadable'],
  ])('%j is told', async (tasks, code) => {
    const { problems } = await readTasks(tasks);
    expect(problems[0]!.code).toBe(code);
  });
});

it('Label Studio that is written has an annotation for each person and a prediction for each model', async () => {
  const { labels, images } = await readResults(box, { ...box, id: 'r2' });
  const regions = images[0]!.regions.map((region, at) => ({ ...region, author: ['a', 'b'][at]! }));
  const [model] = regions.map((region) => ({
    ...region,
    id: 'p',
    origin: 'prediction' as const,
    score: 0.5,
  }));
  const { files } = await written('label-studio', {
    labels,
    images: [{ ...images[0]!, regions: [model!, ...regions] }],
  });
  const [made] = JSON.parse(files[0]!.text) as { annotations: object[]; predictions: object[] }[];
  expect(made!.annotations).toMatchObject([
    { completed_by: { email: 'a' }, result: [{ id: 'r1', value: { x: 10, y: 20, width: 30, height: 40 } }] },
    { completed_by: { email: 'b' }, result: [{ id: 'r2' }] },
  ]);
  expect(made!.predictions).toMatchObject([{ model_version: 'a', result: [{ id: 'p', score: 0.5 }] }]);
});

it('Label Studio keeps masks bit by bit', async () => {
  const { width, height, rows, rle } = BRUSH_MASKS[1]!;
  const value = { format: 'rle', rle, brushlabels: ['car'] };
  const { images } = await readResults({
    ...box,
    type: 'brushlabels',
    original_width: width,
    original_height: height,
    value,
  });
  const geometry = images[0]!.regions[0]!.geometry;
  const mask = geometry.kind === 'mask' ? rleOfString(width, height, geometry.counts) : undefined;
  if (!mask?.ok) throw new Error(geometry.kind);
  const pixels = [...pixelsOfRle(mask.value)].map((each) => (each === 1 ? '#' : '.')).join('');
  expect(pixels).toBe(rows.join(''));
});
