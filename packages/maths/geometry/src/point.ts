/** A place in image pixels, as fractions of them: (0, 0) is the upper left corner of the image, y grows downwards. */
export type Point = { readonly x: number; readonly y: number };

export const addPoints = (a: Point, b: Point): Point => ({ x: a.x + b.x, y: a.y + b.y });
export const subtractPoints = (a: Point, b: Point): Point => ({ x: a.x - b.x, y: a.y - b.y });
export const scalePoint = (point: Point, factor: number): Point => ({
  x: point.x * factor,
  y: point.y * factor,
});

/** The point halfway between two. */
export const midpoint = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

/** Euclidean distance. */
export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

export const isFinitePoint = ({ x, y }: Point): boolean => Number.isFinite(x) && Number.isFinite(y);

export const areSamePoint = (a: Point, b: Point): boolean => a.x === b.x && a.y === b.y;

/** `point` turned about `centre` by an angle in radians, clockwise as it is seen (y grows downwards). */
export function rotatePoint(point: Point, centre: Point, angle: number): Point {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const { x, y } = subtractPoints(point, centre);
  return { x: centre.x + x * cos - y * sin, y: centre.y + x * sin + y * cos };
}

/** Angle of the way from `from` to `to` in radians, -pi to pi: 0 to the right, pi / 2 down. */
export const angleTo = (from: Point, to: Point): number => Math.atan2(to.y - from.y, to.x - from.x);
