import type { GreyPicture } from '../picture.ts';

/**
 * A picture blurred by 1 4 6 4 1 along both axes (a Gaussian of about one pixel), in 16ths of a level. Beyond the border
 * the outermost pixel goes on.
 */
export function smooth({ pixels, width, height }: GreyPicture): Uint16Array {
  const across = new Uint16Array(width * height);
  for (let row = 0; row < height; row += 1) {
    const start = row * width;
    const last = start + width - 1;
    for (let x = 0; x < width; x += 1) {
      const at = start + x;
      const inner = x > 1 && x < width - 2;
      const a = pixels[inner ? at - 2 : Math.max(at - 2, start)]!;
      const b = pixels[inner ? at - 1 : Math.max(at - 1, start)]!;
      const d = pixels[inner ? at + 1 : Math.min(at + 1, last)]!;
      const e = pixels[inner ? at + 2 : Math.min(at + 2, last)]!;
      across[at] = a + 4 * (b + d) + 6 * pixels[at]! + e;
    }
  }
  const smoothed = new Uint16Array(width * height);
  for (let row = 0; row < height; row += 1) {
    const [a, b, c, d, e] = [-2, -1, 0, 1, 2].map(
      (step) => Math.min(Math.max(row + step, 0), height - 1) * width,
    ) as [number, number, number, number, number];
    for (let x = 0; x < width; x += 1) {
      const sum =
        across[a + x]! + 4 * (across[b + x]! + across[d + x]!) + 6 * across[c + x]! + across[e + x]!;
      smoothed[row * width + x] = (sum + 8) >> 4;
    }
  }
  return smoothed;
}
