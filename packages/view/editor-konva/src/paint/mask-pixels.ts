import type { Bounds, Rle } from '@assay/geometry';

/** A part of a mask with every so many pixels left out, each with the place that it has. */
export type MaskPixels = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };

/** Where a pixel is: outside, inside, at the border of the inside, or beside that border. */
export const PLACES = { outside: 0, inside: 1, border: 2, besideBorder: 3 } as const;

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
          pixels[row * size.width + column] = PLACES.inside;
        }
        if (x > lastColumn + COLUMNS_AT_ONCE) {
          lastColumn = x;
          yield;
        }
      }
    }
    begin = end;
  }
  yield* markNeighbours(pixels, size.width, PLACES.outside, PLACES.border);
  yield* markNeighbours(pixels, size.width, PLACES.border, PLACES.besideBorder);
  return { ...size, pixels };
}

/** How many rows are looked through before work can be left. */
const ROWS_AT_ONCE = 128;

/**
 * Marks pixels inside that have one of a place above, below or on a side. What lies beyond the edge of what is looked at
 * is outside.
 */
function* markNeighbours(pixels: Uint8Array, width: number, of: number, as: number): Generator<void, void> {
  const height = pixels.length / width;
  const isEdge = of === PLACES.outside;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      if (pixels[at] !== PLACES.inside) continue;
      if (
        (x > 0 ? pixels[at - 1] === of : isEdge) ||
        (x < width - 1 ? pixels[at + 1] === of : isEdge) ||
        (y > 0 ? pixels[at - width] === of : isEdge) ||
        (y < height - 1 ? pixels[at + width] === of : isEdge)
      ) {
        pixels[at] = as;
      }
    }
    if (y % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield;
  }
}
