import { createRuns, type Rle } from './rle.ts';

/**
 * The mask of pixels row by row from the upper left, inside where the value is not 0.
 *
 * @throws RangeError when there are not width x height values
 */
export function rleOfPixels(pixels: Uint8Array | Uint8ClampedArray, width: number, height: number): Rle {
  if (pixels.length !== width * height) {
    throw new RangeError(`${pixels.length} pixels do not fill ${width} x ${height}.`);
  }
  const runs = createRuns();
  let [length, inside] = [0, false];
  for (let x = 0; x < width; x += 1) {
    for (let at = x; at < pixels.length; at += width) {
      const isInside = pixels[at] !== 0;
      if (isInside !== inside) {
        runs.add(length, inside);
        [length, inside] = [0, isInside];
      }
      length += 1;
    }
  }
  runs.add(length, inside);
  return { width, height, counts: runs.counts() };
}

/** The pixels of a mask row by row from the upper left, 1 inside and 0 outside. */
export function pixelsOfRle({ width, height, counts }: Rle): Uint8Array {
  const pixels = new Uint8Array(width * height);
  let [x, y] = [0, 0];
  for (const [run, length] of counts.entries()) {
    for (let left = length; left > 0; ) {
      const inColumn = Math.min(left, height - y);
      if (run % 2 === 1) {
        for (let row = y; row < y + inColumn; row += 1) pixels[row * width + x] = 1;
      }
      left -= inColumn;
      y += inColumn;
      if (y === height) [x, y] = [x + 1, 0];
    }
  }
  return pixels;
}
