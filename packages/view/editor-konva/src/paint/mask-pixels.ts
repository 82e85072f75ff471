import type { Bounds, Rle } from '@assay/geometry';

/** A part of a mask with every so many pixels left out: 0 outside, 1 inside, 2 inside and at the border. */
export type MaskPixels = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };

/** How many columns are done before work can be left. */
const COLUMNS_AT_ONCE = 64;

/**
 * The pixels of a mask in bounds of whole pixels, row by row; of each square of `step` pixels its upper left one.
 * Steps end between columns, so that a large mask keeps nothing waiting.
 */
export function* sampleMask(
  { height, counts }: Rle,
  bounds: Bounds,
  step: number,
): Generator<void, MaskPixels> {
  const size = {
    width: Math.ceil((bounds.maxX - bounds.minX) / step),
    height: Math.ceil((bounds.maxY - bounds.minY) / step),
  };
  const pixels = new Uint8Array(size.width * size.height);
  let [begin, lastColumn] = [0, 0];
  for (let run = 0; run < counts.length; run += 1) {
    const end = begin + counts[run]!;
    if (run % 2 === 1) {
      for (let x = Math.floor(begin / height); x * height < end; x += 1) {
        const column = (x - bounds.minX) / step;
        if (!Number.isInteger(column) || column < 0 || column >= size.width) continue;
        const from = Math.ceil((Math.max(0, begin - x * height) - bounds.minY) / step);
        const to = Math.ceil((Math.min(height, end - x * height) - bounds.minY) / step);
        for (let row = Math.max(0, from); row < Math.min(size.height, to); row += 1) {
          pixels[row * size.width + column] = 1;
        }
        if (x > lastColumn + COLUMNS_AT_ONCE) {
          lastColumn = x;
          yield;
        }
      }
    }
    begin = end;
  }
  yield* markBorder(pixels, size.width, size.height);
  return { ...size, pixels };
}

/** How many rows are looked through before work can be left. */
const ROWS_AT_ONCE = 128;

/** Pixels inside that have one outside beside them, or lie at the edge of what is looked at. */
function* markBorder(pixels: Uint8Array, width: number, height: number): Generator<void, void> {
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      if (pixels[at] === 0) continue;
      const isInner =
        x > 0 &&
        x < width - 1 &&
        y > 0 &&
        y < height - 1 &&
        pixels[at - 1] !== 0 &&
        pixels[at + 1] !== 0 &&
        pixels[at - width] !== 0 &&
        pixels[at + width] !== 0;
      if (!isInner) pixels[at] = 2;
    }
    if (y % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield;
  }
}
