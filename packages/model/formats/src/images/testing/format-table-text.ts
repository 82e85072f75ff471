import type { GeometryKind } from '@assay/contracts';
import { CONVERSIONS, type DocumentThing, documentThings, FORMAT_TABLE } from '../format-table.ts';
import { IMAGE_LABEL_FORMAT_NAMES, imageLabelFormats } from '../image-label-format.ts';
import { EACH_KIND } from './every-thing.ts';

const KINDS: Readonly<Record<GeometryKind, string>> = {
  box: 'box',
  'rotated-box': 'rotated box',
  polygon: 'polygon',
  polyline: 'polyline',
  point: 'point',
  ellipse: 'ellipse',
  skeleton: 'skeleton',
  mask: 'mask',
  'image-class': 'class of the image',
};

const THINGS: Readonly<Record<DocumentThing, string>> = {
  unlabelled: 'regions without a label',
  attributes: 'attributes of regions',
  'attribute-types': 'whether these are texts, numbers or booleans',
  occluded: 'occluded',
  truncated: 'truncated',
  difficult: 'difficult',
  crowd: 'crowd',
  group: 'groups of regions',
  order: 'what lies above what',
  prediction: 'that a region is a prediction',
  score: 'how sure a prediction is',
  author: 'who or what made a region',
  'region-id': 'ids of regions',
  relation: 'relations, with their labels',
  comment: 'comments',
  remark: 'flags of regions, with their remarks',
  split: 'splits',
  'image-attributes': 'attributes of images',
  'unused-label': 'labels that no region has',
  colour: 'colours of labels',
  parent: 'what a label is a kind of',
  'label-attributes': 'which attributes a label has',
  'label-skeleton': 'joints and bones of a label',
};

/** The tables of the guide: of kinds of regions, and of everything else. */
export function formatTables(): string[] {
  const names = imageLabelFormats.map((format) => IMAGE_LABEL_FORMAT_NAMES[format]);
  const regions = (Object.keys(EACH_KIND) as GeometryKind[]).map((kind) => [
    KINDS[kind],
    ...imageLabelFormats.map((format) => {
      const fate = FORMAT_TABLE[format].regions[kind];
      return typeof fate === 'string' ? fate : `→ ${KINDS[fate.as]}`;
    }),
  ]);
  const things = documentThings.map((thing) => [
    THINGS[thing],
    ...imageLabelFormats.map((format) => {
      const fate = FORMAT_TABLE[format].things[thing];
      return typeof fate === 'string' ? fate : `→ ${CONVERSIONS[fate.as]}`;
    }),
  ]);
  return [tableOf(['regions', ...names], regions), tableOf(['everything else', ...names], things)];
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at]!.length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
