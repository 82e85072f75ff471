import type { Bounds, Rle } from '@assay/geometry';

/**
 * A part of a mask, as fine as it is seen, each pixel with the place that it has. Around it lies one pixel that is
 * outside on each side, so that a row has `width` + 2 of them.
 */
export type MaskPixels = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };

/** Where a pixel is: outside, inside, at the border of the inside, or inside beside that border. */
export const OUTSIDE = 0;
export const INSIDE = 1;
export const BORDER = 2;
export const BESIDE_BORDER = 3;

/** How many columns are done before work can be left. */
const COLUMNS_AT_ONCE = 64;

/**
 * The pixels of a mask in bounds of whole pixels, row by row; a square of `step` pixels is inside where any of it is, so
 * that a wire of one pixel is seen from afar. Steps end between columns, so that a large mask keeps nothing waiting.
 *
 * @param scratch taken for the pixels where it has their number; what it held is gone then
 */
export function* sampleMask(
  { height, counts }: Rle,
  bounds: Bounds,
  step: number,
  scratch?: Uint8Array,
): Generator<void, MaskPixels> {
  const size = {
    width: Math.ceil((bounds.maxX - bounds.minX) / step),
    height: Math.ceil((bounds.maxY - bounds.minY) / step),
  };
  const stride = size.width + 2;
  const length = stride * (size.height + 2);
  const pixels = scratch?.length === length ? scratch.fill(OUTSIDE) : new Uint8Array(length);
  let [begin, lastColumn] = [0, 0];
  for (let run = 0; run < counts.length; run += 1) {
    const end = begin + counts[run]!;
    if (run % 2 === 1) {
      for (let x = Math.floor(begin / height); x * height < end; x += 1) {
        const column = Math.floor((x - bounds.minX) / step);
        if (column < 0 || column >= size.width) continue;
        const from = Math.floor((Math.max(0, begin - x * height) - bounds.minY) / step);
        const to = Math.ceil((Math.min(height, end - x * height) - bounds.minY) / step);
        for (let row = Math.max(0, from); row < Math.min(size.height, to); row += 1) {
          pixels[(row + 1) * stride + column + 1] = INSIDE;
        }
        if (x > lastColumn + COLUMNS_AT_ONCE) {
          lastColumn = x;
          yield;
        }
      }
    }
    begin = end;
  }
  yield* markBorder(pixels, stride);
  return { ...size, pixels };
}

/** How many pixels are looked through before work can be left. */
const PIXELS_AT_ONCE = 2 ** 17;

/** Marks pixels inside that have one outside above, below or on a side, and those inside beside them. */
function* markBorder(pixels: Uint8Array, stride: number): Generator<void, void> {
  for (let at = stride; at < pixels.length - stride; at += 1) {
    if (at % PIXELS_AT_ONCE === 0) yield;
    if (pixels[at] === OUTSIDE) continue;
    const isInner =
      pixels[at - 1] !== OUTSIDE &&
      pixels[at + 1] !== OUTSIDE &&
      pixels[at - stride] !== OUTSIDE &&
      pixels[at + stride] !== OUTSIDE;
    if (isInner) continue;
    pixels[at] = BORDER;
    // Those that follow may turn out to be border themselves when they are looked at.
    for (const beside of [at - 1, at + 1, at - stride, at + stride]) {
      if (pixels[beside] === INSIDE) pixels[beside] = BESIDE_BORDER;
    }
  }
}
