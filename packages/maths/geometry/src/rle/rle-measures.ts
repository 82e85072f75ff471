import type { Bounds } from '../bounds.ts';
import type { Point } from '../point.ts';
import type { Rle } from './rle.ts';

/** Pixels inside of a mask. */
export function rleArea({ counts }: Rle): number {
  let area = 0;
  for (let run = 1; run < counts.length; run += 2) area += counts[run]!;
  return area;
}

/**
 * The smallest bounds around the pixels inside, to the outer edges of those pixels; undefined for none. In COCO's form
 * `[minX, minY, maxX - minX, maxY - minY]`, as `toBbox` of pycocotools.
 */
export function rleBounds({ counts, height }: Rle): Bounds | undefined {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  let begin = 0;
  for (const [run, length] of counts.entries()) {
    if (run % 2 === 1) {
      const last = begin + length - 1;
      const [left, right] = [Math.floor(begin / height), Math.floor(last / height)];
      minX = Math.min(minX, left);
      maxX = Math.max(maxX, right + 1);
      // A run over the end of a column covers its last row and the next one's first.
      minY = Math.min(minY, left === right ? begin % height : 0);
      maxY = Math.max(maxY, left === right ? (last % height) + 1 : height);
    }
    begin += length;
  }
  return minX > maxX ? undefined : { minX, minY, maxX, maxY };
}

/** Where each run of a mask ends, so that a pixel is found by halving. */
const ends = new WeakMap<Uint32Array, Uint32Array>();

function endsOf(counts: Uint32Array): Uint32Array {
  const known = ends.get(counts);
  if (known !== undefined) return known;
  let end = 0;
  const made = counts.map((length) => {
    end += length;
    return end;
  });
  ends.set(counts, made);
  return made;
}

/** Is the pixel in which a point lies inside of a mask? Points outside of the image are not. */
export function rleContains({ width, height, counts }: Rle, point: Point): boolean {
  const [x, y] = [Math.floor(point.x), Math.floor(point.y)];
  if (!(x >= 0 && y >= 0 && x < width && y < height)) return false;
  return runAt(endsOf(counts), x * height + y) % 2 === 1;
}

/** The run in which a pixel lies, by its place in the order of the mask. */
function runAt(all: Uint32Array, place: number): number {
  let [low, high] = [0, all.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle]! > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Is a pixel inside of a mask in bounds, if only with a part of it? */
export function rleMeets({ width, height, counts }: Rle, bounds: Bounds): boolean {
  const [left, right] = [Math.max(0, Math.floor(bounds.minX)), Math.min(width - 1, Math.floor(bounds.maxX))];
  const [top, bottom] = [Math.max(0, Math.floor(bounds.minY)), Math.min(height - 1, Math.floor(bounds.maxY))];
  if (top > bottom) return false;
  const all = endsOf(counts);
  for (let x = left; x <= right; x += 1) {
    const run = runAt(all, x * height + top);
    // Outside where the part of the column begins: then what follows this run is inside, if it is still in that part.
    if (run % 2 === 1 || (run + 1 < all.length && all[run]! <= x * height + bottom)) return true;
  }
  return false;
}
