import { distance, nearestOnSegment, type Point } from '@assay/geometry';
import type { Border } from '../shapes/shape-module.ts';
import { edgesOfBorder } from './snapping.ts';

/**
 * The corners of a border between two points on it, on the shorter way: what two neighbours share is drawn once. None
 * where both points lie on one edge, or one of them does not lie on the border.
 */
export function cornersBetween(border: Border, from: Point, to: Point): Point[] {
  const { points, isClosed } = border;
  const [first, second] = [edgeOf(border, from), edgeOf(border, to)];
  if (first === undefined || second === undefined || first === second) return [];
  const ways = [forwards(points, first, second)];
  const back = forwards(points, second, first).toReversed();
  if (isClosed) ways.push(back);
  const [shortest] =
    !isClosed && second < first
      ? [back]
      : ways.sort((a, b) => lengthOf([from, ...a, to]) - lengthOf([from, ...b, to]));
  return shortest!.filter((corner) => distance(corner, from) > ON_BORDER && distance(corner, to) > ON_BORDER);
}

/** How far rounding may take a point from the border that it lies on, in pixels. */
const ON_BORDER = 1e-6;

/** The edge on which a point lies. */
function edgeOf(border: Border, point: Point): number | undefined {
  const at = edgesOfBorder(border).findIndex(
    (edge) => distance(nearestOnSegment(edge, point).point, point) <= ON_BORDER,
  );
  return at === -1 ? undefined : at;
}

/** The corners that are passed on the way from one edge on to another. */
function forwards(points: readonly Point[], from: number, to: number): Point[] {
  const corners: Point[] = [];
  for (let at = from; at !== to; at = (at + 1) % points.length) {
    corners.push(points[(at + 1) % points.length]!);
  }
  return corners;
}

const lengthOf = (points: readonly Point[]): number =>
  points.slice(1).reduce((sum, point, at) => sum + distance(points[at]!, point), 0);
