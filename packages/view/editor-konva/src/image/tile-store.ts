import type { ImageSource, TilePixels } from './image-source.ts';
import { type TilePlace, tileKey } from './tile-plan.ts';

/** The tiles of a picture that are at hand, and those that are on their way. */
export type TileStore<T> = {
  readonly get: (place: TilePlace) => T | undefined;
  /**
   * Says which tiles are wanted now, the most urgent first: they are asked for before any that were wanted earlier, and
   * those that are wanted no more are given up.
   */
  readonly want: (places: readonly TilePlace[]) => void;
  /** Is every tile at hand, or known to be missing, that was wanted last? */
  readonly isComplete: () => boolean;
  readonly stop: () => void;
};

export type TileStoreSettings<T> = {
  readonly load: ImageSource['tile'];
  /** What is kept of a tile's pixels. */
  readonly keep: (pixels: TilePixels) => T;
  readonly release: (tile: T) => void;
  /** A tile came, or could not be had. */
  readonly onChange: () => void;
};

/** As many as a browser asks one server for at a time. */
const CONCURRENT = 6;
/** Kept although they are not wanted: 256 tiles of 512 x 512 pixels are 256 MB. */
const MOST_KEPT = 256;
/** How often a tile is asked for before it counts as missing. */
const ATTEMPTS = 3;

export function createTileStore<T>({ load, keep, release, onChange }: TileStoreSettings<T>): TileStore<T> {
  /** In the order in which they were last wanted. */
  const kept = new Map<string, T>();
  const loading = new Map<string, AbortController>();
  const failures = new Map<string, number>();
  let wanted: readonly TilePlace[] = [];
  let isStopped = false;

  const isMissing = (key: string) => (failures.get(key) ?? 0) >= ATTEMPTS;

  const fetchTile = async (place: TilePlace, key: string, { signal }: AbortController) => {
    try {
      const pixels = await load(place.level, place.column, place.row, signal);
      if (!signal.aborted) kept.set(key, keep(pixels));
    } catch {
      // The tile stays out, and what is coarser is shown in its place.
      if (!signal.aborted) failures.set(key, (failures.get(key) ?? 0) + 1);
    }
    if (signal.aborted) return;
    loading.delete(key);
    trim();
    fill();
    onChange();
  };

  const fill = () => {
    for (const place of wanted) {
      if (isStopped || loading.size >= CONCURRENT) return;
      const key = tileKey(place);
      if (kept.has(key) || loading.has(key) || isMissing(key)) continue;
      const abort = new AbortController();
      loading.set(key, abort);
      void fetchTile(place, key, abort);
    }
  };

  const trim = () => {
    const needed = new Set(wanted.map(tileKey));
    for (const [key, tile] of kept) {
      if (kept.size <= MOST_KEPT) return;
      if (needed.has(key)) continue;
      kept.delete(key);
      release(tile);
    }
  };

  return {
    get: (place) => kept.get(tileKey(place)),
    want: (places) => {
      wanted = places;
      const needed = new Set(places.map(tileKey));
      for (const [key, abort] of loading) {
        if (needed.has(key)) continue;
        loading.delete(key);
        abort.abort();
      }
      for (const key of needed) {
        const tile = kept.get(key);
        if (tile === undefined) continue;
        kept.delete(key);
        kept.set(key, tile);
      }
      fill();
    },
    isComplete: () => wanted.every((place) => kept.has(tileKey(place)) || isMissing(tileKey(place))),
    stop: () => {
      isStopped = true;
      for (const abort of loading.values()) abort.abort();
      for (const tile of kept.values()) release(tile);
      kept.clear();
    },
  };
}
