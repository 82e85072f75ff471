import { createRuns, emptyRle, type Rle } from './rle.ts';
import { rleArea } from './rle-measures.ts';

/** How two masks become one: in either, in both, or in the first and not in the second. */
export type MaskOperation = 'union' | 'intersection' | 'difference';

const INSIDE: Readonly<Record<MaskOperation, (first: boolean, second: boolean) => boolean>> = {
  union: (first, second) => first || second,
  intersection: (first, second) => first && second,
  difference: (first, second) => first && !second,
};

/**
 * One mask of two of the same size.
 *
 * @throws RangeError when their sizes differ
 */
export function combineRles(first: Rle, second: Rle, operation: MaskOperation): Rle {
  const inside = INSIDE[operation];
  const runs = createRuns();
  forCommonRuns(first, second, (length, inFirst, inSecond) => runs.add(length, inside(inFirst, inSecond)));
  return { width: first.width, height: first.height, counts: runs.counts() };
}

/**
 * The union, or the intersection, of masks of one size, as `merge` of pycocotools; undefined for no masks.
 *
 * @throws RangeError when their sizes differ
 */
export function mergeRles(masks: readonly Rle[], operation: 'union' | 'intersection'): Rle | undefined {
  if (masks.length === 0) return undefined;
  return masks.reduce((merged, mask) => combineRles(merged, mask, operation));
}

/**
 * Intersection over union of two masks of one size, 0 to 1; undefined where neither has a pixel. With a crowd as the
 * truth, the divisor is the area of what was found, as COCO has it for `iscrowd`: the share of it in the crowd.
 *
 * @throws RangeError when their sizes differ
 */
export function rleIou(found: Rle, truth: Rle, { isCrowd = false } = {}): number | undefined {
  let both = 0;
  forCommonRuns(found, truth, (length, inFirst, inSecond) => {
    if (inFirst && inSecond) both += length;
  });
  const divisor = isCrowd ? rleArea(found) : rleArea(found) + rleArea(truth) - both;
  return divisor > 0 ? both / divisor : undefined;
}

/**
 * A mask moved by whole pixels in an image of the same size; what leaves the image is lost.
 *
 * @throws RangeError when a distance is no whole number
 */
export function shiftRle(mask: Rle, right: number, down: number): Rle {
  if (!Number.isInteger(right) || !Number.isInteger(down))
    throw new RangeError('Masks move by whole pixels.');
  const { width, height } = mask;
  if (Math.abs(right) >= width || Math.abs(down) >= height) return emptyRle(width, height);
  const runs = createRuns();
  let end = 0;
  const addOutsideTo = (place: number) => {
    runs.add(place - end, false);
    end = place;
  };
  let begin = 0;
  for (const [run, length] of mask.counts.entries()) {
    if (run % 2 === 1) {
      forPartsOfColumns(begin, length, height, (x, from, to) => {
        const column = x + right;
        const [top, bottom] = [Math.max(0, from + down), Math.min(height, to + down)];
        if (column < 0 || column >= width || top >= bottom) return;
        addOutsideTo(column * height + top);
        runs.add(bottom - top, true);
        end = column * height + bottom;
      });
    }
    begin += length;
  }
  addOutsideTo(width * height);
  return { width, height, counts: runs.counts() };
}

/** Calls with each stretch on which two masks do not change, and whether it is inside of each. */
function forCommonRuns(
  first: Rle,
  second: Rle,
  visit: (length: number, inFirst: boolean, inSecond: boolean) => void,
): void {
  if (first.width !== second.width || first.height !== second.height) {
    const size = ({ width, height }: Rle) => `${width} x ${height}`;
    throw new RangeError(`A mask of ${size(first)} does not fit one of ${size(second)}.`);
  }
  let [runA, runB] = [0, 0];
  let [leftA, leftB] = [first.counts[0]!, second.counts[0]!];
  for (let left = first.width * first.height; left > 0; ) {
    while (leftA === 0) leftA = first.counts[++runA]!;
    while (leftB === 0) leftB = second.counts[++runB]!;
    const length = Math.min(leftA, leftB);
    visit(length, runA % 2 === 1, runB % 2 === 1);
    leftA -= length;
    leftB -= length;
    left -= length;
  }
}

/** Divides a run into its parts by columns: column, first row, row after the last. */
function forPartsOfColumns(
  begin: number,
  length: number,
  height: number,
  visit: (x: number, from: number, to: number) => void,
): void {
  for (let [place, left] = [begin, length]; left > 0; ) {
    const from = place % height;
    const part = Math.min(left, height - from);
    visit(Math.floor(place / height), from, from + part);
    place += part;
    left -= part;
  }
}
