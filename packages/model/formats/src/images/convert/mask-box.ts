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

/**
 * The mask of an image of which a part has these run lengths, row by row and beginning with those outside; undefined
 * where columns would begin or end inside of it more than `most` times. It takes time by the runs, not by the pixels.
 */
export function maskOfRows(
  runs: readonly number[],
  { left, top, width }: Pick<MaskBox, 'left' | 'top' | 'width'>,
  image: PictureSize,
  most: number,
): RleResult | undefined {
  const places: number[] = [];
  let above: readonly number[] = [];
  let isTooMany = false;
  /** Notes which columns change between outside and inside at the upper edge of a row, given by its borders. */
  const begin = (y: number, row: readonly number[]) => {
    const borders = differencesOf(above, row);
    above = row;
    let changes = 0;
    for (let at = 0; at < borders.length; at += 2) changes += borders[at + 1]! - borders[at]!;
    isTooMany ||= places.length + changes > most;
    if (isTooMany) return;
    for (let at = 0; at < borders.length; at += 2) {
      for (let x = borders[at]!; x < borders[at + 1]!; x += 1)
        places.push((left + x) * image.height + top + y);
    }
  };

  let [y, row, from]: [number, number[], number] = [0, [], 0];
  for (const [run, length] of runs.entries()) {
    const [start, end] = [from, from + length];
    from = end;
    if (run % 2 === 0 || length === 0) continue;
    const [first, last] = [Math.floor(start / width), Math.floor((end - 1) / width)];
    if (first > y) {
      begin(y, row);
      if (first > y + 1) begin(y + 1, []);
      [y, row] = [first, []];
    }
    if (first === last) row.push(start - first * width, end - first * width);
    else {
      begin(first, [...row, start - first * width, width]);
      // Whole rows are alike.
      if (last > first + 1) begin(first + 1, [0, width]);
      [y, row] = [last, [0, end - last * width]];
    }
    if (isTooMany) return undefined;
  }
  begin(y, row);
  begin(y + 1, []);
  if (isTooMany) return undefined;
  const sorted = Float64Array.from(places).sort();
  // A run that goes on through the end of a column is two of them here, with none between.
  const counts = Array.from(sorted, (place, at) => place - (at === 0 ? 0 : sorted[at - 1]!));
  counts.push(image.width * image.height - (sorted.at(-1) ?? 0));
  return rleOfCounts(image.width, image.height, counts);
}

/** What is inside of one of two rows and not of the other, each given by where it changes. */
function differencesOf(one: readonly number[], other: readonly number[]): number[] {
  const borders: number[] = [];
  for (const border of [...one, ...other].sort((a, b) => a - b)) {
    if (borders.at(-1) === border) borders.pop();
    else borders.push(border);
  }
  return borders;
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
