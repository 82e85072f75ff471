import { defined, type Result, undefinedBecause } from '@assay/stats';
import type { GreyPicture } from '../picture.ts';

/**
 * Standard deviation of white noise in levels: the mean absolute answer to the difference of two Laplacians, kernel
 * 1 -2 1, -2 4 -2, 1 -2 1, times the root of pi / 2 and a sixth. Straight edges and gradients do not count; fine texture
 * does, so a picture of grass seems noisy.
 *
 * Source: Immerkaer, "Fast noise variance estimation", Computer Vision and Image Understanding 64 (1996), equation 6.
 *
 * Undefined: 'too-few' where no pixel has eight neighbours.
 */
export function noise({ pixels, width, height }: GreyPicture): Result<number> {
  if (width < 3 || height < 3) return undefinedBecause('too-few');
  let sum = 0;
  for (let row = 1; row < height - 1; row += 1) {
    for (let at = row * width + 1, end = (row + 1) * width - 1; at < end; at += 1) {
      const corners =
        pixels[at - width - 1]! + pixels[at - width + 1]! + pixels[at + width - 1]! + pixels[at + width + 1]!;
      const sides = pixels[at - width]! + pixels[at - 1]! + pixels[at + 1]! + pixels[at + width]!;
      sum += Math.abs(corners - 2 * sides + 4 * pixels[at]!);
    }
  }
  return defined((Math.sqrt(Math.PI / 2) * sum) / (6 * (width - 2) * (height - 2)));
}
