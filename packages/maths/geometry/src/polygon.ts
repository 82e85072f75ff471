import { boundsOfPoints } from './bounds.ts';
import type { Point } from './point.ts';
import { distanceToSegment, type Segment } from './segment.ts';

/** A closed way: from each point to the next, and from the last to the first, which is not repeated. */
export type Ring = readonly Point[];

/** The edges of a ring; of fewer than two points, none. */
export function edgesOf(ring: Ring): Segment[] {
  if (ring.length < 2) return [];
  return ring.map((point, at) => [point, ring[(at + 1) % ring.length]!] as const);
}

/** The stretches of an open way from point to point. */
export function stretchesOf(points: readonly Point[]): Segment[] {
  return points.slice(1).map((point, at) => [points[at]!, point] as const);
}

/**
 * Area by the shoelace formula, in square pixels: positive when the ring goes clockwise as it is seen. Of a ring that
 * crosses itself, the parts on both sides are set off against each other.
 */
export function signedArea(ring: Ring): number {
  const origin = ring[0];
  if (origin === undefined) return 0;
  let twice = 0;
  // Taken from its first point, so that a small ring far from the origin keeps its digits.
  for (const [a, b] of edgesOf(ring)) {
    twice += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y);
  }
  return twice / 2;
}

/** Area without its sign. */
export const ringArea = (ring: Ring): number => Math.abs(signedArea(ring));

/** Length of all edges. */
export const perimeter = (ring: Ring): number =>
  edgesOf(ring).reduce((sum, [a, b]) => sum + Math.hypot(b.x - a.x, b.y - a.y), 0);

/**
 * Centre of gravity of the area; of a ring without area, the middle of its bounds; undefined for no points.
 */
export function centroid(ring: Ring): Point | undefined {
  const bounds = boundsOfPoints(ring);
  if (bounds === undefined) return undefined;
  const [middleX, middleY] = [(bounds.minX + bounds.maxX) / 2, (bounds.minY + bounds.maxY) / 2];
  const area = signedArea(ring);
  if (area === 0) return { x: middleX, y: middleY };
  let [x, y] = [0, 0];
  for (const [a, b] of edgesOf(ring)) {
    const cross = (a.x - middleX) * (b.y - middleY) - (b.x - middleX) * (a.y - middleY);
    x += (a.x + b.x - 2 * middleX) * cross;
    y += (a.y + b.y - 2 * middleY) * cross;
  }
  return { x: middleX + x / (6 * area), y: middleY + y / (6 * area) };
}

/**
 * Is a point inside, by the even-odd rule? A point on the border may count as either; use `distanceToRing` where that
 * matters.
 */
export function ringContains(ring: Ring, { x, y }: Point): boolean {
  let inside = false;
  for (const [a, b] of edgesOf(ring)) {
    if (a.y > y === b.y > y) continue;
    if (x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)) inside = !inside;
  }
  return inside;
}

/** Distance of a point from the border of a ring, inside or outside; Infinity for no points. */
export function distanceToRing(ring: Ring, point: Point): number {
  if (ring.length === 1) return distanceToSegment([ring[0]!, ring[0]!], point);
  return edgesOf(ring).reduce((least, edge) => Math.min(least, distanceToSegment(edge, point)), Infinity);
}
