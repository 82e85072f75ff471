import { sha256 as portable, type Sha256 } from '../sha256.ts';
import { inclusionFromSource } from './inclusion-from-source.ts';
import type { ReadTile } from './tile.ts';
import { tileSource } from './tile-source.ts';

/**
 * The inclusion proof of a leaf, from stored tiles (`tilesForInclusion` names them beforehand).
 *
 * @returns hashes of 32 bytes, from the leaf up, as `inclusionProof` gives them
 * @throws RangeError when there is no such leaf; TileError when a tile is too short
 * @see RFC 6962 section 2.1.1, C2SP tlog-tiles
 */
export function inclusionFromTiles(
  index: number,
  size: number,
  readTile: ReadTile,
  sha256: Sha256 = portable,
): Promise<Uint8Array[]> {
  return inclusionFromSource(index, size, tileSource(readTile, sha256), sha256);
}
