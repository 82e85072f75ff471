import type { Size } from '@assay/editor';
import { bitmapSource } from './bitmap-source.ts';
import { createImageSource, type ImageSource } from './image-source.ts';

export type ServedPicture = {
  readonly size: Size;
  /** The tiles that a server has of it; null for a picture that is small enough to be sent as a whole. */
  readonly pyramid: { readonly tileSize: number; readonly levels: readonly unknown[] } | null;
  /** The address of a file of it: `preview`, or `tile-LEVEL-COLUMN-ROW`. */
  readonly hrefOf: (file: string) => string;
};

/** A picture that a server has: in tiles where it is large, and else whole. */
export function servedSource({ size, pyramid, hrefOf }: ServedPicture): ImageSource {
  if (pyramid === null) return bitmapSource(size, () => bitmapAt(hrefOf('preview')));
  return createImageSource({
    size,
    levels: pyramid.levels.length,
    tileSize: pyramid.tileSize,
    tile: (level, column, row, signal) => bitmapAt(hrefOf(`tile-${level}-${column}-${row}`), signal),
  });
}

async function bitmapAt(href: string, signal: AbortSignal | null = null): Promise<ImageBitmap> {
  const answer = await fetch(href, { signal });
  if (!answer.ok) throw new Error(`The picture was not answered: ${answer.status}.`);
  return createImageBitmap(await answer.blob());
}
