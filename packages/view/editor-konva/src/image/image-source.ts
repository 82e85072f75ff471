import type { Size } from '@assay/editor';
import { type Pyramid, tilesNeeded } from './tile-plan.ts';
import { createTileStore, type TileStore } from './tile-store.ts';

/** Pixels that can be drawn, with their size. */
export type TilePixels = ImageBitmap | HTMLCanvasElement | OffscreenCanvas;

/** Whence the tiles of a picture come. */
export type TileLoader = Pyramid & {
  /** The tile in a column and a row of a level. `signal` says that nobody waits for it any more. */
  readonly tile: (level: number, column: number, row: number, signal: AbortSignal) => Promise<TilePixels>;
};

/**
 * A picture with the tiles of it that are at hand. They belong to it, and not to what draws it: it can be asked for its
 * tiles before it is drawn, and be drawn again without loading them anew. Whoever made it closes it.
 */
export type ImageSource = Pyramid &
  Omit<TileStore, 'stop'> & {
    /** Asks for what a screen of this size, in pixels of the device, will show of the whole picture. */
    readonly prefetch: (screen: Size) => void;
    /** Gives all tiles up. */
    readonly close: () => void;
  };

/** A picture whose tiles are kept while there is room, and asked for again when they could not be had. */
export function createImageSource({ tile, size, levels, tileSize }: TileLoader): ImageSource {
  const { stop, ...tiles } = createTileStore({
    load: tile,
    release: closeTile,
    later: (work, ms) => {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
  });
  const closing = new AbortController();
  addEventListener('online', tiles.retry, { signal: closing.signal });
  const pyramid = { size, levels, tileSize };
  return {
    ...pyramid,
    ...tiles,
    prefetch: (screen) => {
      const zoom = Math.min(screen.width / size.width, screen.height / size.height);
      const everything = { width: size.width * zoom, height: size.height * zoom };
      tiles.want(tilesNeeded(pyramid, { camera: { x: 0, y: 0, zoom }, screen: everything, ratio: 1 }));
    },
    close: () => {
      closing.abort();
      stop();
    },
  };
}

function closeTile(pixels: TilePixels): void {
  if (pixels instanceof ImageBitmap) pixels.close();
}
