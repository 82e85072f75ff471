import { describe, expect, it } from 'vitest';
import type { KnownPicture } from './label-file.ts';
import { fileOf, read } from './testing/round-trip.ts';

const size = { width: 20, height: 10 };

/** Pictures of a run, found by the end of a path too where only one ends so. */
function pictures(...paths: string[]) {
  return (asked: string): KnownPicture | undefined => {
    if (paths.includes(asked)) return { path: asked, ...size };
    const [named, more] = paths.filter((path) => path.split('/').at(-1) === asked.split('/').at(-1));
    if (named === undefined || more !== undefined) return undefined;
    const isEnd = `/${named}`.endsWith(`/${asked}`) || `/${asked}`.endsWith(`/${named}`);
    return isEnd ? { path: named, ...size } : undefined;
  };
}

const coco = (x: number, more: object = {}) =>
  JSON.stringify({
    images: [{ id: 1, file_name: '0001.jpg', ...size, ...more }],
    categories: [{ id: 1, name: 'car' }],
    annotations: [{ id: 1, image_id: 1, category_id: 1, bbox: [x, 1, 2, 2] }],
  });
const COCO = [
  fileOf('annotations/instances_train.json', coco(1)),
  fileOf('annotations/instances_val.json', coco(7)),
];
const datumaro = (x: number) =>
  JSON.stringify({
    categories: { label: { labels: [{ name: 'car' }] } },
    items: [
      {
        id: '0001',
        annotations: [{ id: 1, type: 'bbox', label_id: 0, bbox: [x, 1, 2, 2] }],
        image: { path: '0001.jpg', size: [10, 20] },
      },
    ],
  });
const DATUMARO = [fileOf('annotations/train.json', datumaro(1)), fileOf('annotations/val.json', datumaro(7))];
const cvatImage = (split: string, x: number) =>
  `<image id="0" name="0001.jpg" subset="${split}" width="20" height="10"><box label="car" xtl="${x}" ytl="1" xbr="${x + 2}" ybr="3"></box></image>`;
const CVAT = [fileOf('a.xml', `<annotations>${cvatImage('train', 1)}${cvatImage('val', 7)}</annotations>`)];
const yoloData = (train: string, val: string) =>
  fileOf('data.yaml', `train: ${train}\nval: ${val}\nnames: [car]\n`);
const YOLO = [
  yoloData('../train/images', '../valid/images'),
  fileOf('train/labels/0001.txt', '0 .1 .2 .1 .2'),
  fileOf('valid/labels/0001.txt', '0 .4 .2 .1 .2'),
];
const ULTRALYTICS = [
  yoloData('images/train', 'images/val'),
  fileOf('labels/train/0001.txt', '0 .1 .2 .1 .2'),
  fileOf('labels/val/0001.txt', '0 .4 .2 .1 .2'),
];

const FORMATS = [
  ['coco', COCO],
  ['datumaro', DATUMARO],
  ['cvat', CVAT],
  ['yolo-detect', YOLO],
  ['yolo-detect', ULTRALYTICS],
] as const;

const drawn = ({ images }: Awaited<ReturnType<typeof read>>) =>
  images.map(({ path, split, regions }) => [
    path,
    split,
    regions.map(({ geometry }) => (geometry.kind === 'box' ? Math.round(geometry.x) : geometry.kind)),
  ]);

describe.each(FORMATS)('two pictures of one name in two splits of %s', (format, files) => {
  const options = (...paths: string[]) => ({ sizeOf: pictures(...paths) });

  it('are told apart by the folders of the pictures', async () => {
    for (const paths of [
      ['train/0001.jpg', 'valid/0001.jpg'],
      ['images/train/0001.jpg', 'images/val/0001.jpg'],
      ['train/images/0001.jpg', 'val/images/0001.jpg'],
    ] as const) {
      const found = await read(format, files, options(...paths));
      expect(found.problems).toEqual([]);
      expect(drawn(found)).toEqual([
        [paths[0], 'train', [1]],
        [paths[1], 'val', [7]],
      ]);
    }
  });

  it.each([
    ['train/0001.jpg', 'train', 1],
    ['val/0001.jpg', 'val', 7],
  ] as const)('are not drawn on each other where %s alone is there', async (path, split, x) => {
    const found = await read(format, files, options(path));
    expect(drawn(found)).toEqual([[path, split, [x]]]);
    expect(found.problems).toHaveLength(1);
    expect(found.problems[0]).toMatchObject({ outcome: 'left-out' });
  });

  it('are not taken for one where there is one picture of that name', async () => {
    const found = await read(format, files, options('0001.jpg'));
    expect(drawn(found)).toEqual([['0001.jpg', 'train', [1]]]);
    expect(found.problems.map(({ code, outcome }) => [code, outcome])).toEqual([['duplicate', 'left-out']]);
  });
});

describe.each(FORMATS.slice(0, 3))('without pictures, %s', (format, files) => {
  it('keeps the first of two pictures of one name, and tells the other', async () => {
    const found = await read(format, files);
    expect(drawn(found)).toEqual([['0001.jpg', 'train', [1]]]);
    expect(found.problems.map(({ code, outcome }) => [code, outcome])).toEqual([['duplicate', 'left-out']]);
  });
});

it('a picture of another size is another picture', async () => {
  const files = [
    fileOf('a.json', coco(1)),
    fileOf('b.json', coco(7, { width: 30 })),
    fileOf('c.json', coco(9)),
  ];
  const found = await read('coco', files);
  expect(drawn(found)).toEqual([['0001.jpg', null, [1, 9]]]);
  expect(found.problems.map(({ code, file, place }) => [code, file, place])).toEqual([
    ['duplicate', 'b.json', '$.images[0]'],
  ]);
});

it('two splits of YOLO are two pictures also where pictures are known by their whole paths', async () => {
  const known = ['images/train/0001.jpg', 'images/val/0001.jpg'];
  const sizeOf = (path: string) => (known.includes(path) ? size : undefined);
  const found = await read('yolo-detect', ULTRALYTICS, { sizeOf });
  expect(found.problems).toEqual([]);
  expect(drawn(found)).toEqual([
    ['0001.jpg', 'train', [1]],
    ['images/val/0001.jpg', 'val', [7]],
  ]);
});

it('a split without a folder of its own takes the picture by its name', async () => {
  const found = await read('coco', COCO.slice(0, 1), { sizeOf: pictures('photos/0001.jpg') });
  expect(found.problems).toEqual([]);
  expect(drawn(found)).toEqual([['photos/0001.jpg', 'train', [1]]]);
});
