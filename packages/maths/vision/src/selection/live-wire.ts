import { createBuckets } from './buckets.ts';
import { LENGTH, type LiveWireCosts, WEIGHTS } from './live-wire-costs.ts';

/** Paths from one seed. */
export type LiveWire = {
  /**
   * The cheapest path from the seed to the pixel, as x, y pairs with both ends; the pixel is brought into the window.
   * What was found out for one path serves all later ones.
   */
  pathTo(x: number, y: number): Int32Array;
  /**
   * Finds out more ahead of time, at most `pixels` pixels.
   *
   * @returns whether there is more
   */
  expand(pixels: number): boolean;
};

/** How far from the seed paths go, along either axis. */
const REACH = 512;
/** Steps right, down, left, up, then to corners, clockwise from the lower right. */
const STEP_X = Int8Array.of(1, 0, -1, 0, 1, -1, -1, 1);
const STEP_Y = Int8Array.of(0, 1, 0, -1, 1, 1, -1, -1);
const STEPS = 8;
const CORNERS = 4;
const NONE = 255;
const UNKNOWN = 0xffffffff;
/** The greatest product of a direction, whose parts are rounded to at most 127, with a step of length 1. */
const DOTS = 128;
/** In 256ths: 1, and 1 / the root of 2 for a step whose length is that root. */
const STRAIGHT = 256;
const DIAGONAL = 181;

/** What a product of -128 to 128 costs: 2 / (3 pi) of its arc cosine, of the weight of directions. */
const TURN = Float64Array.from(
  { length: 2 * DOTS + 1 },
  (_, index) =>
    (WEIGHTS.direction * 2 * Math.acos(Math.max(-1, Math.min(1, (index - DOTS) / LENGTH)))) / (3 * Math.PI),
);
/** Nothing costs more than one step, and none nothing. */
const MOST = WEIGHTS.crossing + WEIGHTS.steepness + WEIGHTS.direction + 2;

/**
 * Live-wire: paths that follow edges from a seed, by Dijkstra's algorithm with a queue of buckets, in a window around
 * the seed, only as far as has been asked for. A step's cost is that of the pixel it enters and of how much the step
 * turns away from the direction of the edge at both pixels.
 *
 * Source: Mortensen and Barrett, "Intelligent scissors for image composition", SIGGRAPH 1995; the direction's share as
 * in "Interactive segmentation with intelligent scissors", Graphical Models and Image Processing 60 (1998).
 *
 * @throws RangeError when the seed lies outside
 */
export function startLiveWire(
  costs: LiveWireCosts,
  seed: { readonly x: number; readonly y: number },
  reach = REACH,
): LiveWire {
  const window = windowAround(costs, seed, reach);
  const { left, top, wide, high } = window;
  // A frame of one pixel, which counts as settled, so that no step has to ask whether it leaves the window.
  const stride = wide + 2;
  const placeOf = (x: number, y: number): number => (y + 1) * stride + x + 1;
  const cost = new Uint32Array(stride * (high + 2)).fill(UNKNOWN);
  const from = new Uint8Array(cost.length).fill(NONE);
  const settled = frame(stride, high + 2);
  const steps = stepsOf(stride, costs.width);
  const queue = createBuckets(cost.length, MOST);
  const start = placeOf(seed.x - left, seed.y - top);
  cost[start] = 0;
  queue.put(start, 0);

  const settle = (): boolean => {
    const at = queue.take();
    if (at === -1) return false;
    settled[at] = 1;
    const row = Math.floor(at / stride);
    const picture = (row - 1 + top) * costs.width + at - row * stride - 1 + left;
    const soFar = cost[at]!;
    for (let step = 0; step < STEPS; step += 1) {
      const next = at + steps.places[step]!;
      if (settled[next] === 1) continue;
      const total = soFar + stepCost(costs, picture, picture + steps.pixels[step]!, step);
      const known = cost[next]!;
      if (total >= known) continue;
      if (known === UNKNOWN) queue.put(next, total);
      else queue.move(next, known, total);
      cost[next] = total;
      from[next] = step;
    }
    return true;
  };

  return {
    pathTo: (x, y) => {
      const goal = placeOf(clamp(x - left, wide), clamp(y - top, high));
      while (settled[goal] === 0 && settle());
      return pathBack(goal, from, steps.places, (place) => [
        (place % stride) - 1 + left,
        Math.floor(place / stride) - 1 + top,
      ]);
    },
    expand: (pixels) => {
      for (let done = 0; done < pixels; done += 1) if (!settle()) return false;
      return true;
    },
  };
}

/** How far each step goes, in places of the framed window and in pixels of the picture. */
type Steps = { places: Int32Array; pixels: Int32Array };

const stepsOf = (stride: number, width: number): Steps => ({
  places: Int32Array.from({ length: STEPS }, (_, step) => STEP_Y[step]! * stride + STEP_X[step]!),
  pixels: Int32Array.from({ length: STEPS }, (_, step) => STEP_Y[step]! * width + STEP_X[step]!),
});

/** 1 along the border, 0 inside. */
function frame(wide: number, high: number): Uint8Array {
  const framed = new Uint8Array(wide * high).fill(1);
  for (let row = 1; row < high - 1; row += 1) framed.fill(0, row * wide + 1, (row + 1) * wide - 1);
  return framed;
}

type Window = { left: number; top: number; wide: number; high: number };

function windowAround(
  { width, height }: LiveWireCosts,
  { x, y }: { readonly x: number; readonly y: number },
  reach: number,
): Window {
  const inside = Number.isInteger(x) && Number.isInteger(y) && x >= 0 && y >= 0 && x < width && y < height;
  if (!inside) throw new RangeError(`(${x}, ${y}) is no pixel of ${width} x ${height}.`);
  const left = Math.max(0, x - reach);
  const top = Math.max(0, y - reach);
  return {
    left,
    top,
    wide: Math.min(width, x + reach + 1) - left,
    high: Math.min(height, y + reach + 1) - top,
  };
}

const clamp = (value: number, count: number): number => Math.min(Math.max(Math.round(value), 0), count - 1);

/** At least 1, at most MOST. */
function stepCost(costs: LiveWireCosts, at: number, next: number, step: number): number {
  const { edgeX, edgeY } = costs;
  const across = STEP_X[step]!;
  const down = STEP_Y[step]!;
  const corner = step >= CORNERS;
  const scale = corner ? DIAGONAL : STRAIGHT;
  let here = ((edgeX[at]! * across + edgeY[at]! * down) * scale) >> 8;
  let there = ((edgeX[next]! * across + edgeY[next]! * down) * scale) >> 8;
  // An edge goes both ways: it is taken in the sense that the step has at its first pixel.
  if (here < 0) {
    here = -here;
    there = -there;
  }
  const entered = corner ? costs.fromCorner[next]! : costs.fromSide[next]!;
  return 1 + entered + Math.round(TURN[DOTS + here]! + TURN[DOTS + there]!);
}

function pathBack(
  goal: number,
  from: Uint8Array,
  places: Int32Array,
  pixelOf: (place: number) => [number, number],
): Int32Array {
  const back: number[] = [];
  for (let at = goal; ; at -= places[from[at]!]!) {
    const [x, y] = pixelOf(at);
    back.push(y, x);
    if (from[at] === NONE) return Int32Array.from(back.reverse());
  }
}
