import { type Bounds, boundsContain, padBounds, uniteBounds } from './bounds.ts';
import type { Point } from './point.ts';

/**
 * The part of a move by which bounds come no further out of others than they are: along each axis for itself. Where
 * they stick out they may come in.
 */
export const keepInside = (by: Point, bounds: Bounds, within: Bounds): Point => ({
  x: between(by.x, Math.min(0, within.minX - bounds.minX), Math.max(0, within.maxX - bounds.maxX)),
  y: between(by.y, Math.min(0, within.minY - bounds.minY), Math.max(0, within.maxY - bounds.maxY)),
});

const between = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value));

/** What bounds may be out of others by rounding, in pixels. */
const ROUNDING = 1e-7;

/** Halvings of the way: fewer than a thousandth of a pixel of any image is left of it. */
const HALVINGS = 40;

/**
 * The last of the states along a way from 0 to 1 that comes no further out of bounds than `now`: the one at 1 if it
 * does not, else one before the first that does. What has no bounds is nowhere outside.
 */
export function lastInside<T>(
  at: (share: number) => T,
  boundsOf: (state: T) => Bounds | undefined,
  now: Bounds | undefined,
  within: Bounds,
): T {
  const allowed = padBounds(now === undefined ? within : uniteBounds([within, now])!, ROUNDING);
  const isInside = (state: T) => {
    const bounds = boundsOf(state);
    return bounds === undefined || boundsContain(allowed, bounds);
  };
  const last = at(1);
  if (isInside(last)) return last;
  let [inside, outside] = [0, 1];
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (inside + outside) / 2;
    if (isInside(at(middle))) inside = middle;
    else outside = middle;
  }
  return at(inside);
}
