import { defined, type Result, undefinedBecause } from '@assay/stats';
import type { RgbPicture } from '../picture.ts';

/** Weight of the mean beside the spread, fitted by the authors to what people said. */
const MEAN_WEIGHT = 0.3;

/**
 * Colourfulness: with rg = R - G and yb = (R + G) / 2 - B, the root of the sum of their variances plus .3 times the
 * distance of their means from grey. 0 is grey; people call about 15 slightly, 45 averagely and 109 extremely
 * colourful.
 *
 * Source: Hasler and Suesstrunk, "Measuring colourfulness in natural images", Human Vision and Electronic Imaging VIII,
 * SPIE 5007, 2003, the measure M with its table 2.
 *
 * Undefined: 'empty'.
 */
export function colourfulness({ pixels, width, height }: RgbPicture): Result<number> {
  const count = width * height;
  if (count === 0) return undefinedBecause('empty');
  let [rg, rgSquares, yb, ybSquares] = [0, 0, 0, 0];
  for (let at = 0; at < count * 3; at += 3) {
    const first = pixels[at]! - pixels[at + 1]!;
    // twice yb, so that all sums are of integers
    const second = pixels[at]! + pixels[at + 1]! - 2 * pixels[at + 2]!;
    rg += first;
    rgSquares += first * first;
    yb += second;
    ybSquares += second * second;
  }
  const meanRg = rg / count;
  const meanYb = yb / count / 2;
  const varianceRg = (rgSquares - (rg * rg) / count) / count;
  const varianceYb = (ybSquares - (yb * yb) / count) / count / 4;
  return defined(Math.sqrt(varianceRg + varianceYb) + MEAN_WEIGHT * Math.hypot(meanRg, meanYb));
}
