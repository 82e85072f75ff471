import { defined, type Result, undefinedBecause } from '@assay/stats';
import type { GreyPicture } from '../picture.ts';

const ORIENTATIONS = 9;
/** Lengths double from bin to bin: below 1 level a pixel, below 2, 4, ... and 64 or more. */
const LENGTHS = 8;

/** What each number of `gradientHistogram` is. */
export const GRADIENT_NAMES: readonly string[] = [
  ...Array.from({ length: ORIENTATIONS }, (_, bin) => `orientation ${bin * 20} to ${bin * 20 + 20} degrees`),
  ...Array.from({ length: LENGTHS }, (_, bin) =>
    bin === 0 ? 'steepness below 1' : `steepness from ${2 ** (bin - 1)}`,
  ),
];

/**
 * Orientations and lengths of gradients, over all pixels that have four neighbours. The gradient is half the difference
 * of the neighbours along each axis, in levels a pixel. First nine shares of the summed length by orientation without
 * sign, in bins of 20 degrees from a rise to the right towards a rise downwards, each length being shared between the
 * two bins whose middles are nearest; they add up to 1, or are all 0 where nothing rises. Then eight shares of pixels by
 * length, doubling. One cell for the whole picture, without blocks: it describes a picture, not where things are.
 *
 * Source: orientations and their interpolation as in Dalal and Triggs, "Histograms of oriented gradients for human
 * detection", CVPR 2005.
 *
 * Undefined: 'too-few' where no pixel has four neighbours.
 */
export function gradientHistogram({ pixels, width, height }: GreyPicture): Result<Float64Array> {
  if (width < 3 || height < 3) return undefinedBecause('too-few');
  const found = new Float64Array(ORIENTATIONS + LENGTHS);
  let total = 0;
  for (let row = 1; row < height - 1; row += 1) {
    for (let at = row * width + 1, end = (row + 1) * width - 1; at < end; at += 1) {
      const across = (pixels[at + 1]! - pixels[at - 1]!) / 2;
      const down = (pixels[at + width]! - pixels[at - width]!) / 2;
      const length = Math.sqrt(across * across + down * down);
      found[ORIENTATIONS + lengthBin(length)]! += 1;
      if (length === 0) continue;
      total += length;
      addOrientation(found, Math.atan2(down, across), length);
    }
  }
  const count = (width - 2) * (height - 2);
  return defined(
    found.map((value, bin) => (bin >= ORIENTATIONS ? value / count : total === 0 ? 0 : value / total)),
  );
}

const lengthBin = (length: number): number =>
  length < 1 ? 0 : Math.min(LENGTHS - 1, 1 + Math.floor(Math.log2(length)));

function addOrientation(found: Float64Array, angle: number, length: number): void {
  const turns = angle < 0 ? angle + Math.PI : angle;
  const place = (turns / Math.PI) * ORIENTATIONS - 0.5;
  const lower = Math.floor(place);
  const upperShare = place - lower;
  found[(lower + ORIENTATIONS) % ORIENTATIONS]! += length * (1 - upperShare);
  found[(lower + 1) % ORIENTATIONS]! += length * upperShare;
}
