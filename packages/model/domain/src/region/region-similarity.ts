import type { Geometry, PolylineGeometry, SkeletonGeometry } from '@assay/contracts';
import { distance, distanceToSegment, type Point } from '@assay/geometry';
import { geometryIou } from './geometry-iou.ts';

/** Pixels of the image by which a point or a line may be off until its similarity has fallen to .61 (one sigma). */
export const POINT_SIGMA = 10;

/**
 * How far off a joint may be, as a share of the root of the area of the skeleton: 2 sigma of COCO, for the mean of the
 * sigmas that COCO measured of its 17 joints (.067).
 */
const JOINT_SPREAD = (2 * 1.138) / 17;

const gauss = (away: number, sigma: number): number => Math.exp(-(away ** 2) / (2 * sigma ** 2));

/**
 * How alike two geometries are, 0 to 1, or undefined where they cannot be compared:
 *
 * - of two with an inside, intersection over union;
 * - of two skeletons, object keypoint similarity (OKS, as COCO defines it: the mean over joints of exp(-d^2 / (2 s^2
 *   k^2)), s^2 the area) over the joints that either has, one that only one has counting 0. The area is that of the
 *   smallest upright rectangle around the joints of both, and one k serves all joints, since sigmas are measured per
 *   data set;
 * - of two points, exp(-d^2 / (2 * 10^2)) with d in pixels of the image; of two lines the same of the mean distance of
 *   the corners of each from the other;
 * - of two classes of the whole image, 1.
 *
 * Source: https://cocodataset.org/#keypoints-eval for OKS.
 */
export function regionSimilarity(a: Geometry, b: Geometry): number | undefined {
  if (a.kind === 'image-class' && b.kind === 'image-class') return 1;
  if (a.kind === 'point' && b.kind === 'point') return gauss(distance(a, b), POINT_SIGMA);
  if (a.kind === 'polyline' && b.kind === 'polyline') return gauss(lineDistance(a, b), POINT_SIGMA);
  if (a.kind === 'skeleton' && b.kind === 'skeleton') return keypointSimilarity(a, b);
  return geometryIou(a, b);
}

function lineDistance(a: PolylineGeometry, b: PolylineGeometry): number {
  const mean = (points: readonly Point[], line: readonly Point[]) =>
    points.reduce((sum, point) => sum + distanceToLine(point, line), 0) / points.length;
  return (mean(a.points, b.points) + mean(b.points, a.points)) / 2;
}

function distanceToLine(point: Point, line: readonly Point[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let at = 1; at < line.length; at += 1) {
    const [from, to] = [line[at - 1], line[at]];
    if (from !== undefined && to !== undefined) least = Math.min(least, distanceToSegment([from, to], point));
  }
  return least;
}

function keypointSimilarity(a: SkeletonGeometry, b: SkeletonGeometry): number | undefined {
  const there = ({ joints }: SkeletonGeometry) =>
    new Map(joints.filter(({ visibility }) => visibility !== 'absent').map((joint) => [joint.name, joint]));
  const [left, right] = [there(a), there(b)];
  const names = new Set([...left.keys(), ...right.keys()]);
  if (names.size === 0) return undefined;
  const all = [...left.values(), ...right.values()];
  const reach = (of: (point: Point) => number) => Math.max(...all.map(of)) - Math.min(...all.map(of));
  // One joint, or joints in a line, have no area: a pixel each way keeps the scale above 0.
  const area =
    Math.max(
      1,
      reach(({ x }) => x),
    ) *
    Math.max(
      1,
      reach(({ y }) => y),
    );
  const sigma = Math.sqrt(area) * JOINT_SPREAD;
  let sum = 0;
  for (const name of names) {
    const [from, to] = [left.get(name), right.get(name)];
    if (from !== undefined && to !== undefined) sum += gauss(distance(from, to), sigma);
  }
  return sum / names.size;
}
