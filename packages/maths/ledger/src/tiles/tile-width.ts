import { TILE_WIDTH, type TilePlace } from './tile.ts';

/** How many hashes a tile holds (0 to 256) in a tree of `size` leaves (C2SP tlog-tiles, partial tiles). */
export function tileWidth(place: TilePlace, size: number): number {
  const atLevel = Math.floor(size / TILE_WIDTH ** place.level);
  return Math.max(0, Math.min(TILE_WIDTH, atLevel - place.index * TILE_WIDTH));
}
