import type { GreyPicture, RgbPicture } from '../picture.ts';

/** A grey picture whose level at (x, y) is what `level` says, modulo 256. */
export function greyOf(width: number, height: number, level: (x: number, y: number) => number): GreyPicture {
  const pixels = Uint8Array.from({ length: width * height }, (_, at) => {
    const value = Math.floor(level(at % width, Math.floor(at / width)));
    return ((value % 256) + 256) % 256;
  });
  return { pixels, width, height };
}

/**
 * 50 x 37 colours, for which reference values were computed elsewhere: red 37x + 5y, green 3x + 59y, blue xy + 17x, all
 * modulo 256.
 */
export function referenceColours(): RgbPicture {
  const [width, height] = [50, 37];
  const pixels = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)];
    pixels.set([(x * 37 + y * 5) % 256, (x * 3 + y * 59) % 256, (x * y + 17 * x) % 256], at * 3);
  }
  return { pixels, width, height };
}

/** 50 x 37 levels in ramps: the distance of (9x + 4y) modulo 400 from 200. */
export const referenceRamps = (): GreyPicture =>
  greyOf(50, 37, (x, y) => Math.abs(((x * 9 + y * 4) % 400) - 200));
