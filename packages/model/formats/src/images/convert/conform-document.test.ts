import { rleOfCounts, rleToString } from '@assay/geometry';
import { describe, expect, it } from 'vitest';
import { FORMAT_TABLE } from '../format-table.ts';
import { type ImageLabel, type ImageRegion, type LabelledImage, plainRegion } from '../image-document.ts';
import type { ImageLabelFormat } from '../image-label-format.ts';
import { documentOf } from '../testing/documents.ts';
import { EACH_KIND } from '../testing/every-thing.ts';
import { conformDocument } from './conform-document.ts';

const label: ImageLabel = {
  name: 'thing',
  colour: null,
  parent: null,
  attributes: [{ name: 'doors', kind: 'number', choices: [] }],
  skeleton: { joints: ['head', 'tail'], bones: [] },
};
const region = (more: Partial<ImageRegion>): ImageRegion => ({
  ...plainRegion('r', EACH_KIND.box, 'thing', 0),
  ...more,
});

async function conform(format: ImageLabelFormat, regions: readonly ImageRegion[], more = {}) {
  const entry = {
    path: 'a.jpg',
    width: 40,
    height: 30,
    split: null,
    attributes: {},
    relations: [],
    comments: [],
  };
  const images = [{ ...entry, regions, ...more }];
  const conformed = conformDocument(documentOf({ labels: [label], images }), FORMAT_TABLE[format]);
  let image: LabelledImage | undefined;
  for await (const each of conformed.images(null)) image = each;
  const { converted, dropped } = conformed.report();
  return { image: image!, regions: image!.regions, converted, dropped };
}

describe('what no format can say is left out and counted', () => {
  it.each([
    ['a label that the document does not have', { label: 'other' }, 'box', 'unknown-label'],
    [
      'a mask of another size',
      { geometry: { kind: 'mask', version: 1, width: 2, height: 1, counts: '02' } },
      'mask',
      'faulty',
    ],
    [
      'a skeleton that is nowhere',
      {
        geometry: {
          kind: 'skeleton',
          version: 1,
          joints: [{ name: 'head', x: 1, y: 1, visibility: 'absent' }],
        },
      },
      'skeleton',
      'empty',
    ],
    [
      'joints that the label does not have',
      {
        geometry: {
          kind: 'skeleton',
          version: 1,
          joints: [{ name: 'wing', x: 1, y: 1, visibility: 'visible' }],
        },
      },
      'skeleton',
      'no-joint',
    ],
  ] as const)('%s', async (_, more, thing, why) => {
    const { regions, dropped } = await conform('coco', [region(more), region({ id: 's' })]);
    expect(regions.map(({ id }) => id)).toEqual(['s']);
    expect(dropped).toContainEqual({ thing, why, count: 1 });
  });
});

it('joints stand in the order of the label, and others are left out and counted', async () => {
  const joint = (name: string, x: number) => ({ name, x, y: 1, visibility: 'visible' as const });
  const joints = [joint('wing', 3), joint('tail', 2)];
  const { regions, converted } = await conform('coco', [
    region({ geometry: { kind: 'skeleton', version: 1, joints } }),
  ]);
  expect(regions[0]!.geometry).toEqual({
    kind: 'skeleton',
    version: 1,
    joints: [{ name: 'head', x: 0, y: 0, visibility: 'absent' }, joint('tail', 2)],
  });
  expect(converted).toContainEqual({ thing: 'skeleton', to: 'fewer-joints', count: 1 });
});

it('attributes whose name the format has for itself are left out and counted', async () => {
  const { regions, dropped } = await conform('coco', [
    region({ attributes: { occluded: 'a little', paint: 'red' } }),
  ]);
  expect(regions[0]!.attributes).toEqual({ paint: 'red' });
  expect(dropped).toContainEqual({ thing: 'attributes', why: 'taken-name', count: 1 });
  // A number of this name would turn a box when it is read again.
  const turns = [region({ attributes: { rotation: 30 } }), region({ attributes: { rotation: 'left' } })];
  const polygon = region({ geometry: EACH_KIND.polygon, attributes: { rotation: 30 } });
  const coco = await conform('coco', [...turns, polygon]);
  expect(coco.regions.map((each) => each.attributes)).toEqual([{}, { rotation: 'left' }, { rotation: 30 }]);
  expect(coco.dropped).toContainEqual({ thing: 'attributes', why: 'taken-name', count: 1 });
  const attributes = { width: 7, hour: 8 };
  const studio = await conform('label-studio', [region({})], { attributes });
  expect(studio.image.attributes).toEqual({ hour: 8 });
  expect(studio.dropped).toContainEqual({ thing: 'image-attributes', why: 'taken-name', count: 1 });
});

it('values become what the format gives back: texts in VOC, in CVAT those that the label does not define', async () => {
  const attributes = { doors: 4, own: true };
  expect((await conform('voc', [region({ attributes })])).regions[0]!.attributes).toEqual({
    doors: '4',
    own: 'true',
  });
  expect((await conform('cvat', [region({ attributes })])).regions[0]!.attributes).toEqual({
    doors: 4,
    own: 'true',
  });
  expect((await conform('datumaro', [region({ attributes })])).regions[0]!.attributes).toEqual(attributes);
});

it('a region that becomes several has ids of their own, and the whole has one order', async () => {
  const two = rleOfCounts(40, 30, [0, 1, 100, 1, 1098]);
  if (!two.ok) throw new Error(two.reason);
  const mask = { kind: 'mask', version: 1, width: 40, height: 30, counts: rleToString(two.value) } as const;
  const { regions } = await conform('yolo-segment', [
    region({ id: 'above', geometry: EACH_KIND.polygon, order: 7 }),
    region({ id: 'm', geometry: mask, order: 2 }),
  ]);
  expect(regions.map(({ id, order }) => [id, order])).toEqual([
    ['m', 0],
    ['m/2', 1],
    ['above', 2],
  ]);
});

it('relations go with their ends, and in Label Studio stay within what one person said', async () => {
  const relations = [
    { from: 'a', to: 'b', label: 'near' },
    { from: 'a', to: 'c', label: 'near' },
    { from: 'a', to: 'gone', label: 'near' },
  ];
  const regions = [
    region({ id: 'a', author: 'ann' }),
    region({ id: 'c', author: 'bob' }),
    region({ id: 'b', author: 'ann' }),
  ];
  const { image, dropped } = await conform('label-studio', regions, { relations });
  expect(image.regions.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(image.relations).toEqual([relations[0]]);
  expect(dropped).toContainEqual({ thing: 'relation', why: 'empty', count: 2 });
});
