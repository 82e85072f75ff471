import { defined, type Result, undefinedBecause } from '@assay/stats';
import type { RgbPicture } from '../picture.ts';
import { labOf } from './lab.ts';

/** Where dark ends and light begins. */
const LIGHTNESS = [100 / 3, 200 / 3];
/** Where an axis of colour passes from strong to mild, to none, and to the other side. */
const OPPONENT = [-30, -10, 10, 30];

const LIGHTNESS_NAMES = ['dark', 'middle', 'light'];
const A_NAMES = ['green', 'greenish', 'neutral', 'reddish', 'red'];
const B_NAMES = ['blue', 'bluish', 'neutral', 'yellowish', 'yellow'];

/** What each number of `colourHistogram` counts, such as `dark/neutral/bluish`. */
export const COLOUR_NAMES: readonly string[] = LIGHTNESS_NAMES.flatMap((lightness) =>
  A_NAMES.flatMap((a) => B_NAMES.map((b) => `${lightness}/${a}/${b}`)),
);

/**
 * Shares of pixels in 75 cells of CIELAB: lightness in thirds, and either axis of colour cut at -30, -10, 10 and 30, so
 * that near-grey has a cell of its own. They add up to 1. Named by COLOUR_NAMES.
 *
 * Undefined: 'empty'.
 */
export function colourHistogram({ pixels, width, height }: RgbPicture): Result<Float64Array> {
  const count = width * height;
  if (count === 0) return undefinedBecause('empty');
  const counts = new Float64Array(COLOUR_NAMES.length);
  const lab = new Float64Array(3);
  for (let at = 0; at < count * 3; at += 3) {
    labOf(pixels[at]!, pixels[at + 1]!, pixels[at + 2]!, lab);
    const cell =
      (binOf(lab[0]!, LIGHTNESS) * A_NAMES.length + binOf(lab[1]!, OPPONENT)) * B_NAMES.length +
      binOf(lab[2]!, OPPONENT);
    counts[cell]! += 1;
  }
  return defined(counts.map((value) => value / count));
}

function binOf(value: number, edges: readonly number[]): number {
  let bin = 0;
  while (bin < edges.length && value >= edges[bin]!) bin += 1;
  return bin;
}
