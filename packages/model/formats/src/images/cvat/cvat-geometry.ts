import type { Geometry, SkeletonGeometry } from '@assay/contracts';
import { type Point, rleToString } from '@assay/geometry';
import { type Fault, leftOut, MOST_POINTS, tooManyPoints } from '../check/check-geometry.ts';
import { type MaskRoom, tooManyRuns } from '../check/mask-room.ts';
import { MASK_FAULTS } from '../coco/coco-geometry.ts';
import { maskOfRows } from '../convert/mask-box.ts';
import type { LabelSkeleton } from '../image-document.ts';
import type { PictureSize } from '../label-file.ts';
import type { XmlAttributes } from '../text/xml-events.ts';

const RADIANS = Math.PI / 180;

/** A shape as its element says it, or why there is none; several for points that are in one element. */
export function geometriesOfElement(
  name: string,
  attributes: XmlAttributes,
  image: PictureSize,
  room: MaskRoom,
): readonly Geometry[] | Fault {
  const number = (key: string) => numberOf(attributes[key]);
  // Before it is taken apart: each part of it takes many times its room.
  if (isLongerThan(attributes.points, ';', MOST_POINTS)) return tooManyPoints();
  switch (name) {
    case 'tag':
      return [{ kind: 'image-class', version: 1 }];
    case 'box':
      return [boxOf(number, attributes.rotation)];
    case 'ellipse':
      return [
        {
          kind: 'ellipse',
          version: 1,
          cx: number('cx'),
          cy: number('cy'),
          rx: number('rx'),
          ry: number('ry'),
          rotation: numberOf(attributes.rotation ?? '0') * RADIANS,
        },
      ];
    case 'polygon':
    case 'polyline':
      return [{ kind: name, version: 1, points: pointsOf(attributes.points) }];
    case 'points':
      return pointsOf(attributes.points).map(({ x, y }) => ({ kind: 'point', version: 1, x, y }));
    case 'mask':
      return maskOf(attributes.rle ?? '', number, image, room);
    default:
      return leftOut('unsupported', `There is nothing here that a ${name} could be.`);
  }
}

/** Texts as numbers: blank is none. */
const numberOf = (text: string | undefined): number =>
  text === undefined || text.trim() === '' ? Number.NaN : Number(text);

function boxOf(number: (key: string) => number, rotation: string | undefined): Geometry {
  const [left, top, right, bottom] = [number('xtl'), number('ytl'), number('xbr'), number('ybr')];
  const [width, height] = [right - left, bottom - top];
  if (rotation === undefined) return { kind: 'box', version: 1, x: left, y: top, width, height };
  return {
    kind: 'rotated-box',
    version: 1,
    cx: (left + right) / 2,
    cy: (top + bottom) / 2,
    width,
    height,
    rotation: numberOf(rotation) * RADIANS,
  };
}

/** Whether a text has more than so many parts. */
function isLongerThan(text: string | undefined, separator: string, most: number): boolean {
  let parts = 1;
  for (let at = text?.indexOf(separator) ?? -1; at >= 0 && parts <= most; parts += 1)
    at = text!.indexOf(separator, at + 1);
  return parts > most;
}

function pointsOf(text: string | undefined): Point[] {
  if (text === undefined || text.trim() === '') return [];
  return text.split(';').map((pair) => {
    const [x, y] = pair.split(',');
    return { x: numberOf(x), y: numberOf(y) };
  });
}

function maskOf(
  rle: string,
  number: (key: string) => number,
  image: PictureSize,
  room: MaskRoom,
): readonly Geometry[] | Fault {
  const [left, top, width, height] = [number('left'), number('top'), number('width'), number('height')];
  const isInside = left >= 0 && top >= 0 && left + width <= image.width && top + height <= image.height;
  if (![left, top, width, height].every(Number.isInteger) || width < 1 || height < 1 || !isInside)
    return leftOut('bad-mask', 'The mask does not lie in the image.');
  const most = room.most();
  if (isLongerThan(rle, ',', most)) return tooManyRuns(most);
  const runs = rle.split(',').map(numberOf);
  if (!runs.every((run) => Number.isInteger(run) && run >= 0))
    return leftOut('bad-mask', MASK_FAULTS['bad-run']);
  if (runs.reduce((sum, run) => sum + run, 0) !== width * height)
    return leftOut(
      'bad-mask',
      'The run lengths of the mask do not sum to the pixels of its part of the image.',
    );
  const mask = maskOfRows(runs, { left, top, width }, image, most);
  if (mask === undefined) return tooManyRuns(most);
  if (!mask.ok) return leftOut('bad-mask', MASK_FAULTS[mask.reason]);
  room.spend(mask.value.counts.length);
  return [
    { kind: 'mask', version: 1, width: image.width, height: image.height, counts: rleToString(mask.value) },
  ];
}

/** A joint inside of a skeleton. */
export function jointOfElement({
  label,
  points,
  outside,
  occluded,
}: XmlAttributes): SkeletonGeometry['joints'][number] {
  const name = label ?? '';
  if (outside === '1') return { name, x: 0, y: 0, visibility: 'absent' };
  const [point] = pointsOf(points?.split(';', 1)[0]);
  return {
    name,
    x: point?.x ?? Number.NaN,
    y: point?.y ?? Number.NaN,
    visibility: occluded === '1' ? 'occluded' : 'visible',
  };
}

/** Joints in the order of the label, with those that are not there absent; as they are where it has no skeleton. */
export function skeletonOf(joints: SkeletonGeometry['joints'], skeleton: LabelSkeleton | null): Geometry {
  if (skeleton === null) return { kind: 'skeleton', version: 1, joints };
  const absent = { x: 0, y: 0, visibility: 'absent' } as const;
  const ordered = skeleton.joints.map(
    (name) => joints.find((joint) => joint.name === name) ?? { name, ...absent },
  );
  return { kind: 'skeleton', version: 1, joints: ordered };
}
