import { type MaskPixels, OUTSIDE } from './mask-pixels.ts';

/** How many lines of pixels are looked through before work can be left. */
const LINES_AT_ONCE = 64;

/**
 * The border of a mask between its pixels: stretches of four numbers, from x, y to x, y in pixels of the sample. Of the
 * outermost pixels nothing is said: they are there so that those beside them are known.
 */
export function* edgesOfMask({ width, height, pixels }: MaskPixels): Generator<void, Float32Array> {
  const stride = width + 2;
  const isInside = (x: number, y: number) => pixels[(y + 1) * stride + x + 1] !== OUTSIDE;
  const edges: number[] = [];
  for (let y = 1; y < height; y += 1) {
    addRuns(
      1,
      width - 1,
      (x) => isInside(x, y - 1) !== isInside(x, y),
      (from, to) => edges.push(from, y, to, y),
    );
    if (y % LINES_AT_ONCE === 0) yield;
  }
  for (let x = 1; x < width; x += 1) {
    addRuns(
      1,
      height - 1,
      (y) => isInside(x - 1, y) !== isInside(x, y),
      (from, to) => edges.push(x, from, x, to),
    );
    if (x % LINES_AT_ONCE === 0) yield;
  }
  return Float32Array.from(edges);
}

/** Tells of each run of places for which something holds. */
function addRuns(
  begin: number,
  end: number,
  holds: (at: number) => boolean,
  add: (from: number, to: number) => void,
): void {
  for (let at = begin; at < end; at += 1) {
    if (!holds(at)) continue;
    const from = at;
    while (at < end && holds(at)) at += 1;
    add(from, at);
  }
}
