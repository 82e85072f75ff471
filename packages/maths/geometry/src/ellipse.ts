import { rotatePoint } from './point.ts';
import type { Ring } from './polygon.ts';

/** Corners of the polygon that stands for the border: no further from it than .12% of the longer radius. */
const CORNERS = 64;

/** An ellipse by its centre, its radii along its own axes, and its turn in radians, clockwise as it is seen. */
export type Ellipse = {
  readonly cx: number;
  readonly cy: number;
  readonly rx: number;
  readonly ry: number;
  readonly rotation: number;
};

/** The border of an ellipse as a polygon with its corners on it. */
export function ringOfEllipse({ cx, cy, rx, ry, rotation }: Ellipse): Ring {
  return Array.from({ length: CORNERS }, (_, at) => {
    const angle = (at / CORNERS) * 2 * Math.PI;
    const corner = { x: cx + rx * Math.cos(angle), y: cy + ry * Math.sin(angle) };
    return rotatePoint(corner, { x: cx, y: cy }, rotation);
  });
}
