import type { GreyPicture, RgbPicture } from './picture.ts';

/**
 * Luma of ITU-R BT.601, .299 R + .587 G + .114 B on the sRGB values as they are, rounded to whole levels: what
 * measures of sharpness, exposure and likeness are commonly defined on.
 */
export function luminance({ pixels, width, height }: RgbPicture): GreyPicture {
  const grey = new Uint8Array(width * height);
  for (let pixel = 0, at = 0; pixel < grey.length; pixel += 1, at += 3) {
    // in 65,536ths, whose sum is exactly one
    grey[pixel] = (19_595 * pixels[at]! + 38_470 * pixels[at + 1]! + 7_471 * pixels[at + 2]! + 32_768) >>> 16;
  }
  return { pixels: grey, width, height };
}
