import type { GreyPicture } from '../picture.ts';

/** Weights of the operator on one side, times the distance of both sides. */
const SIDES = 8;

/**
 * How steep the picture is at each pixel, in levels a pixel, rounded: the length of the gradient by the Sobel operator
 * (divided by 8), whose outermost pixels are repeated beyond the border. At most 180.
 */
export function gradientMagnitude({ pixels, width, height }: GreyPicture): Uint8Array {
  const steepness = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    const above = Math.max(row - 1, 0) * width;
    const here = row * width;
    const below = Math.min(row + 1, height - 1) * width;
    for (let x = 0; x < width; x += 1) {
      const left = x === 0 ? 0 : x - 1;
      const right = x === width - 1 ? x : x + 1;
      const [a, b, c] = [pixels[above + left]!, pixels[above + x]!, pixels[above + right]!];
      const [d, f] = [pixels[here + left]!, pixels[here + right]!];
      const [g, h, i] = [pixels[below + left]!, pixels[below + x]!, pixels[below + right]!];
      const across = c + 2 * f + i - a - 2 * d - g;
      const down = g + 2 * h + i - a - 2 * b - c;
      steepness[here + x] = Math.sqrt(across * across + down * down) / SIDES + 0.5;
    }
  }
  return steepness;
}
