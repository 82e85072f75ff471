import type { Point } from '../point.ts';

/**
 * A mask as run lengths, in the order of COCO: pixels column by column, each from the top down, runs of pixels outside
 * and inside by turns, beginning with outside (a length of 0 where the first pixel is inside).
 */
export type Rle = {
  /** In pixels, at least 1. */
  readonly width: number;
  readonly height: number;
  /** Whole numbers that sum to width x height. Only the first may be 0: each mask has one form. */
  readonly counts: Uint32Array;
};

/** Why run lengths are no mask of a size. */
export type RleFault =
  /** Width or height is no whole number above 0, or there are more than 2^31 - 1 pixels. */
  | 'bad-size'
  /** A run is no whole number of at least 0. */
  | 'bad-run'
  /** The runs do not sum to the pixels of the image. */
  | 'wrong-sum'
  /** The text has a character that the format does not. */
  | 'bad-character'
  /** The text ends inside of a number. */
  | 'cut-off';

export type RleResult =
  | { readonly ok: true; readonly value: Rle }
  | { readonly ok: false; readonly reason: RleFault };

const MOST_PIXELS = 2 ** 31 - 1;

export const isMaskSize = (width: number, height: number): boolean =>
  Number.isInteger(width) &&
  Number.isInteger(height) &&
  width > 0 &&
  height > 0 &&
  width * height <= MOST_PIXELS;

/** A mask from uncompressed run lengths, as COCO has them under `counts`. Runs of 0 in the middle are joined. */
export function rleOfCounts(width: number, height: number, counts: Iterable<number>): RleResult {
  if (!isMaskSize(width, height)) return { ok: false, reason: 'bad-size' };
  const all = [...counts];
  if (!all.every((run) => Number.isInteger(run) && run >= 0)) return { ok: false, reason: 'bad-run' };
  if (all.reduce((sum, run) => sum + run, 0) !== width * height) return { ok: false, reason: 'wrong-sum' };
  const runs = createRuns();
  for (const [at, run] of all.entries()) runs.add(run, at % 2 === 1);
  return { ok: true, value: { width, height, counts: runs.counts() } };
}

/** A mask without a pixel inside. */
export const emptyRle = (width: number, height: number): Rle => ({
  width,
  height,
  counts: Uint32Array.of(width * height),
});

/** A mask of the pixel in which a point lies, and of none where that is outside of the image. */
export function pixelRle(width: number, height: number, point: Point): Rle {
  const [x, y] = [Math.floor(point.x), Math.floor(point.y)];
  if (!(x >= 0 && y >= 0 && x < width && y < height)) return emptyRle(width, height);
  const runs = createRuns();
  runs.add(x * height + y, false);
  runs.add(1, true);
  runs.add(width * height - x * height - y - 1, false);
  return { width, height, counts: runs.counts() };
}

/** Collects runs in the one form that a mask has. */
export function createRuns(): {
  add: (length: number, inside: boolean) => void;
  counts: () => Uint32Array;
} {
  const counts = [0];
  return {
    add: (length, inside) => {
      if (length === 0) return;
      if (inside === (counts.length % 2 === 0)) counts[counts.length - 1]! += length;
      else counts.push(length);
    },
    counts: () => Uint32Array.from(counts),
  };
}
