import { consistencyRanges } from '../merkle/consistency-ranges.ts';
import { sha256 as portable, type Sha256 } from '../sha256.ts';
import { hashRangesFromTiles } from './hash-ranges-from-tiles.ts';
import type { ReadTile } from './tile.ts';
import { tileSource } from './tile-source.ts';

/**
 * The consistency proof between two sizes, from stored tiles (`tilesForConsistency` names them beforehand).
 *
 * @returns hashes of 32 bytes, as `consistencyProof` gives them
 * @throws RangeError unless 1 <= size1 <= size2; TileError when a tile is too short
 * @see RFC 6962 section 2.1.2, C2SP tlog-tiles
 */
export function consistencyFromTiles(
  size1: number,
  size2: number,
  readTile: ReadTile,
  sha256: Sha256 = portable,
): Promise<Uint8Array[]> {
  return hashRangesFromTiles(consistencyRanges(size1, size2), size2, tileSource(readTile, sha256), sha256);
}
