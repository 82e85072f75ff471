/** Hashes in a full tile: a tile spans 8 levels of the tree (C2SP tlog-tiles). */
export const TILE_WIDTH = 256;
/** Levels of the tree that a tile spans. */
export const TILE_HEIGHT = 8;

/** A tile's place. Tile (level, index) holds the tree's hashes of level 8 * level, from index * 256. */
export interface TilePlace {
  readonly level: number;
  readonly index: number;
}

/** A tile that a computation needs, with how many of its first hashes (1 to 256). */
export interface TileNeed extends TilePlace {
  readonly width: number;
}

/** A stored tile: 1 to 256 hashes of 32 bytes, one after the other. */
export interface Tile extends TilePlace {
  readonly hashes: Uint8Array;
}

/**
 * Reads a stored tile. It may give more hashes than are needed, as a tile only grows: a prefix never changes.
 */
export type ReadTile = (need: TileNeed) => Promise<Uint8Array>;

/** A tile is missing or holds fewer hashes than the ledger's size says. */
export class TileError extends Error {
  readonly place: TilePlace;

  constructor(place: TilePlace, why: string) {
    super(`Tile ${place.index} of level ${place.level} ${why}.`);
    this.name = 'TileError';
    this.place = place;
  }
}
