import { defined, type Result, undefinedBecause } from '@assay/stats';
import type { GreyPicture } from '../picture.ts';

/**
 * Variance of the Laplacian, in squared levels: the kernel 0 1 0, 1 -4 1, 0 1 0 over all pixels that have four
 * neighbours; the population variance. Great where there are edges and noise, small where all is blurred or flat; it
 * grows with the contrast of the scene, so it compares pictures of one kind only.
 *
 * Source: Pech-Pacheco, Cristobal, Chamorro-Martinez, Fernandez-Valdivia, "Diatom autofocusing in brightfield
 * microscopy: a comparative study", ICPR 2000.
 *
 * Undefined: 'too-few' where no pixel has four neighbours.
 */
export function laplacianVariance({ pixels, width, height }: GreyPicture): Result<number> {
  const count = (width - 2) * (height - 2);
  if (width < 3 || height < 3) return undefinedBecause('too-few');
  let sum = 0;
  let squares = 0;
  for (let row = 1; row < height - 1; row += 1) {
    for (let at = row * width + 1, end = (row + 1) * width - 1; at < end; at += 1) {
      const value =
        pixels[at - width]! + pixels[at - 1]! + pixels[at + 1]! + pixels[at + width]! - 4 * pixels[at]!;
      sum += value;
      squares += value * value;
    }
  }
  // sums of integers below 2^53, so that nothing is lost before this line
  return defined((squares - (sum * sum) / count) / count);
}
