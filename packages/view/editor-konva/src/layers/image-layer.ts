import type { ImageSource, TilePixels } from '../image/image-source.ts';
import { drawOrder, type TilePlace, tileBounds, tileKey, tilesNeeded } from '../image/tile-plan.ts';
import { isNeutral, isSameTone, NEUTRAL_TONE, type Tone, tonePixels, toneTable } from '../image/tone.ts';
import type { Slices } from '../timing/slices.ts';
import type { Shown } from './resting-layer.ts';

/** The picture: its tiles, and coarser ones below them as long as they are not there. */
export type ImageLayer = {
  readonly show: (shown: Shown) => void;
  readonly setTone: (tone: Tone) => void;
  readonly draw: (context: CanvasRenderingContext2D) => void;
  /** Is each tile there that is seen, in the tone that is wanted? */
  readonly isComplete: () => boolean;
  /** The source is left as it is. */
  readonly stop: () => void;
};

/** From this zoom on pixels are squares. */
const SQUARES_FROM = 4;

type Toned = { readonly raw: TilePixels; readonly tone: Tone; readonly pixels: TilePixels };

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
  /** Of the tiles that are wanted alone: each takes as much memory again. */
  const toned = new Map<string, Toned>();

  const stopListening = source.listen(() => {
    toneTiles();
    onChange();
  });

  const tonedOf = (place: TilePlace): Toned | undefined => {
    const found = toned.get(tileKey(place));
    return found !== undefined && found.raw === source.get(place) ? found : undefined;
  };
  const isPending = (place: TilePlace) => {
    if (isNeutral(tone) || source.get(place) === undefined) return false;
    const found = tonedOf(place);
    return found === undefined || !isSameTone(found.tone, tone);
  };

  const toneTiles = () => {
    giveUpToning();
    if (isNeutral(tone)) toned.clear();
    else if (wanted.some(isPending)) giveUpToning = slices.run(toneAll(tone));
  };

  function* toneAll(to: Tone): Generator<void, void> {
    const table = toneTable(to);
    for (const place of wanted) {
      const raw = source.get(place);
      if (raw === undefined || !isPending(place)) continue;
      toned.set(tileKey(place), { raw, tone: to, pixels: tonedPixels(raw, table) });
      onChange();
      yield;
    }
  }

  const plan = (shows: Shown) => {
    wanted = tilesNeeded(source, shows);
    source.want(wanted);
    const keys = new Set(wanted.map(tileKey));
    for (const key of toned.keys()) if (!keys.has(key)) toned.delete(key);
    toneTiles();
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
      for (const place of drawOrder(source, shown, (each) => source.get(each) !== undefined)) {
        drawTile(context, shown, place);
      }
    },
    isComplete: () => source.isComplete() && !wanted.some(isPending),
    stop: () => {
      giveUpToning();
      stopListening();
    },
  };

  function drawTile(context: CanvasRenderingContext2D, { camera, ratio }: Shown, place: TilePlace): void {
    const { minX, minY, maxX, maxY } = tileBounds(source, place);
    const toDevice = (value: number, from: number) => Math.round((value - from) * camera.zoom * ratio);
    // Whole pixels, the same for both neighbours of an edge: no seams.
    const [left, top] = [toDevice(minX, camera.x), toDevice(minY, camera.y)];
    const [right, bottom] = [toDevice(maxX, camera.x), toDevice(maxY, camera.y)];
    const pixels = (isNeutral(tone) ? undefined : tonedOf(place)?.pixels) ?? source.get(place)!;
    context.drawImage(pixels, left, top, right - left, bottom - top);
  }
}

function tonedPixels(raw: TilePixels, table: Uint8ClampedArray): TilePixels {
  const canvas = new OffscreenCanvas(raw.width, raw.height);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.drawImage(raw, 0, 0);
  const data = context.getImageData(0, 0, raw.width, raw.height);
  tonePixels(data.data, table);
  context.putImageData(data, 0, 0);
  return canvas;
}
