import type { GeometryKind } from '@assay/contracts';
import type { TargetKind } from './convert/convert-geometry.ts';
import type { ImageLabelFormat } from './image-label-format.ts';

/** Things besides kinds of regions that a document can say. */
export const documentThings = [
  'unlabelled',
  'attributes',
  'attribute-types',
  'occluded',
  'truncated',
  'difficult',
  'crowd',
  'group',
  'order',
  'prediction',
  'score',
  'author',
  'region-id',
  'relation',
  'comment',
  'remark',
  'split',
  'image-attributes',
  'unused-label',
  'colour',
  'parent',
  'label-attributes',
  'label-skeleton',
] as const;
export type DocumentThing = (typeof documentThings)[number];

/**
 * What becomes of a thing in a format. `as` says what it is converted to: of a region, the kind; of others, see
 * `CONVERSIONS`.
 */
export type Fate<As> = 'keeps' | 'drops' | { readonly as: As };
export type Conversion = keyof typeof CONVERSIONS;

/** Conversions of what is no region, as the guide says them. */
export const CONVERSIONS = {
  numbers: 'numbered anew',
  sequence: 'by sequence',
  'sequence-by-author': 'by sequence, author by author',
  'booleans-as-texts': 'booleans as texts',
  texts: 'texts',
  'texts-unless-defined': 'texts, unless the label has them',
  'without-bones': 'joints alone',
  scored: 'where it has a score',
} as const;

export type FormatRules = {
  readonly regions: Readonly<Record<GeometryKind, Fate<TargetKind>>>;
  readonly things: Readonly<Record<DocumentThing, Fate<Conversion>>>;
  /** Names of attributes of regions that mean something of their own in the format. */
  readonly ownAttributes: readonly string[];
  /** Joints stand in the order of the label's skeleton, and only those: a skeleton needs a label that has one. */
  readonly jointsByLabel: boolean;
  /** Names of attributes of images that mean something of their own in the format. */
  readonly ownImageAttributes?: readonly string[];
  /** A number of the name `rotation` says how a box is turned, as CVAT writes it; a text too, where all are texts. */
  readonly turnsBoxes?: true;
  /** Regions of one author stand together, annotations first, and relations join only such. */
  readonly regionsByAuthor?: true;
  /** A rotated box that is not turned is a box. */
  readonly unturnedIsBox?: true;
  /** A point of a label whose skeleton has one joint is that joint. */
  readonly pointIsJoint?: true;
};

const NO_THING: FormatRules['things'] = {
  unlabelled: 'drops',
  attributes: 'drops',
  'attribute-types': 'drops',
  occluded: 'drops',
  truncated: 'drops',
  difficult: 'drops',
  crowd: 'drops',
  group: 'drops',
  order: { as: 'sequence' },
  prediction: 'drops',
  score: 'drops',
  author: 'drops',
  'region-id': 'drops',
  relation: 'drops',
  comment: 'drops',
  remark: 'drops',
  split: 'drops',
  'image-attributes': 'drops',
  'unused-label': 'drops',
  colour: 'drops',
  parent: 'drops',
  'label-attributes': 'drops',
  'label-skeleton': 'drops',
};

const NO_REGION: FormatRules['regions'] = {
  box: 'drops',
  'rotated-box': 'drops',
  polygon: 'drops',
  polyline: 'drops',
  point: 'drops',
  ellipse: 'drops',
  skeleton: 'drops',
  mask: 'drops',
  'image-class': 'drops',
};

const EACH_REGION: FormatRules['regions'] = {
  box: 'keeps',
  'rotated-box': 'keeps',
  polygon: 'keeps',
  polyline: 'keeps',
  point: 'keeps',
  ellipse: 'keeps',
  skeleton: 'keeps',
  mask: 'keeps',
  'image-class': 'keeps',
};

const AS_BOXES: FormatRules['regions'] = {
  ...NO_REGION,
  box: 'keeps',
  'rotated-box': { as: 'box' },
  polygon: { as: 'box' },
  ellipse: { as: 'box' },
  skeleton: { as: 'box' },
  mask: { as: 'box' },
};

const YOLO_THINGS: FormatRules['things'] = { ...NO_THING, split: 'keeps', 'unused-label': 'keeps' };
const plain = { ownAttributes: [], jointsByLabel: false } as const;

/**
 * What each format keeps, converts and drops. Writers see a document only after these rules were applied to it, so that
 * they can write nothing else; the guide's page is made of it.
 */
