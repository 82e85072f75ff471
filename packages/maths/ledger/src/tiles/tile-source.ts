import { HASH_LENGTH } from '../hash-length.ts';
import type { Sha256 } from '../sha256.ts';
import { type ExpandedTile, expandTile } from './expand-tile.ts';
import { type ReadTile, TileError, type TileNeed } from './tile.ts';

/** Gives a tile with its inner nodes. */
export type TileSource = (need: TileNeed) => Promise<ExpandedTile>;

/** Reads and expands each tile anew. */
export function tileSource(readTile: ReadTile, sha256: Sha256): TileSource {
  return async (need) => {
    const hashes = await readTile(need);
    if (hashes.length < need.width * HASH_LENGTH) {
      throw new TileError(need, `holds fewer than ${need.width} hashes`);
    }
    return expandTile(hashes, need.width, sha256);
  };
}

/**
 * Keeps the tiles that were used last, so that proofs of neighbours read and hash little.
 *
 * @param limit tiles kept; each takes 16 KiB
 */
export function keepingTiles(source: TileSource, limit: number): TileSource {
  const kept = new Map<string, Promise<ExpandedTile>>();
  return (need) => {
    const name = `${need.level}/${need.index}/${need.width}`;
    const tile = kept.get(name) ?? source(need);
    // A map remembers the order of insertion: the first is the one unused for longest.
    kept.delete(name);
    kept.set(name, tile);
    tile.catch(() => kept.delete(name));
    const [oldest] = kept.keys();
    if (kept.size > limit && oldest !== undefined) kept.delete(oldest);
    return tile;
  };
}
