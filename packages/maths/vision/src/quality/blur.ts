import { defined, type Result, undefinedBecause } from '@assay/stats';
import type { GreyPicture } from '../picture.ts';

/** Pixels of the mean filter on either side: nine in all. */
const REACH = 4;
const TAPS = 2 * REACH + 1;

/**
 * Perceptual blur, 0 (sharp) to 1 (blurred): the share of the differences between neighbours that survives when the
 * picture is blurred once more, by a mean of nine pixels along one axis; the larger of both axes. It does not depend on
 * the contrast of the scene. Beyond the border the outermost pixel goes on.
 *
 * Source: Crete, Dolmiere, Ladret, Nicolas, "The blur effect: perception and estimation with a new no-reference
 * perceptual blur metric", Human Vision and Electronic Imaging XII, SPIE 6492, 2007.
 *
 * Undefined: 'too-few' below two pixels along both axes, 'constant' where no neighbours differ.
 */
export function blur(picture: GreyPicture): Result<number> {
  const { width, height } = picture;
  if (width < 2 && height < 2) return undefinedBecause('too-few');
  const across = survivingShare(picture, { step: 1, length: width, next: width, lines: height });
  const down = survivingShare(picture, { step: width, length: height, next: 1, lines: width });
  return across === null && down === null
    ? undefinedBecause('constant')
    : defined(Math.max(across ?? 0, down ?? 0));
}

/** Lines of pixels along one axis: how far apart their pixels lie, and how far apart the lines. */
type Axis = { step: number; length: number; next: number; lines: number };

/** Null: nothing differs along this axis. */
function survivingShare({ pixels }: GreyPicture, { step, length, next, lines }: Axis): number | null {
  let all = 0;
  let lost = 0;
  for (let index = 1; index < length; index += 1) {
    // Two neighbouring means of nine differ by the pixel that one gains and the pixel that it loses.
    const gained = Math.min(index + REACH, length - 1) * step;
    const dropped = Math.max(index - 1 - REACH, 0) * step;
    const here = index * step;
    for (let line = 0, start = 0; line < lines; line += 1, start += next) {
      const sharp = Math.abs(pixels[start + here]! - pixels[start + here - step]!);
      const blurred = Math.abs(pixels[start + gained]! - pixels[start + dropped]!) / TAPS;
      all += sharp;
      if (sharp > blurred) lost += sharp - blurred;
    }
  }
  return all === 0 ? null : (all - lost) / all;
}
