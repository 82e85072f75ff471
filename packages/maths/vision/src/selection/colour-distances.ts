import type { Samples } from '../picture.ts';

/** A picture of grey (1 sample a pixel), red, green and blue (3), or these with an opacity that does not count (4). */
export type Pixels = {
  readonly pixels: Samples;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3 | 4;
};

/** Half the side of the square whose mean colour counts as the colour at a point: noise of one pixel does not. */
const REACH = 1;

/**
 * How far each pixel's colour is from the colour at (x, y), which is the mean of the 3 x 3 pixels around it: the greatest
 * difference of a channel, 0 to 255. The pixel itself has 0.
 *
 * @throws RangeError when the point lies outside
 */
export function colourDistances(picture: Pixels, x: number, y: number): Uint8Array {
  const { pixels, width, height, channels } = picture;
  const [r, g = 0, b = 0] = colourAt(picture, x, y);
  const distances = new Uint8Array(width * height);
  if (channels === 1) {
    for (let at = 0; at < distances.length; at += 1) distances[at] = Math.abs(pixels[at]! - r!);
  } else {
    for (let at = 0, from = 0; at < distances.length; at += 1, from += channels) {
      const red = Math.abs(pixels[from]! - r!);
      const green = Math.abs(pixels[from + 1]! - g);
      const blue = Math.abs(pixels[from + 2]! - b);
      distances[at] = Math.max(red, green, blue);
    }
  }
  distances[y * width + x] = 0;
  return distances;
}

function colourAt({ pixels, width, height, channels }: Pixels, x: number, y: number): number[] {
  const inside = Number.isInteger(x) && Number.isInteger(y) && x >= 0 && y >= 0 && x < width && y < height;
  if (!inside) throw new RangeError(`(${x}, ${y}) is no pixel of ${width} x ${height}.`);
  const sums = Array.from({ length: Math.min(channels, 3) }, () => 0);
  let count = 0;
  for (let row = Math.max(y - REACH, 0); row <= Math.min(y + REACH, height - 1); row += 1) {
    for (let column = Math.max(x - REACH, 0); column <= Math.min(x + REACH, width - 1); column += 1) {
      for (const channel of sums.keys())
        sums[channel]! += pixels[(row * width + column) * channels + channel]!;
      count += 1;
    }
  }
  return sums.map((sum) => Math.round(sum / count));
}
