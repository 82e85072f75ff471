import { type ImageSource, levelsOf, TILE_SIZE, type TilePixels } from './image-source.ts';

/** A picture that was decoded as a whole: its tiles are cut out of it, and made smaller for coarser levels. */
export function bitmapSource(bitmap: ImageBitmap | HTMLImageElement | HTMLCanvasElement): ImageSource {
  const size =
    bitmap instanceof HTMLImageElement
      ? { width: bitmap.naturalWidth, height: bitmap.naturalHeight }
      : { width: bitmap.width, height: bitmap.height };
  const tile = (level: number, column: number, row: number): TilePixels => {
    const scale = 2 ** level;
    const [x, y] = [column * TILE_SIZE * scale, row * TILE_SIZE * scale];
    const [width, height] = [
      Math.min(TILE_SIZE * scale, size.width - x),
      Math.min(TILE_SIZE * scale, size.height - y),
    ];
    const canvas = new OffscreenCanvas(Math.ceil(width / scale), Math.ceil(height / scale));
    const context = canvas.getContext('2d', { alpha: true })!;
    context.imageSmoothingQuality = 'medium';
    context.drawImage(bitmap, x, y, width, height, 0, 0, width / scale, height / scale);
    return canvas;
  };
  return {
    size,
    levels: levelsOf(size),
    tile: async (level, column, row) => tile(level, column, row),
  };
}
