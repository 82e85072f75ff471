import { orient2d } from 'robust-predicates';
import { distance, type Point } from './point.ts';

/** A straight way between two points, which may be the same one. */
export type Segment = readonly [Point, Point];

/** The point of a segment that is nearest to `point`, and how far along it lies: 0 at the first end, 1 at the second. */
export function nearestOnSegment([a, b]: Segment, point: Point): { point: Point; along: number } {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : ((point.x - a.x) * dx + (point.y - a.y) * dy) / squared;
  const within = Math.min(1, Math.max(0, along));
  return { point: { x: a.x + within * dx, y: a.y + within * dy }, along: within };
}

/** Distance of a point from a segment. */
export function distanceToSegment(segment: Segment, point: Point): number {
  return distance(nearestOnSegment(segment, point).point, point);
}

/**
 * On which side of the way from `a` to `b` a point lies: above 0, below 0, or 0 exactly on the line through them.
 * Exact for every input (adaptive precision, Shewchuk 1997).
 */
export const sideOf = (a: Point, b: Point, point: Point): number =>
  orient2d(a.x, a.y, b.x, b.y, point.x, point.y);

/** Do two segments share a point, ends included? Exact. */
export function segmentsMeet([a, b]: Segment, [c, d]: Segment): boolean {
  const [atC, atD] = [Math.sign(sideOf(a, b, c)), Math.sign(sideOf(a, b, d))];
  const [atA, atB] = [Math.sign(sideOf(c, d, a)), Math.sign(sideOf(c, d, b))];
  if (atC * atD < 0 && atA * atB < 0) return true;
  return (
    (atC === 0 && isWithin(a, b, c)) ||
    (atD === 0 && isWithin(a, b, d)) ||
    (atA === 0 && isWithin(c, d, a)) ||
    (atB === 0 && isWithin(c, d, b))
  );
}

/** Is a point that is known to be on the line through `a` and `b` between them? */
const isWithin = (a: Point, b: Point, point: Point): boolean =>
  point.x >= Math.min(a.x, b.x) &&
  point.x <= Math.max(a.x, b.x) &&
  point.y >= Math.min(a.y, b.y) &&
  point.y <= Math.max(a.y, b.y);

/**
 * The point in which two segments cross; undefined when they do not meet, or lie on one line and so have no single one.
 * Its coordinates are rounded as every quotient of floats is.
 */
export function crossingOf(first: Segment, second: Segment): Point | undefined {
  if (!segmentsMeet(first, second)) return undefined;
  const [[a, b], [c, d]] = [first, second];
  const determinant = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x);
  if (determinant === 0) return undefined;
  const along = ((c.x - a.x) * (d.y - c.y) - (c.y - a.y) * (d.x - c.x)) / determinant;
  const within = Math.min(1, Math.max(0, along));
  return { x: a.x + within * (b.x - a.x), y: a.y + within * (b.y - a.y) };
}
