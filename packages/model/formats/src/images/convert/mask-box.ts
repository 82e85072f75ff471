import { type Rle, type RleResult, rleBounds, rleOfCounts } from '@assay/geometry';
import type { PictureSize } from '../label-file.ts';

/** Pixels of a part of an image, row by row from its upper left, 1 inside and 0 outside. */
export type MaskBox = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
};

/** The part of a mask in which its pixels are; undefined for none. */
export function boxOfMask(mask: Rle): MaskBox | undefined {
  const bounds = rleBounds(mask);
  if (bounds === undefined) return undefined;
  const { minX: left, minY: top } = bounds;
  const [width, height] = [bounds.maxX - left, bounds.maxY - top];
  const pixels = new Uint8Array(width * height);
  let begin = 0;
  for (const [run, length] of mask.counts.entries()) {
    if (run % 2 === 1) {
      for (let at = begin; at < begin + length; at += 1) {
        pixels[((at % mask.height) - top) * width + Math.floor(at / mask.height) - left] = 1;
      }
    }
    begin += length;
  }
  return { left, top, width, height, pixels };
}

/** The mask of an image of which a part has these pixels. */
export function maskOfBox({ left, top, width, height, pixels }: MaskBox, image: PictureSize): RleResult {
  const counts: number[] = [];
  let [last, isInside] = [0, 0];
  for (let x = 0; x < width; x += 1) {
    for (let y = 0; y <= height; y += 1) {
      const pixel = y < height ? pixels[y * width + x]! : 0;
      if (pixel === isInside) continue;
      // A run that goes on through the end of a column is two of them here, with none between.
      const place = (left + x) * image.height + top + y;
      counts.push(place - last);
      [last, isInside] = [place, pixel];
    }
  }
  counts.push(image.width * image.height - last);
  return rleOfCounts(image.width, image.height, counts);
}

/** Run lengths of pixels, beginning with those outside. */
export function runsOfPixels(pixels: Uint8Array): number[] {
  const runs: number[] = [];
  let [length, isInside] = [0, 0];
  for (const pixel of pixels) {
    if (pixel !== isInside) {
      runs.push(length);
      [length, isInside] = [0, pixel];
    }
    length += 1;
  }
  runs.push(length);
  return runs;
}
