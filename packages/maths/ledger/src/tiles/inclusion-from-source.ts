import { inclusionRanges } from '../merkle/inclusion-ranges.ts';
import { sha256 as portable, type Sha256 } from '../sha256.ts';
import { hashRangesFromTiles } from './hash-ranges-from-tiles.ts';
import type { TileSource } from './tile-source.ts';

/**
 * The inclusion proof of a leaf, from tiles with their inner nodes (`expandTile`), for callers who keep those: a
 * tile of a width never changes, and computing its nodes takes longer than all the rest.
 *
 * @returns hashes of 32 bytes, from the leaf up, as `inclusionProof` gives them
 * @throws RangeError when there is no such leaf; TileError when a tile does not hold what the size says
 * @see RFC 6962 section 2.1.1, C2SP tlog-tiles
 */
export function inclusionFromSource(
  index: number,
  size: number,
  source: TileSource,
  sha256: Sha256 = portable,
): Promise<Uint8Array[]> {
  return hashRangesFromTiles(inclusionRanges(index, size), size, source, sha256);
}
