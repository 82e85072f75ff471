import type { ImageSource, TilePixels } from '../image/image-source.ts';
import { drawOrder, levelFor, type TilePlace, tileBounds, tilesInView } from '../image/tile-plan.ts';
import { createTileStore } from '../image/tile-store.ts';
import { isNeutral, NEUTRAL_TONE, type Tone, tonePixels, toneTable } from '../image/tone.ts';
import type { Slices } from '../timing/slices.ts';
import type { Shown } from './resting-layer.ts';

/** The picture: its tiles, and coarser ones below them as long as they are not there. */
export type ImageLayer = {
  readonly show: (shown: Shown) => void;
  readonly setTone: (tone: Tone) => void;
  readonly draw: (context: CanvasRenderingContext2D) => void;
  /** Is each tile there that is seen, in the tone that is wanted? */
  readonly isComplete: () => boolean;
  readonly stop: () => void;
};

/** From this zoom on pixels are squares. */
const SQUARES_FROM = 4;

type Tile = {
  readonly raw: TilePixels;
  toned: { readonly tone: Tone; readonly pixels: TilePixels } | undefined;
};

export function createImageLayer(settings: {
  readonly source: ImageSource;
  readonly slices: Pick<Slices, 'run'>;
  readonly onChange: () => void;
}): ImageLayer {
  const { source, slices, onChange } = settings;
  let shown: Shown | undefined;
  let tone = NEUTRAL_TONE;
  let giveUpToning = () => {};
  let wanted: readonly TilePlace[] = [];

  const store = createTileStore<Tile>({
    load: source.tile,
    keep: (raw) => ({ raw, toned: undefined }),
    release: ({ raw }) => {
      if (raw instanceof ImageBitmap) raw.close();
    },
    onChange: () => {
      toneTiles();
      onChange();
    },
  });

  const isToned = ({ toned }: Tile) => isNeutral(tone) || toned?.tone === tone;

  const toneTiles = () => {
    giveUpToning();
    if (isNeutral(tone)) return;
    giveUpToning = slices.run(toneAll(tone));
  };

  function* toneAll(to: Tone): Generator<void, void> {
    const table = toneTable(to);
    for (const place of wanted) {
      const tile = store.get(place);
      if (tile === undefined || isToned(tile)) continue;
      tile.toned = { tone: to, pixels: toned(tile.raw, table) };
      onChange();
      yield;
    }
  }

  const plan = ({ camera, screen, ratio }: Shown) => {
    const level = levelFor(source, camera.zoom * ratio);
    const fine = tilesInView(source, level, camera, screen);
    const coarsest = source.levels - 1;
    // The coarsest level is a single tile, and the first thing to be seen.
    wanted = level === coarsest ? fine : [{ level: coarsest, column: 0, row: 0 }, ...fine];
    store.want(wanted);
    if (wanted.some((place) => isPending(place))) toneTiles();
  };
  const isPending = (place: TilePlace) => {
    const tile = store.get(place);
    return tile !== undefined && !isToned(tile);
  };

  return {
    show: (shows) => {
      shown = shows;
      plan(shows);
    },
    setTone: (next) => {
      tone = next;
      toneTiles();
      onChange();
    },
    draw: (context) => {
      if (shown === undefined) return;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.imageSmoothingEnabled = shown.camera.zoom < SQUARES_FROM;
      context.imageSmoothingQuality = 'low';
      for (const place of drawOrder(source, shown, (each) => store.get(each) !== undefined)) {
        const tile = store.get(place);
        if (tile !== undefined) drawTile(context, tile, place);
      }
    },
    isComplete: () => store.isComplete() && !wanted.some(isPending),
    stop: () => {
      giveUpToning();
      store.stop();
    },
  };

  function drawTile(context: CanvasRenderingContext2D, tile: Tile, place: TilePlace): void {
    const { camera, ratio } = shown!;
    const { minX, minY, maxX, maxY } = tileBounds(source, place);
    const toDevice = (value: number, from: number) => Math.round((value - from) * camera.zoom * ratio);
    // Whole pixels, the same for both neighbours of an edge: no seams.
    const [left, top] = [toDevice(minX, camera.x), toDevice(minY, camera.y)];
    const [right, bottom] = [toDevice(maxX, camera.x), toDevice(maxY, camera.y)];
    const pixels = isNeutral(tone) ? tile.raw : (tile.toned?.pixels ?? tile.raw);
    context.drawImage(pixels, left, top, right - left, bottom - top);
  }
}

function toned(raw: TilePixels, table: Uint8ClampedArray): TilePixels {
  const canvas = new OffscreenCanvas(raw.width, raw.height);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.drawImage(raw, 0, 0);
  const data = context.getImageData(0, 0, raw.width, raw.height);
  tonePixels(data.data, table);
  context.putImageData(data, 0, 0);
  return canvas;
}
