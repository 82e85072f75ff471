import { type Camera, type Size, visibleBounds } from '@assay/editor';
import { levelAt, type Part, type Pyramid, type Tile, tilesOf } from './tile-source.ts';

/** Beyond it pixels are squares: whoever looks so closely wants to see them. */
const SHARP_FROM = 3;
/** Tiles in memory, at most: 96 of 512 x 512 take 100 MB. */
const MOST_TILES = 96;
/** Asked for at a time: the newest wanted come first. */
const AT_ONCE = 6;
/** After so many failures in a row it is said that the picture is lost. */
const MOST_FAILURES = 24;
const RETRY_MS = 2000;

type Of = {
  size: Size;
  pyramid: Pyramid | null;
  hrefOf: (file: string) => string;
  /** Something came: paint again. */
  onChange: () => void;
  onLost: () => void;
};

const keyOf = ({ level, column, row }: Tile): string => `tile-${level}-${column}-${row}`;

async function bitmapOf(href: string, signal: AbortSignal): Promise<ImageBitmap> {
  const answer = await fetch(href, { signal });
  if (!answer.ok) throw new Error(`The picture was not answered: ${answer.status}.`);
  return createImageBitmap(await answer.blob());
}

/** Paints a picture as a camera sees it: its preview, and over it as many tiles as the zoom asks for. */
export function createPicturePainter({ size, pyramid, hrefOf, onChange, onLost }: Of) {
  const end = new AbortController();
  const tiles = new Map<string, ImageBitmap>();
  const asked = new Set<string>();
  let wanted: readonly Tile[] = [];
  let preview: ImageBitmap | null = null;
  let failures = 0;

  bitmapOf(hrefOf('preview'), end.signal).then(
    (bitmap) => {
      preview = bitmap;
      onChange();
    },
    () => {
      if (!end.signal.aborted) onLost();
    },
  );

  const askMore = () => {
    for (const tile of wanted) {
      if (asked.size >= AT_ONCE) return;
      const key = keyOf(tile);
      if (tiles.has(key) || asked.has(key)) continue;
      asked.add(key);
      bitmapOf(hrefOf(key), end.signal)
        .then((bitmap) => {
          if (end.signal.aborted) {
            bitmap.close();
            return;
          }
          tiles.set(key, bitmap);
          failures = 0;
          forgetOldest();
          onChange();
        })
        .catch(() => {
          failures += 1;
        })
        .finally(() => {
          asked.delete(key);
          if (!end.signal.aborted) askAgain();
        });
    }
  };
  /** What is below a lost tile is shown instead, and it is asked for again a little later, until nothing comes at all. */
  const askAgain = () => {
    if (failures === 0) askMore();
    else if (failures < MOST_FAILURES) setTimeout(() => end.signal.aborted || askMore(), RETRY_MS);
    else onLost();
  };
  const forgetOldest = () => {
    const kept = new Set(wanted.map(keyOf));
    for (const [key, bitmap] of tiles) {
      if (tiles.size <= MOST_TILES) return;
      if (kept.has(key)) continue;
      bitmap.close();
      tiles.delete(key);
    }
  };

  return {
    paint: (context: CanvasRenderingContext2D, camera: Camera, screen: Size, ratio: number) => {
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, context.canvas.width, context.canvas.height);
      context.imageSmoothingEnabled = camera.zoom < SHARP_FROM;
      context.imageSmoothingQuality = 'high';
      const { zoom } = camera;
      context.setTransform(
        ratio * zoom,
        0,
        0,
        ratio * zoom,
        -camera.x * zoom * ratio,
        -camera.y * zoom * ratio,
      );
      if (preview !== null) context.drawImage(preview, 0, 0, size.width, size.height);
      if (pyramid === null || preview === null) return;
      const part: Part = visibleBounds(camera, screen);
      const level = levelAt(pyramid, zoom * ratio);
      // The preview is as fine as this level already.
      const shown = pyramid.levels[level];
      wanted = shown !== undefined && shown.width <= preview.width ? [] : tilesOf(pyramid, size, level, part);
      for (const tile of wanted) {
        const key = keyOf(tile);
        const bitmap = tiles.get(key);
        if (bitmap === undefined) continue;
        tiles.delete(key);
        tiles.set(key, bitmap);
        const { minX, minY, maxX, maxY } = tile.at;
        context.drawImage(bitmap, minX, minY, maxX - minX, maxY - minY);
      }
      askMore();
    },
    isThere: () => preview !== null,
    end: () => {
      end.abort();
      preview?.close();
      for (const bitmap of tiles.values()) bitmap.close();
      tiles.clear();
    },
  };
}

export type PicturePainter = ReturnType<typeof createPicturePainter>;
