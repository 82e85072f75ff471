import { luminance } from '../luminance.ts';
import { colourDistances } from '../selection/colour-distances.ts';
import { gradientMagnitude } from '../selection/gradient-magnitude.ts';
import { startLiveWire } from '../selection/live-wire.ts';
import { liveWireCosts } from '../selection/live-wire-costs.ts';
import { regionGrow, regionPixels } from '../selection/region-grow.ts';
import { snapToEdge } from '../selection/snap-to-edge.ts';
import { type DrawnObject, scatter } from './objects.ts';

export const MOST_CLICKS = 12;
/** How far a hand is from where it means to click, along either axis. */
const MISSED_BY = 3;
const SNAP = 5;
const TOLERANCES = [14, 20, 28, 38, 50];
const STEEPEST = 24;

/** Selects an object with the live-wire: clicks around it, none of them exact, and back to the first. */
export function selectByLiveWire({ picture, contour }: DrawnObject, number: number): Uint8Array {
  const costs = liveWireCosts(luminance(picture));
  const clicks = Array.from({ length: MOST_CLICKS }, (_, click) => {
    const [x, y] = contour((2 * Math.PI * click) / MOST_CLICKS);
    const shake = (what: number) => Math.round((scatter(number * 50 + click, what) * 2 - 1) * MISSED_BY);
    return snapToEdge(costs, { x: x + shake(1), y: y + shake(2) }, SNAP);
  });
  const points = clicks.flatMap((click, index) => {
    const next = clicks[(index + 1) % clicks.length]!;
    return [...startLiveWire(costs, click).pathTo(next.x, next.y)];
  });
  return insideOf(points, picture.width, picture.height);
}

/**
 * Selects an object with the wand: a click in its middle, then one into the largest gap that is left, and so on; of some
 * tolerances the one that fits best, as somebody chooses who sees the outline while dragging.
 */
export function selectByWand(object: DrawnObject): Uint8Array {
  const { width, height } = object.picture;
  const steepness = gradientMagnitude(luminance(object.picture));
  const selected = new Uint8Array(width * height);
  for (let click = 0; click < MOST_CLICKS; click += 1) {
    const seed = deepest(object.inside, selected, width);
    if (seed === -1) break;
    const [x, y] = [seed % width, Math.floor(seed / width)];
    const distances = colourDistances({ ...object.picture, channels: 3 }, x, y);
    const grown = TOLERANCES.map((tolerance) => {
      const barrier = { steepness, limit: STEEPEST };
      const request = {
        distances,
        width,
        height,
        seed: { x, y },
        tolerance,
        connectivity: 8 as const,
        barrier,
      };
      return union(selected, regionPixels(regionGrow(request), width, height));
    });
    selected.set(grown.sort((a, b) => overlap(b, object.inside) - overlap(a, object.inside))[0]!);
  }
  return selected;
}

const union = (one: Uint8Array, other: Uint8Array): Uint8Array => one.map((value, at) => value | other[at]!);

/** The pixel of the object farthest from what is no gap; -1 where no gap is 9 pixels wide. */
function deepest(inside: Uint8Array, selected: Uint8Array, width: number): number {
  const depth = new Uint16Array(inside.length);
  let best = -1;
  let most = 4;
  for (let at = width + 1; at < inside.length; at += 1) {
    if (inside[at] === 0 || selected[at] === 1) continue;
    depth[at] = 1 + Math.min(depth[at - 1]!, depth[at - width]!, depth[at - width - 1]!);
    const half = depth[at]! / 2;
    if (half <= most) continue;
    most = half;
    best = at - Math.floor(half) * (width + 1);
  }
  return best;
}

/** Pixels on or inside a closed path of neighbouring pixels: those that cannot be reached from the border around it. */
export function insideOf(points: readonly number[], width: number, height: number): Uint8Array {
  const wall = new Uint8Array(width * height);
  for (let at = 0; at < points.length; at += 2) wall[points[at + 1]! * width + points[at]!] = 1;
  const outside = new Uint8Array(width * height);
  const stack: number[] = [];
  const visit = (x: number, y: number): void => {
    const at = y * width + x;
    if (x < 0 || y < 0 || x >= width || y >= height || wall[at] === 1 || outside[at] === 1) return;
    outside[at] = 1;
    stack.push(at);
  };
  for (let x = 0; x < width; x += 1) for (const y of [0, height - 1]) visit(x, y);
  for (let y = 0; y < height; y += 1) for (const x of [0, width - 1]) visit(x, y);
  while (stack.length > 0) {
    const at = stack.pop()!;
    const [x, y] = [at % width, Math.floor(at / width)];
    visit(x + 1, y);
    visit(x - 1, y);
    visit(x, y + 1);
    visit(x, y - 1);
  }
  return outside.map((value) => 1 - value);
}

/** Intersection over union of two masks. */
export function overlap(one: Uint8Array, other: Uint8Array): number {
  let [both, either] = [0, 0];
  for (let at = 0; at < one.length; at += 1) {
    both += one[at]! & other[at]!;
    either += one[at]! | other[at]!;
  }
  return both / either;
}
