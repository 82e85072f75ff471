import type { Size } from '@assay/editor';
import { createImageSource, type ImageSource, type TilePixels } from './image-source.ts';
import { levelsOf, sizeOfLevel, TILE_SIZE } from './tile-plan.ts';

/** A picture that is decoded as a whole. */
type WholePicture = ImageBitmap | HTMLImageElement | HTMLCanvasElement;

/**
 * A picture that is there as a whole, or comes as a whole when its first tile is asked for: its tiles are cut out of it,
 * and made smaller for coarser levels.
 *
 * @param load asked again after it failed
 */
export function bitmapSource(size: Size, load: () => Promise<WholePicture>): ImageSource {
  let coming: Promise<WholePicture> | undefined;
  const whole = () => {
    coming ??= load().catch((fault: unknown) => {
      coming = undefined;
      throw fault;
    });
    return coming;
  };
  const source = createImageSource({
    size,
    levels: levelsOf(size),
    tileSize: TILE_SIZE,
    tile: async (level, column, row) => cutTile(await whole(), size, { level, column, row }),
  });
  return {
    ...source,
    close: () => {
      source.close();
      void coming?.then((picture) => {
        if (picture instanceof ImageBitmap) picture.close();
      });
    },
  };
}

/** A tile of a picture that is there as a whole. */
export function cutTile(
  whole: WholePicture,
  size: Size,
  { level, column, row }: { level: number; column: number; row: number },
): TilePixels {
  const full = sizeOfLevel(size, level);
  const [left, top] = [column * TILE_SIZE, row * TILE_SIZE];
  const [width, height] = [Math.min(TILE_SIZE, full.width - left), Math.min(TILE_SIZE, full.height - top)];
  const canvas = new OffscreenCanvas(width, height);
  // In the memory of the program, where it outlives the graphics card's.
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.imageSmoothingQuality = 'medium';
  const [scaleX, scaleY] = [sideOf(whole, 'Width') / full.width, sideOf(whole, 'Height') / full.height];
  const from = [left * scaleX, top * scaleY, width * scaleX, height * scaleY] as const;
  context.drawImage(whole, ...from, 0, 0, width, height);
  return canvas;
}

const sideOf = (whole: WholePicture, side: 'Width' | 'Height'): number =>
  whole instanceof HTMLImageElement ? whole[`natural${side}`] : whole[side === 'Width' ? 'width' : 'height'];
