import type { Point } from './point.ts';

/** A rectangle along the axes, its borders included: minX <= maxX and minY <= maxY. */
export type Bounds = {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
};

/** The smallest bounds around points; undefined for none. */
export function boundsOfPoints(points: Iterable<Point>): Bounds | undefined {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    if (x < minX) minX = x;
    if (y < minY) minY = y;
    if (x > maxX) maxX = x;
    if (y > maxY) maxY = y;
  }
  return minX > maxX ? undefined : { minX, minY, maxX, maxY };
}

/** The bounds with two opposite corners, whichever they are. */
export const boundsOfCorners = (a: Point, b: Point): Bounds => ({
  minX: Math.min(a.x, b.x),
  minY: Math.min(a.y, b.y),
  maxX: Math.max(a.x, b.x),
  maxY: Math.max(a.y, b.y),
});

/** The smallest bounds around all of these; undefined for none. */
export function uniteBounds(all: Iterable<Bounds>): Bounds | undefined {
  let united: Bounds | undefined;
  for (const each of all) {
    united =
      united === undefined
        ? each
        : {
            minX: Math.min(united.minX, each.minX),
            minY: Math.min(united.minY, each.minY),
            maxX: Math.max(united.maxX, each.maxX),
            maxY: Math.max(united.maxY, each.maxY),
          };
  }
  return united;
}

/** Bounds that reach further on each side. */
export const padBounds = (bounds: Bounds, by: number): Bounds => ({
  minX: bounds.minX - by,
  minY: bounds.minY - by,
  maxX: bounds.maxX + by,
  maxY: bounds.maxY + by,
});

export const widthOf = (bounds: Bounds): number => bounds.maxX - bounds.minX;
export const heightOf = (bounds: Bounds): number => bounds.maxY - bounds.minY;
export const areaOfBounds = (bounds: Bounds): number => widthOf(bounds) * heightOf(bounds);
export const centreOf = (bounds: Bounds): Point => ({
  x: (bounds.minX + bounds.maxX) / 2,
  y: (bounds.minY + bounds.maxY) / 2,
});

/** The corners, clockwise from the upper left. */
export const cornersOf = ({ minX, minY, maxX, maxY }: Bounds): Point[] => [
  { x: minX, y: minY },
  { x: maxX, y: minY },
  { x: maxX, y: maxY },
  { x: minX, y: maxY },
];

export const boundsContainPoint = (bounds: Bounds, { x, y }: Point): boolean =>
  x >= bounds.minX && x <= bounds.maxX && y >= bounds.minY && y <= bounds.maxY;

export const boundsContain = (outer: Bounds, inner: Bounds): boolean =>
  inner.minX >= outer.minX &&
  inner.maxX <= outer.maxX &&
  inner.minY >= outer.minY &&
  inner.maxY <= outer.maxY;

/** Do they share a point? Touching borders do. */
export const boundsMeet = (a: Bounds, b: Bounds): boolean =>
  a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY;

/** What two bounds have in common; undefined when they share no point. */
export function intersectBounds(a: Bounds, b: Bounds): Bounds | undefined {
  if (!boundsMeet(a, b)) return undefined;
  return {
    minX: Math.max(a.minX, b.minX),
    minY: Math.max(a.minY, b.minY),
    maxX: Math.min(a.maxX, b.maxX),
    maxY: Math.min(a.maxY, b.maxY),
  };
}
