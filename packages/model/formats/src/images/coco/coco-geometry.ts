import type { Geometry, SkeletonGeometry } from '@assay/contracts';
import {
  mergeRles,
  type RleResult,
  rleOfCounts,
  rleOfRings,
  rleOfString,
  rleToString,
} from '@assay/geometry';
import { type Fault, leftOut, MOST_POINTS, tooManyPoints } from '../check/check-geometry.ts';
import { arrayOf, isObject, numberOf } from '../check/json-value.ts';
import { type MaskRoom, tooManyRuns } from '../check/mask-room.ts';
import { boundsOfGeometry } from '../convert/geometry-bounds.ts';
import type { LabelSkeleton } from '../image-document.ts';
import type { PictureSize } from '../label-file.ts';

/** A shape that was found, or why there is none; a fault beside a geometry says what was changed. */
export type Found = { readonly geometry?: Geometry; readonly fault?: Fault };

/** The segmentation of an annotation: nothing where it has none. */
export function segmentationOf(segmentation: unknown, image: PictureSize, room: MaskRoom): Found {
  if (isObject(segmentation)) return maskOf(segmentation, image);
  const parts = arrayOf(segmentation);
  if (parts.length === 0) return {};
  // Some tools write the numbers of the only part without its brackets.
  const rings = Array.isArray(parts[0]) ? parts.map(ringOf) : [ringOf(parts)];
  if (rings.reduce((sum, ring) => sum + ring.length, 0) > MOST_POINTS) return { fault: tooManyPoints() };
  const whole = rings.filter((ring) => ring.length >= 3);
  if (rings.length === 1) return { geometry: { kind: 'polygon', version: 1, points: rings[0]! } };
  if (whole.length === 0) return { fault: leftOut('too-few-points', 'None of its parts has three points.') };
  if (whole.some((ring) => ring.some(({ x, y }) => !Number.isFinite(x + y)))) {
    return { fault: leftOut('not-a-number', 'A coordinate is missing, infinite or no number.') };
  }
  if (whole.length === 1) {
    const points = whole[0]!;
    return { geometry: { kind: 'polygon', version: 1, points }, fault: partsLeftOut(rings.length - 1) };
  }
  const most = room.most();
  if (whole.reduce((sum, ring) => sum + columnsOf(ring, image.width), 0) > most)
    return { fault: tooManyRuns(most) };
  // Each part is filled for itself and added, as pycocotools does it.
  const mask = mergeRles(
    whole.map((ring) => rleOfRings([ring], image.width, image.height)),
    'union',
  )!;
  room.spend(mask.counts.length);
  const { width, height } = mask;
  return {
    geometry: { kind: 'mask', version: 1, width, height, counts: rleToString(mask) },
    fault: {
      code: 'several-parts',
      message: `Its border has ${whole.length} parts.`,
      outcome: 'changed',
      kept: 'It was kept as one mask of the pixels inside of them.',
      next: 'Nothing needs to be done.',
    },
  };
}

/** How many columns of the image the edges of a ring go through, each counted for itself. */
function columnsOf(ring: readonly { x: number; y: number }[], width: number): number {
  const columnOf = ({ x }: { x: number }) => Math.min(Math.max(x, 0), width);
  return ring.reduce((sum, point, at) => sum + 1 + Math.abs(columnOf(point) - columnOf(ring.at(at - 1)!)), 0);
}

const partsLeftOut = (count: number): Fault => ({
  code: 'too-few-points',
  message: `${count} of its parts have fewer than three points.`,
  outcome: 'changed',
  kept: 'Those parts were left out; the rest of the region was kept.',
  next: 'Look at it, and correct it where it is wrong.',
});

/** Without the first point again at the end, which some tools write. */
function ringOf(numbers: unknown): { x: number; y: number }[] {
  const all = arrayOf(numbers);
  const points = Array.from({ length: Math.ceil(all.length / 2) }, (_, at) => ({
    x: numberOf(all[2 * at]),
    y: numberOf(all[2 * at + 1]),
  }));
  const [first, last] = [points[0], points.at(-1)];
  const isRepeated = points.length > 3 && first?.x === last?.x && first?.y === last?.y;
  return isRepeated ? points.slice(0, -1) : points;
}

