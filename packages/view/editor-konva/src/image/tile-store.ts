import type { TileLoader, TilePixels } from './image-source.ts';
import { type TilePlace, tileKey } from './tile-plan.ts';

/** The tiles of a picture that are at hand, and those that are on their way. */
export type TileStore = {
  readonly get: (place: TilePlace) => TilePixels | undefined;
  /** A tile that is not drawn, for whoever looks at its pixels at once: it may be let go of afterwards. */
  readonly read: (place: TilePlace, signal: AbortSignal) => Promise<TilePixels>;
  /**
   * Says which tiles are wanted now, the most urgent first: they are asked for before any that were wanted earlier, and
   * those that are wanted no more are given up.
   */
  readonly want: (places: readonly TilePlace[]) => void;
  /** Is every tile at hand, or known to be missing, that was wanted last? */
  readonly isComplete: () => boolean;
  /** Is there anything of the picture to be seen? */
  readonly isSeen: () => boolean;
  /** Is a tile missing that is wanted? It is asked for again now and then. */
  readonly isLost: () => boolean;
  /** Asks at once for what is missing. */
  readonly retry: () => void;
  /** Tells whenever a tile came, or could not be had. Returns its end. */
  readonly listen: (onChange: () => void) => () => void;
  readonly stop: () => void;
};

export type TileStoreSettings = {
  readonly load: TileLoader['tile'];
  /** What is not kept any more. */
  readonly release: (pixels: TilePixels) => void;
  /** Calls back after so many milliseconds. Returns how to give it up. */
  readonly later: (work: () => void, ms: number) => () => void;
};

/** As many as a browser asks one server for at a time. */
const CONCURRENT = 6;
/** Kept although they are not wanted: 256 tiles of 512 x 512 pixels are 256 MB. */
const MOST_KEPT = 256;
/** How often a tile is asked for before it counts as missing. */
const ATTEMPTS = 3;
/** How long it is waited before a tile is asked for again: twice as long after each failure, up to a limit. */
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

export function createTileStore({ load, release, later }: TileStoreSettings): TileStore {
  /** In the order in which they were last wanted. */
  const kept = new Map<string, TilePixels>();
  const loading = new Map<string, AbortController>();
  const failures = new Map<string, number>();
  /** Those that failed and are not asked for yet, with how to give that up. */
  const waiting = new Map<string, () => void>();
  const listeners = new Set<() => void>();
  let wanted: readonly TilePlace[] = [];
  let isStopped = false;

  const isMissing = (key: string) => (failures.get(key) ?? 0) >= ATTEMPTS;
  const tell = () => {
    for (const listener of listeners) listener();
  };

  const fetchTile = async (place: TilePlace, key: string, { signal }: AbortController) => {
    try {
      const pixels = await load(place.level, place.column, place.row, signal);
      if (signal.aborted) return release(pixels);
      kept.set(key, pixels);
      failures.delete(key);
    } catch {
      if (signal.aborted) return;
      // The tile stays out for now, and what is coarser is shown in its place.
      postpone(key);
    }
    loading.delete(key);
    trim();
    fill();
    tell();
  };

  const postpone = (key: string) => {
    const failed = failures.get(key) ?? 0;
    failures.set(key, failed + 1);
    const again = () => {
      waiting.delete(key);
      fill();
    };
    waiting.set(key, later(again, Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failed)));
  };

  const fill = () => {
    for (const place of wanted) {
      if (isStopped || loading.size >= CONCURRENT) return;
      const key = tileKey(place);
      if (kept.has(key) || loading.has(key) || waiting.has(key)) continue;
      const abort = new AbortController();
      loading.set(key, abort);
      void fetchTile(place, key, abort);
    }
  };

  const trim = () => {
    const needed = new Set(wanted.map(tileKey));
    for (const [key, pixels] of kept) {
      if (kept.size <= MOST_KEPT) return;
      if (needed.has(key)) continue;
      kept.delete(key);
      release(pixels);
    }
  };

  const stopWaiting = () => {
    for (const giveUp of waiting.values()) giveUp();
    waiting.clear();
  };

  return {
    get: (place) => kept.get(tileKey(place)),
    read: async (place, signal) => {
      const key = tileKey(place);
      const pixels = kept.get(key) ?? (await load(place.level, place.column, place.row, signal));
      if (isStopped) release(pixels);
      else if (!kept.has(key)) {
        kept.set(key, pixels);
        trim();
      }
      return pixels;
    },
    want: (places) => {
      wanted = places;
      const needed = new Set(places.map(tileKey));
      for (const [key, abort] of loading) {
        if (needed.has(key)) continue;
        loading.delete(key);
        abort.abort();
      }
      for (const key of needed) {
        const pixels = kept.get(key);
        if (pixels === undefined) continue;
        kept.delete(key);
        kept.set(key, pixels);
      }
      fill();
    },
    isComplete: () => wanted.every((place) => kept.has(tileKey(place)) || isMissing(tileKey(place))),
    isSeen: () => kept.size > 0,
    isLost: () => wanted.some((place) => isMissing(tileKey(place))),
    retry: () => {
      stopWaiting();
      failures.clear();
      fill();
      tell();
    },
    listen: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    stop: () => {
      isStopped = true;
      stopWaiting();
      listeners.clear();
      for (const abort of loading.values()) abort.abort();
      for (const pixels of kept.values()) release(pixels);
      kept.clear();
    },
  };
}
