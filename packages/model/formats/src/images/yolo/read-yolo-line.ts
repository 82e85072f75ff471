import type { Geometry, RotatedBoxGeometry, SkeletonGeometry } from '@assay/contracts';
import { type Point, rotatedCorners } from '@assay/geometry';
import { type Fault, leftOut } from '../check/check-geometry.ts';
import { isBoundsOf } from '../coco/coco-geometry.ts';
import type { ImageLabel } from '../image-document.ts';
import type { ImageLabelFormat } from '../image-label-format.ts';
import type { PictureSize } from '../label-file.ts';
import type { YoloData } from './read-yolo-data.ts';

export type YoloLine = {
  readonly label: number;
  /** Two where a box says more than the joints in it. */
  readonly geometries: readonly Geometry[];
  /** Of predictions. */
  readonly score: number | undefined;
  readonly fault: Fault | undefined;
};

/** How the numbers behind the class are read. */
type Numbers = { readonly numbers: readonly number[]; readonly image: PictureSize };

const POSE = 'yolo-pose';
const OBB = 'yolo-obb';

/** Reads one line, or tells what is wrong with it. */
export function readYoloLine(
  line: string,
  format: ImageLabelFormat,
  image: PictureSize,
  { labels, joints }: YoloData,
): YoloLine | Fault {
  const [label, ...numbers] = line.trim().split(/\s+/).map(Number) as [number, ...number[]];
  if (!Number.isInteger(label) || label < 0)
    return leftOut('unknown-label', 'It does not begin with the number of a class.');
  const given = { numbers, image };
  if (format === POSE) return poseOf(label, given, labels[label], joints);
  if (format === OBB) return cornersLine(label, given);
  return shapeLine(label, given);
}

const wrongCount = (count: number, expected: string): Fault =>
  leftOut('missing', `Behind the class are ${count} numbers, not ${expected}.`);

/** Four numbers are a box, an even number from six on a polygon; one more is the score of a prediction. */
function shapeLine(label: number, { numbers, image }: Numbers): YoloLine | Fault {
  const { length } = numbers;
  if (length < 4) return wrongCount(length, '4 of a box or an even number of a polygon');
  const score = length % 2 === 1 ? numbers.at(-1) : undefined;
  const shape = score === undefined ? numbers : numbers.slice(0, -1);
  const geometry: Geometry =
    shape.length === 4
      ? boxOf(shape, image)
      : { kind: 'polygon', version: 1, points: pointsOf(shape, image) };
  return { label, geometries: [geometry], score, fault: undefined };
}

function cornersLine(label: number, { numbers, image }: Numbers): YoloLine | Fault {
  if (numbers.length !== 8 && numbers.length !== 9) return wrongCount(numbers.length, '8 of four corners');
  const points = pointsOf(numbers.slice(0, 8), image);
  const box = rectangleOf(points) ?? rectangleOfOther(points);
  const fault: Fault | undefined =
    box !== undefined
      ? undefined
      : {
          code: 'unsupported',
          message: 'Its four corners are no rectangle.',
          outcome: 'changed',
          kept: 'It was kept as a polygon of these corners.',
          next: 'Look at it, and draw a rotated box where one is meant.',
        };
  return { label, geometries: [box ?? { kind: 'polygon', version: 1, points }], score: numbers[8], fault };
}

/** What corners may be away from those of a rectangle: half a pixel, or a hundredth of its size. */
const SLACK = { pixels: 0.5, share: 0.01 } as const;

/**
 * Of corners that go the other way round, as Ultralytics writes what it predicts. Where they begin says nothing there: the
 * rectangle is the one that is turned less.
 */
function rectangleOfOther(points: readonly Point[]): RotatedBoxGeometry | undefined {
  const [a, b, c, d] = points as [Point, Point, Point, Point];
  const box = rectangleOf([a, d, c, b]);
  return box === undefined || Math.cos(box.rotation) > 0 ? box : rectangleOf([c, b, a, d]);
}

