import { defined, entropy, type Result, undefinedBecause } from '@assay/stats';
import type { GreyPicture } from '../picture.ts';

/** Levels that count as black and as white: compression and noise move what was cut off by a level or two. */
const BLACK = 2;
const WHITE = 253;
const LEVELS = 256;
const TOP = 255;

/** How a picture uses the range from black to white. */
export type Exposure = {
  /** Mean luminance: 0 black, 1 white. */
  brightness: number;
  /** Root mean square contrast: the population standard deviation of the luminance, 0 to .5. */
  contrast: number;
  /** Share of pixels at level 2 or below. */
  blackShare: number;
  /** Share of pixels at level 253 or above. */
  whiteShare: number;
  /** Shannon entropy of the 256 levels in bits, 0 to 8. */
  entropy: number;
};

/**
 * Exposure from the histogram of the luminance. Contrast as in Peli, "Contrast in complex images", JOSA A 7 (1990),
 * equation 2.
 *
 * Undefined: 'empty'.
 */
export function exposure({ pixels }: GreyPicture): Result<Exposure> {
  const counts = new Uint32Array(LEVELS);
  for (let at = 0; at < pixels.length; at += 1) counts[pixels[at]!]! += 1;
  const bits = entropy(counts);
  if (!bits.ok) return undefinedBecause('empty');
  const mean = momentOf(counts, pixels.length, (level) => level / TOP);
  const variance = momentOf(counts, pixels.length, (level) => (level / TOP - mean) ** 2);
  return defined({
    brightness: mean,
    contrast: Math.sqrt(variance),
    blackShare: momentOf(counts, pixels.length, (level) => (level <= BLACK ? 1 : 0)),
    whiteShare: momentOf(counts, pixels.length, (level) => (level >= WHITE ? 1 : 0)),
    entropy: bits.value,
  });
}

const momentOf = (counts: Uint32Array, total: number, of: (level: number) => number): number =>
  counts.reduce((sum, count, level) => sum + count * of(level), 0) / total;
