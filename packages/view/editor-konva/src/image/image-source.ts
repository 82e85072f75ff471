import type { Size } from '@assay/editor';

/** Pixels that can be drawn, with their size. */
export type TilePixels = ImageBitmap | HTMLCanvasElement | OffscreenCanvas;

/** Sides of a tile, but for those at the right and the lower border of the image. */
export const TILE_SIZE = 512;

/**
 * A picture as a pyramid of tiles: level 0 has all pixels, each further level half as many along each side, rounded up.
 */
export type ImageSource = {
  readonly size: Size;
  /** How many levels there are: at least 1. */
  readonly levels: number;
  /** The tile in a column and a row of a level. `signal` says that nobody waits for it any more. */
  readonly tile: (level: number, column: number, row: number, signal: AbortSignal) => Promise<TilePixels>;
};

/** Levels until the whole picture is one tile. */
export function levelsOf({ width, height }: Size): number {
  return Math.max(0, Math.ceil(Math.log2(Math.max(width, height) / TILE_SIZE))) + 1;
}
