import { type Bounds, boundsOfPoints } from './bounds.ts';
import { type Point, rotatePoint } from './point.ts';

/**
 * A rectangle turned about its centre (cx, cy): width and height before it was turned, at least 0, rotation in radians,
 * clockwise as it is seen.
 */
export type RotatedBox = {
  readonly cx: number;
  readonly cy: number;
  readonly width: number;
  readonly height: number;
  readonly rotation: number;
};

/** The corners, clockwise from that which is the upper left one before turning. */
export function rotatedCorners({ cx, cy, width, height, rotation }: RotatedBox): Point[] {
  const centre = { x: cx, y: cy };
  const [right, down] = [width / 2, height / 2];
  return [
    { x: cx - right, y: cy - down },
    { x: cx + right, y: cy - down },
    { x: cx + right, y: cy + down },
    { x: cx - right, y: cy + down },
  ].map((corner) => rotatePoint(corner, centre, rotation));
}

/** The smallest bounds around a rotated box. */
export const boundsOfRotatedBox = (box: RotatedBox): Bounds => boundsOfPoints(rotatedCorners(box))!;

/** A point as the box sees it: from its centre, along its own axes. */
export function pointInBox({ cx, cy, rotation }: RotatedBox, point: Point): Point {
  const turned = rotatePoint(point, { x: cx, y: cy }, -rotation);
  return { x: turned.x - cx, y: turned.y - cy };
}

/** Is a point in the box, or at most `margin` outside of a side of it? */
export function rotatedBoxContains(box: RotatedBox, point: Point, margin = 0): boolean {
  const { x, y } = pointInBox(box, point);
  return Math.abs(x) <= box.width / 2 + margin && Math.abs(y) <= box.height / 2 + margin;
}

/** The same angle between -pi (left out) and pi. */
export function normaliseAngle(angle: number): number {
  const turn = 2 * Math.PI;
  const within = angle - turn * Math.round(angle / turn);
  return within <= -Math.PI ? within + turn : within;
}
