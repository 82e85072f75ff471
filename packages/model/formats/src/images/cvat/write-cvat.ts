import type { Geometry } from '@assay/contracts';
import { type Point, rleOfString } from '@assay/geometry';
import type { ConformedDocument } from '../convert/conform-document.ts';
import { boxOfMask, runsOfPixels } from '../convert/mask-box.ts';
import type { ImageAttribute, ImageLabel, ImageRegion, LabelledImage } from '../image-document.ts';
import type { WrittenFile } from '../label-file.ts';
import { textChunks } from '../text/text-chunks.ts';
import { xmlAttributes, xmlLine, xmlText } from '../text/xml-text.ts';
import { svgOfSkeleton } from './cvat-skeleton.ts';

const DEGREES = 180 / Math.PI;

/** CVAT for images 1.1: one `annotations.xml`, with the split of each image as its subset. */
export async function* writeCvat(document: ConformedDocument): AsyncGenerator<WrittenFile> {
  yield { path: 'annotations.xml', chunks: textChunks(piecesOf(document)) };
}

async function* piecesOf({ labels, splits, images }: ConformedDocument): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="utf-8"?>\n<annotations>\n  <version>1.1</version>\n';
  yield '  <meta>\n    <task>\n      <labels>\n';
  for (const label of labels) yield labelElement(label);
  yield '      </labels>\n    </task>\n  </meta>\n';
  const numbers = { image: 0, group: 0 };
  for (const split of splits) {
    for await (const image of images(split)) {
      yield imageElement(image, numbers);
      numbers.image += 1;
    }
  }
  yield '</annotations>\n';
}

function labelElement({ name, colour, attributes, skeleton }: ImageLabel): string {
  const [type, drawing] =
    skeleton === null ? ['any', ''] : ['skeleton', xmlLine(10, 'svg', svgOfSkeleton(skeleton))];
  const joints = (skeleton?.joints ?? []).map((joint) =>
    element('label', [
      ['name', joint],
      ['type', 'points'],
      ['parent', name],
    ]),
  );
  return [
    '        <label>\n',
    xmlLine(10, 'name', name),
    colour === null ? '' : xmlLine(10, 'color', colour),
    xmlLine(10, 'type', type!),
    '          <attributes>\n',
    ...attributes.map(attributeElement),
    '          </attributes>\n',
    drawing,
    '        </label>\n',
    ...joints,
  ].join('');
}

const element = (name: string, lines: readonly (readonly [string, string])[]): string =>
  `        <${name}>\n${lines.map(([line, text]) => xmlLine(10, line, text)).join('')}        </${name}>\n`;

/** How values are put in, and which there are; of a number the least, the greatest and the step. */
const INPUTS = {
  text: ['text', ''],
  number: ['number', '-1000000\n1000000\n1'],
  boolean: ['checkbox', 'false'],
  choice: ['select', ''],
} as const;

function attributeElement({ name, kind, choices }: ImageAttribute): string {
  const [input, values] = INPUTS[kind];
  return [
    '            <attribute>\n',
    xmlLine(14, 'name', name),
    xmlLine(14, 'mutable', 'False'),
    xmlLine(14, 'input_type', input),
    xmlLine(14, 'default_value', ''),
    xmlLine(14, 'values', kind === 'choice' ? choices.join('\n') : values),
    '            </attribute>\n',
  ].join('');
}

function imageElement(image: LabelledImage, numbers: { image: number; group: number }): string {
  const { path, width, height, split, regions } = image;
  const groups = new Map<string, number>();
  const groupOf = (group: string | null) => {
    if (group === null) return undefined;
    if (!groups.has(group)) {
      numbers.group += 1;
      groups.set(group, numbers.group);
    }
    return groups.get(group);
  };
  const attributes = { id: numbers.image, name: path, subset: split ?? undefined, width, height };
  return `  <image${xmlAttributes(attributes)}>\n${regions.map((region) => regionElement(region, groupOf(region.group))).join('')}  </image>\n`;
}

function regionElement(region: ImageRegion, group: number | undefined): string {
  const { geometry, label, occluded, order, origin, attributes } = region;
  const isTag = geometry.kind === 'image-class';
  const common = {
    label: label ?? '',
    source: origin === 'prediction' ? 'auto' : 'manual',
    occluded: isTag ? undefined : Number(occluded),
    z_order: isTag ? undefined : order,
    group_id: group,
  };
  const shape = shapeOf(geometry);
  const values = Object.entries(attributes).map(
    ([name, value]) => `      <attribute name="${xmlText(name)}">${xmlText(String(value))}</attribute>\n`,
  );
  return `    <${shape.name}${xmlAttributes({ ...common, ...shape.attributes })}>\n${shape.inside ?? ''}${values.join('')}    </${shape.name}>\n`;
}

type Shape = {
  name: string;
  attributes: Readonly<Record<string, string | number | undefined>>;
  inside?: string;
};

function shapeOf(geometry: Geometry): Shape {
  switch (geometry.kind) {
    case 'box': {
      const { x, y, width, height } = geometry;
      return { name: 'box', attributes: { xtl: x, ytl: y, xbr: x + width, ybr: y + height } };
    }
    case 'rotated-box': {
      const { cx, cy, width, height, rotation } = geometry;
      const [right, down] = [width / 2, height / 2];
      const corners = { xtl: cx - right, ytl: cy - down, xbr: cx + right, ybr: cy + down };
      return { name: 'box', attributes: { ...corners, rotation: rotation * DEGREES } };
    }
    case 'polygon':
    case 'polyline':
      return { name: geometry.kind, attributes: { points: pointsText(geometry.points) } };
    case 'point':
      return { name: 'points', attributes: { points: pointsText([geometry]) } };
    case 'ellipse': {
      const { cx, cy, rx, ry, rotation } = geometry;
      return { name: 'ellipse', attributes: { cx, cy, rx, ry, rotation: rotation * DEGREES } };
    }
    case 'skeleton':
      return { name: 'skeleton', attributes: {}, inside: geometry.joints.map(jointElement).join('') };
    case 'mask':
      return { name: 'mask', attributes: maskAttributes(geometry) };
    case 'image-class':
      return { name: 'tag', attributes: {} };
  }
}

const pointsText = (points: readonly Point[]): string => points.map(({ x, y }) => `${x},${y}`).join(';');

function jointElement(joint: { name: string; x: number; y: number; visibility: string }): string {
  const attributes = {
    label: joint.name,
    outside: Number(joint.visibility === 'absent'),
    occluded: Number(joint.visibility === 'occluded'),
    points: pointsText([joint]),
  };
  return `      <points${xmlAttributes(attributes)}></points>\n`;
}

/** Run lengths of the rows of the part in which the mask lies; of an empty one, of a pixel outside. */
function maskAttributes({ width, height, counts }: Extract<Geometry, { kind: 'mask' }>) {
  const mask = rleOfString(width, height, counts);
  const box = mask.ok ? boxOfMask(mask.value) : undefined;
  if (box === undefined) return { rle: '1', left: 0, top: 0, width: 1, height: 1 };
  return {
    rle: runsOfPixels(box.pixels).join(', '),
    left: box.left,
    top: box.top,
    width: box.width,
    height: box.height,
  };
}