function maskOf({ size, counts }: { readonly [key: string]: unknown }, image: PictureSize): Found {
  const [height, width] = arrayOf(size).map(numberOf);
  if (width !== image.width || height !== image.height) {
    const message = `The mask is of ${width} x ${height} pixels and the image of ${image.width} x ${image.height}.`;
    return { fault: leftOut('bad-mask', message) };
  }
  const mask: RleResult =
    typeof counts === 'string'
      ? rleOfString(width, height, counts)
      : rleOfCounts(width, height, arrayOf(counts).map(numberOf));
  if (!mask.ok) return { fault: leftOut('bad-mask', MASK_FAULTS[mask.reason]) };
  return { geometry: { kind: 'mask', version: 1, width, height, counts: rleToString(mask.value) } };
}

/** What is wrong with run lengths. */
export const MASK_FAULTS = {
  'bad-size': 'The mask has no size, or more pixels than are read.',
  'bad-run': 'A run length of the mask is no whole number of at least 0.',
  'wrong-sum': 'The run lengths of the mask do not sum to the pixels of the image.',
  'bad-character': 'The run lengths of the mask have a character that the format does not.',
  'cut-off': 'The run lengths of the mask end inside of a number.',
} as const;

const VISIBILITY = { 0: 'absent', 1: 'occluded', 2: 'visible' } as const;

/** The joints of an annotation, in the order of its category; nothing where it has none or all are absent. */
export function skeletonOf(keypoints: unknown, skeleton: LabelSkeleton | null): Found {
  const numbers = arrayOf(keypoints);
  if (numbers.length === 0) return {};
  const count = numbers.length / 3;
  if (!Number.isInteger(count) || (skeleton !== null && skeleton.joints.length !== count)) {
    const of = skeleton === null ? 'three each' : `three each of ${skeleton.joints.length} joints`;
    return { fault: leftOut('missing', `Its key points are ${numbers.length} numbers, not ${of}.`) };
  }
  const joints = Array.from({ length: count }, (_, at) =>
    jointOf(skeleton?.joints[at] ?? String(at + 1), numbers.slice(3 * at, 3 * at + 3)),
  );
  if (joints.every(({ visibility }) => visibility === 'absent')) return {};
  return { geometry: { kind: 'skeleton', version: 1, joints } };
}

function jointOf(name: string, [x, y, v]: readonly unknown[]): SkeletonGeometry['joints'][number] {
  const visibility = VISIBILITY[numberOf(v) as 0 | 1 | 2] as (typeof VISIBILITY)[0 | 1 | 2] | undefined;
  if (visibility === 'absent') return { name, x: 0, y: 0, visibility };
  return {
    name,
    x: visibility === undefined ? Number.NaN : numberOf(x),
    y: numberOf(y),
    visibility: visibility ?? 'visible',
  };
}

/** The box of an annotation; nothing where it has none. */
export function boxOf(bbox: unknown): Found {
  if (bbox === undefined || bbox === null) return {};
  const [x, y, width, height] = Array.from({ length: 4 }, (_, at) => numberOf(arrayOf(bbox)[at]));
  return { geometry: { kind: 'box', version: 1, x: x!, y: y!, width: width!, height: height! } };
}

/** What a box may differ from the bounds of joints and still say nothing more, in pixels. */
const SAME = 1e-6;

export function isBoundsOf(box: Geometry | undefined, geometry: Geometry): boolean {
  const [a, b] = [box === undefined ? undefined : boundsOfGeometry(box), boundsOfGeometry(geometry)];
  if (a === undefined || b === undefined) return a === b;
  return (['minX', 'minY', 'maxX', 'maxY'] as const).every((side) => Math.abs(a[side] - b[side]) <= SAME);
}