function rectangleOf(points: readonly Point[]): RotatedBoxGeometry | undefined {
  const [a, b, c, d] = points as [Point, Point, Point, Point];
  const [across, down] = [Math.hypot(b.x - a.x, b.y - a.y), Math.hypot(d.x - a.x, d.y - a.y)];
  const rotation =
    across > 0
      ? Math.atan2(b.y - a.y, b.x - a.x)
      : down > 0
        ? Math.atan2(d.y - a.y, d.x - a.x) - Math.PI / 2
        : 0;
  const [cx, cy] = [(a.x + b.x + c.x + d.x) / 4, (a.y + b.y + c.y + d.y) / 4];
  const box = { kind: 'rotated-box', version: 1, cx, cy, width: across, height: down, rotation } as const;
  if (![cx, cy].every(Number.isFinite)) return box;
  const slack = Math.max(SLACK.pixels, SLACK.share * Math.max(across, down));
  const isOne = rotatedCorners(box).every(({ x, y }, at) => {
    const point = points[at]!;
    return Math.hypot(point.x - x, point.y - y) <= slack;
  });
  return isOne ? box : undefined;
}

function poseOf(
  label: number,
  { numbers, image }: Numbers,
  named: ImageLabel | undefined,
  said: YoloData['joints'],
): YoloLine | Fault {
  const rest = numbers.length - 4;
  const joints = said ?? { count: Math.floor(rest / 3), numbers: 3 };
  const expected = joints.count * joints.numbers;
  if (expected < 1 || (rest !== expected && rest !== expected + 1))
    return wrongCount(numbers.length, `${4 + expected} of a box and ${joints.count} joints`);
  const box = boxOf(numbers, image);
  const names = named?.skeleton?.joints;
  const placed = Array.from({ length: names?.length ?? joints.count }, (_, at) => {
    const from = 4 + at * joints.numbers;
    return jointOf(names?.[at] ?? String(at + 1), numbers.slice(from, from + joints.numbers), image);
  });
  const skeleton: Geometry = { kind: 'skeleton', version: 1, joints: placed };
  const isEmpty = placed.every(({ visibility }) => visibility === 'absent');
  const geometries = isEmpty ? [box] : isBoundsOf(box, skeleton) ? [skeleton] : [box, skeleton];
  return { label, geometries, score: rest > expected ? numbers.at(-1) : undefined, fault: undefined };
}

const VISIBILITY = ['absent', 'occluded', 'visible'] as const;

/** Without a visibility, a joint at the very corner of the image is absent. */
function jointOf(
  name: string,
  [x, y, v]: readonly number[],
  { width, height }: PictureSize,
): SkeletonGeometry['joints'][number] {
  const isAbsent = v === undefined ? x === 0 && y === 0 : v === 0;
  if (isAbsent) return { name, x: 0, y: 0, visibility: 'absent' };
  // Predictions have how sure the model is in place of the visibility.
  const visibility = v === undefined ? 'visible' : (VISIBILITY[v] ?? (v > 0.5 ? 'visible' : 'occluded'));
  return { name, x: (x ?? Number.NaN) * width, y: (y ?? Number.NaN) * height, visibility };
}

function boxOf(numbers: readonly number[], image: PictureSize): Geometry {
  const [x, y, across, down] = numbers as [number, number, number, number];
  const [width, height] = [across * image.width, down * image.height];
  return {
    kind: 'box',
    version: 1,
    x: x * image.width - width / 2,
    y: y * image.height - height / 2,
    width,
    height,
  };
}

function pointsOf(numbers: readonly number[], { width, height }: PictureSize): Point[] {
  return Array.from({ length: numbers.length / 2 }, (_, at) => ({
    x: numbers[2 * at]! * width,
    y: numbers[2 * at + 1]! * height,
  }));
}
