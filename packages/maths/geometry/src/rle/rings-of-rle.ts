import type { Point } from '../point.ts';
import type { Ring } from '../polygon.ts';
import { pixelsOfRle } from './pixels.ts';
import type { Rle } from './rle.ts';

/** Directions in which a border goes, clockwise: right, down, left, up. */
const STEPS: readonly (readonly [number, number])[] = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
];
const RIGHT = 0;

/**
 * The borders of a mask along the edges of its pixels: rings by the even-odd rule, outer ones clockwise as they are
 * seen, those of holes the other way. Pixels that touch at a corner alone are in different rings. Every second point
 * is a corner of another direction: `simplifyRing` makes them fewer.
 */
export function ringsOfRle(mask: Rle): Ring[] {
  const columns = mask.width + 1;
  const borders = bordersOf(mask);
  const rings: Ring[] = [];
  // Each ring goes to the right somewhere.
  for (let start = 0; start < borders.length; start += 1) {
    while ((borders[start]! & (1 << RIGHT)) !== 0) rings.push(follow(borders, start, columns));
  }
  return rings;
}

/** For each corner of the pixels, as bits, the directions in which borders leave it, with the inside to their right. */
function bordersOf(mask: Rle): Uint8Array {
  const { width, height } = mask;
  const pixels = pixelsOfRle(mask);
  const isInside = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < width && y < height && pixels[y * width + x] === 1;
  const borders = new Uint8Array((width + 1) * (height + 1));
  const leave = (x: number, y: number, direction: number) => {
    borders[y * (width + 1) + x]! |= 1 << direction;
  };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (!isInside(x, y)) continue;
      if (!isInside(x, y - 1)) leave(x, y, 0);
      if (!isInside(x + 1, y)) leave(x + 1, y, 1);
      if (!isInside(x, y + 1)) leave(x + 1, y + 1, 2);
      if (!isInside(x - 1, y)) leave(x, y + 1, 3);
    }
  }
  return borders;
}

/** Follows one border from a corner back to it, and takes it away. */
function follow(borders: Uint8Array, start: number, columns: number): Ring {
  const ring: Point[] = [];
  let [place, direction, last] = [start, RIGHT, -1];
  do {
    if (direction !== last) ring.push({ x: place % columns, y: Math.floor(place / columns) });
    borders[place]! &= ~(1 << direction);
    const [right, down] = STEPS[direction]!;
    place += down * columns + right;
    last = direction;
    // To the right first: so that it stays at its own pixel where another one touches the corner.
    direction =
      [1, 0, 3].map((turn) => (last + turn) % 4).find((each) => (borders[place]! & (1 << each)) !== 0) ??
      RIGHT;
  } while (place !== start || (borders[place]! & (1 << direction)) !== 0);
  return ring;
}
