import type { PixelWindow } from '@assay/editor';
import { type Bounds, intersectBounds, type Point } from '@assay/geometry';
import type { ImageSource } from './image-source.ts';
import { type TilePlace, tileBounds, tilesInView } from './tile-plan.ts';

/** The pixels of a picture for tools that look at them (`pixelsAround` of an editor). */
export type PixelReader = {
  /** The pixels around a point; undefined until they have come, which this begins. */
  readonly around: (point: Point) => PixelWindow | undefined;
  readonly stop: () => void;
};

/** Sides of what is read at once, in pixels: 4 megapixels. A picture that is no larger is read as a whole. */
const SIDE = 2048;
/** Windows begin at multiples of this: a tool that goes on nearby looks at the same one. */
const STEP = 512;
/** Kept at a time: 12 MB each. */
const MOST_KEPT = 4;

export function createPixelReader(source: ImageSource): PixelReader {
  const kept = new Map<string, PixelWindow>();
  const coming = new Set<string>();
  const ending = new AbortController();

  const read = async (key: string, bounds: Bounds) => {
    coming.add(key);
    try {
      const window = await readWindow(source, bounds, ending.signal);
      if (ending.signal.aborted) return;
      kept.set(key, window);
      for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest);
    } catch {
      // Asked for again when somebody needs it again.
    } finally {
      coming.delete(key);
    }
  };

  return {
    around: (point) => {
      const bounds = windowAround(source, point);
      const key = `${bounds.minX} ${bounds.minY}`;
      if (!kept.has(key) && !coming.has(key) && !ending.signal.aborted) void read(key, bounds);
      return kept.get(key);
    },
    stop: () => {
      ending.abort();
      kept.clear();
    },
  };
}

function windowAround({ size }: ImageSource, { x, y }: Point): Bounds {
  const from = (at: number, length: number) => {
    const free = Math.floor((at - SIDE / 2) / STEP) * STEP;
    return Math.max(0, Math.min(free, length - SIDE));
  };
  const [minX, minY] = [from(x, size.width), from(y, size.height)];
  return { minX, minY, maxX: Math.min(size.width, minX + SIDE), maxY: Math.min(size.height, minY + SIDE) };
}

async function readWindow(source: ImageSource, bounds: Bounds, signal: AbortSignal): Promise<PixelWindow> {
  const [width, height] = [bounds.maxX - bounds.minX, bounds.maxY - bounds.minY];
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  const camera = { x: bounds.minX, y: bounds.minY, zoom: 1 };
  const draw = async (place: TilePlace) => {
    const at = tileBounds(source, place);
    if (intersectBounds(at, bounds) === undefined) return;
    const pixels = await source.read(place, signal);
    context.drawImage(pixels, at.minX - bounds.minX, at.minY - bounds.minY);
  };
  await Promise.all(tilesInView(source, 0, camera, { width, height }).map(draw));
  const { data } = context.getImageData(0, 0, width, height);
  return { picture: { pixels: withoutOpacity(data), width, height }, left: bounds.minX, top: bounds.minY };
}

/** Red, green and blue of pixels that have an opacity besides. */
function withoutOpacity(data: Uint8ClampedArray): Uint8Array {
  const pixels = new Uint8Array((data.length / 4) * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    pixels[to] = data[from]!;
    pixels[to + 1] = data[from + 1]!;
    pixels[to + 2] = data[from + 2]!;
  }
  return pixels;
}
