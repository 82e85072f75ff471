import { TILE_WIDTH, type TileNeed } from './tile.ts';

/** The unfinished tiles at the right edge of a tree of `size` leaves: all that appending reads. */
export function tilesForAppend(size: number): TileNeed[] {
  const needs: TileNeed[] = [];
  let atLevel = size;
  for (let level = 0; atLevel > 0; level += 1) {
    const width = atLevel % TILE_WIDTH;
    if (width > 0) needs.push({ level, index: Math.floor(atLevel / TILE_WIDTH), width });
    atLevel = Math.floor(atLevel / TILE_WIDTH);
  }
  return needs;
}