export const FORMAT_TABLE: Readonly<Record<ImageLabelFormat, FormatRules>> = {
  coco: {
    regions: {
      ...NO_REGION,
      box: 'keeps',
      'rotated-box': { as: 'polygon' },
      polygon: 'keeps',
      ellipse: { as: 'polygon' },
      skeleton: 'keeps',
      mask: 'keeps',
    },
    things: {
      ...NO_THING,
      attributes: 'keeps',
      'attribute-types': 'keeps',
      occluded: 'keeps',
      crowd: 'keeps',
      prediction: { as: 'scored' },
      score: 'keeps',
      'region-id': { as: 'numbers' },
      split: 'keeps',
      'unused-label': 'keeps',
      parent: 'keeps',
      'label-skeleton': 'keeps',
    },
    ownAttributes: ['occluded'],
    turnsBoxes: true,
    jointsByLabel: true,
  },
  'yolo-detect': { regions: AS_BOXES, things: YOLO_THINGS, ...plain },
  'yolo-segment': {
    regions: {
      ...NO_REGION,
      box: { as: 'polygon' },
      'rotated-box': { as: 'polygon' },
      polygon: 'keeps',
      ellipse: { as: 'polygon' },
      mask: { as: 'polygon' },
    },
    things: YOLO_THINGS,
    ...plain,
  },
  'yolo-pose': {
    regions: { ...NO_REGION, skeleton: 'keeps' },
    things: { ...YOLO_THINGS, 'label-skeleton': { as: 'without-bones' } },
    ownAttributes: [],
    jointsByLabel: true,
  },
  'yolo-obb': {
    regions: {
      ...NO_REGION,
      box: { as: 'rotated-box' },
      'rotated-box': 'keeps',
      polygon: { as: 'rotated-box' },
      ellipse: { as: 'rotated-box' },
      skeleton: { as: 'rotated-box' },
      mask: { as: 'rotated-box' },
    },
    things: YOLO_THINGS,
    ...plain,
  },
  voc: {
    regions: AS_BOXES,
    things: {
      ...NO_THING,
      attributes: 'keeps',
      'attribute-types': { as: 'texts' },
      occluded: 'keeps',
      truncated: 'keeps',
      difficult: 'keeps',
      split: 'keeps',
    },
    ...plain,
    turnsBoxes: true,
  },
  cvat: {
    regions: EACH_REGION,
    things: {
      ...NO_THING,
      attributes: 'keeps',
      'attribute-types': { as: 'texts-unless-defined' },
      occluded: 'keeps',
      group: 'keeps',
      order: 'keeps',
      prediction: 'keeps',
      split: 'keeps',
      'unused-label': 'keeps',
      colour: 'keeps',
      'label-attributes': 'keeps',
      'label-skeleton': 'keeps',
    },
    ownAttributes: [],
    jointsByLabel: true,
  },
  'label-studio': {
    regions: { ...EACH_REGION, polyline: 'drops', skeleton: 'drops' },
    things: {
      ...NO_THING,
      unlabelled: 'keeps',
      attributes: 'keeps',
      'attribute-types': { as: 'booleans-as-texts' },
      order: { as: 'sequence-by-author' },
      prediction: 'keeps',
      score: 'keeps',
      author: 'keeps',
      'region-id': 'keeps',
      relation: 'keeps',
      remark: 'keeps',
      split: 'keeps',
      'image-attributes': 'keeps',
    },
    ...plain,
    ownImageAttributes: ['image', 'width', 'height', 'split'],
    regionsByAuthor: true,
    unturnedIsBox: true,
  },
  datumaro: {
    regions: { ...EACH_REGION, 'rotated-box': { as: 'polygon' }, ellipse: { as: 'polygon' } },
    things: {
      ...NO_THING,
      unlabelled: 'keeps',
      attributes: 'keeps',
      'attribute-types': 'keeps',
      occluded: 'keeps',
      truncated: 'keeps',
      difficult: 'keeps',
      crowd: 'keeps',
      group: 'keeps',
      order: 'keeps',
      prediction: { as: 'scored' },
      score: 'keeps',
      'region-id': { as: 'numbers' },
      split: 'keeps',
      'image-attributes': 'keeps',
      'unused-label': 'keeps',
      colour: 'keeps',
      parent: 'keeps',
      'label-skeleton': 'keeps',
    },
    ownAttributes: ['occluded', 'truncated', 'difficult', 'is_crowd', 'score'],
    turnsBoxes: true,
    jointsByLabel: true,
    pointIsJoint: true,
  },
};
