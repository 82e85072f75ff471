import type { Geometry, GeometryKind } from '@assay/contracts';
import { rleOfRings, rleToString } from '@assay/geometry';
import { type DocumentThing, FORMAT_TABLE } from '../format-table.ts';
import { type ImageLabel, type ImageRegion, type LabelledImage, plainRegion } from '../image-document.ts';
import type { ImageLabelFormat } from '../image-label-format.ts';
import type { WholeDocument } from './documents.ts';

const [WIDTH, HEIGHT] = [40, 30];

function maskCounts(): string {
  const ring = [
    { x: 5, y: 5 },
    { x: 20, y: 6 },
    { x: 12, y: 20 },
  ];
  return rleToString(rleOfRings([ring], WIDTH, HEIGHT));
}

/** A region of each kind, well inside of an image of 40 x 30. */
export const EACH_KIND: Readonly<Record<GeometryKind, Geometry>> = {
  box: { kind: 'box', version: 1, x: 3, y: 4.5, width: 10, height: 8 },
  'rotated-box': { kind: 'rotated-box', version: 1, cx: 20, cy: 15, width: 10, height: 6, rotation: 0.5 },
  polygon: {
    kind: 'polygon',
    version: 1,
    points: [
      { x: 5, y: 5 },
      { x: 20, y: 6 },
      { x: 12, y: 20.25 },
    ],
  },
  polyline: {
    kind: 'polyline',
    version: 1,
    points: [
      { x: 5, y: 5 },
      { x: 20, y: 6 },
    ],
  },
  point: { kind: 'point', version: 1, x: 7, y: 8 },
  ellipse: { kind: 'ellipse', version: 1, cx: 20, cy: 15, rx: 8, ry: 4, rotation: 0.25 },
  skeleton: {
    kind: 'skeleton',
    version: 1,
    joints: [
      { name: 'head', x: 9, y: 10, visibility: 'visible' },
      { name: 'hand', x: 11, y: 14, visibility: 'occluded' },
      { name: 'foot', x: 0, y: 0, visibility: 'absent' },
    ],
  },
  mask: { kind: 'mask', version: 1, width: WIDTH, height: HEIGHT, counts: maskCounts() },
  'image-class': { kind: 'image-class', version: 1 },
};

const plainLabel = (name: string): ImageLabel => ({
  name,
  colour: null,
  parent: null,
  attributes: [],
  skeleton: null,
});

const SKELETON = {
  joints: ['head', 'hand', 'foot'],
  bones: [
    [0, 1],
    [1, 2],
  ],
} as const;
const LABELS: readonly ImageLabel[] = [
  { ...plainLabel('thing'), skeleton: { joints: SKELETON.joints, bones: [] } },
];

const imageWith = (...regions: readonly ImageRegion[]): LabelledImage => ({
  path: 'a.jpg',
  width: WIDTH,
  height: HEIGHT,
  split: null,
  attributes: {},
  regions,
  relations: [],
  comments: [],
});

const regionOf = (geometry: Geometry, more: Partial<ImageRegion> = {}, at = 0): ImageRegion => ({
  ...plainRegion(`r${at}`, geometry, 'thing', at),
  ...more,
});

/** A document of one region of a kind, about which nothing else is said. */
export const withKind = (kind: GeometryKind): WholeDocument => ({
  labels: LABELS,
  images: [imageWith(regionOf(EACH_KIND[kind]))],
});

/** A document in which one thing is said, of a region of a kind that the format keeps. */
export function withThing(thing: DocumentThing, kind: GeometryKind): WholeDocument {
  const geometry = EACH_KIND[kind];
  const region = (more: Partial<ImageRegion>) => ({
    labels: LABELS,
    images: [imageWith(regionOf(geometry, more))],
  });
  const image = (more: Partial<LabelledImage>) => ({
    labels: LABELS,
    images: [{ ...imageWith(regionOf(geometry), regionOf(geometry, {}, 1)), ...more }],
  });
  const label = (more: Partial<ImageLabel>) => ({
    labels: [{ ...LABELS[0]!, ...more }],
    images: [imageWith(regionOf(geometry))],
  });
  switch (thing) {
    case 'unlabelled':
      return region({ label: null });
    case 'attributes':
      return region({ attributes: { paint: 'red' } });
    case 'attribute-types':
      return region({ attributes: { doors: 4, open: true } });
    case 'occluded':
    case 'truncated':
    case 'difficult':
    case 'crowd':
      return region({ [thing]: true });
    case 'prediction':
      return region({ origin: 'prediction' });
    case 'score':
      return region({ origin: 'prediction', score: 0.5 });
    case 'author':
      return region({ author: 'ann' });
    case 'remark':
      return region({ remark: 'One, or two?' });
    case 'region-id':
      return region({ id: 'mine' });
    case 'group': {
      const [a, b] = [regionOf(geometry, { group: 'g' }), regionOf(geometry, { group: 'g' }, 1)];
      return image({ regions: [a, b] });
    }
    case 'order': {
      const other = { ...LABELS[0]!, name: 'other' };
      const regions = [regionOf(geometry, { order: 9 }), regionOf(geometry, { order: 4, label: 'other' }, 1)];
      return { labels: [...LABELS, other], images: [imageWith(...regions)] };
    }
    case 'relation':
      return image({ relations: [{ from: 'r0', to: 'r1', label: 'near' }] });
    case 'comment':
      return image({ comments: [{ region: 'r0', author: null, text: 'look' }] });
    case 'split':
      return image({ split: 'train' });
    case 'image-attributes':
      return image({ attributes: { weather: 'rain' } });
    case 'unused-label':
      return { labels: [...LABELS, plainLabel('unused')], images: [imageWith(regionOf(geometry))] };
    case 'colour':
      return label({ colour: '#12abef' });
    case 'parent':
      return label({ parent: 'whole' });
    case 'label-attributes':
      return label({ attributes: [{ name: 'paint', kind: 'choice', choices: ['red', 'blue'] }] });
    case 'label-skeleton':
      return label({ skeleton: SKELETON });
  }
}

/** A kind of region that a format keeps as it is. */
export function keptKind(format: ImageLabelFormat): GeometryKind {
  const kept = Object.entries(FORMAT_TABLE[format].regions).find(([, fate]) => fate === 'keeps');
  if (kept === undefined) throw new Error(`${format} keeps nothing.`);
  return kept[0] as GeometryKind;
}
