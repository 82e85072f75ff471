import { type Bounds, boundsOfCorners, centreOf, heightOf, type Point, widthOf } from '@assay/geometry';
import type { Handle, HandleOptions } from './shape-module.ts';

/** Handles of a rectangle by direction: -1, 0 or 1 to the right, and down. */
const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  nw: [-1, -1],
  n: [0, -1],
  ne: [1, -1],
  e: [1, 0],
  se: [1, 1],
  s: [0, 1],
  sw: [-1, 1],
  w: [-1, 0],
};

/** Corners and sides of a rectangle, clockwise from the upper left corner. */
export function boxHandles(bounds: Bounds): Handle[] {
  const centre = centreOf(bounds);
  return Object.entries(DIRECTIONS).map(([id, [right, down]]) => ({
    id,
    kind: right !== 0 && down !== 0 ? 'corner' : 'side',
    point: {
      x: centre.x + (right * widthOf(bounds)) / 2,
      y: centre.y + (down * heightOf(bounds)) / 2,
    },
  }));
}

/**
 * A rectangle with a corner or a side at another place. Beyond the opposite one it turns over. Undefined for a handle
 * that a rectangle does not have.
 */
export function resizeBounds(
  bounds: Bounds,
  handle: string,
  to: Point,
  { keepRatio = false, fromCentre = false }: HandleOptions,
): Bounds | undefined {
  const direction = DIRECTIONS[handle];
  if (direction === undefined) return undefined;
  const [right, down] = direction;
  const centre = centreOf(bounds);
  const [halfWidth, halfHeight] = [widthOf(bounds) / 2, heightOf(bounds) / 2];
  const anchor = fromCentre ? centre : { x: centre.x - right * halfWidth, y: centre.y - down * halfHeight };
  let [dx, dy] = [to.x - anchor.x, to.y - anchor.y];
  if (keepRatio && right !== 0 && down !== 0 && halfWidth > 0 && halfHeight > 0) {
    const factor = Math.max(Math.abs(dx) / halfWidth, Math.abs(dy) / halfHeight);
    [dx, dy] = [signOr(dx, right) * factor * halfWidth, signOr(dy, down) * factor * halfHeight];
  }
  const moved = { x: anchor.x + dx, y: anchor.y + dy };
  const fixed = fromCentre ? { x: anchor.x - dx, y: anchor.y - dy } : anchor;
  const free = boundsOfCorners(fixed, moved);
  return {
    minX: right === 0 ? bounds.minX : free.minX,
    maxX: right === 0 ? bounds.maxX : free.maxX,
    minY: down === 0 ? bounds.minY : free.minY,
    maxY: down === 0 ? bounds.maxY : free.maxY,
  };
}

const signOr = (value: number, otherwise: number): number => (value === 0 ? otherwise : Math.sign(value));
