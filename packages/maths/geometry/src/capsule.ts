import { angleTo, type Point } from './point.ts';
import type { Ring } from './polygon.ts';

/** Corners of each half circle: the border is no further from the circle than .5% of the radius. */
const CORNERS = 16;

/** All points at most `radius` from the way between two points, as a polygon: what a round brush covers on that way. */
export function capsule(from: Point, to: Point, radius: number): Ring {
  const ahead = angleTo(from, to);
  const half = (centre: Point, first: number): Point[] =>
    Array.from({ length: CORNERS + 1 }, (_, at) => {
      const angle = first + (Math.PI * at) / CORNERS;
      return { x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) };
    });
  return [...half(to, ahead - Math.PI / 2), ...half(from, ahead + Math.PI / 2)];
}
