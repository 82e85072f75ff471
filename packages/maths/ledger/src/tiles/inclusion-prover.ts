import { inclusionRanges } from '../merkle/inclusion-ranges.ts';
import { sha256 as portable, type Sha256 } from '../sha256.ts';
import { hashRangesFromTiles } from './hash-ranges-from-tiles.ts';
import type { ReadTile } from './tile.ts';
import { keepingTiles, tileSource } from './tile-source.ts';

/** Enough for the ways of neighbours in any tree: a few tiles on each level; 512 KiB. */
const KEPT_TILES = 32;

/**
 * Proves many leaves of one tree, best by rising index, as an export does: the tiles used last are kept, so
 * that a neighbour's proof reads and hashes almost nothing.
 *
 * @param size leaves in the tree
 * @returns for an index the proof that `inclusionFromTiles` gives
 * @see RFC 6962 section 2.1.1, C2SP tlog-tiles
 */
export function inclusionProver(
  size: number,
  readTile: ReadTile,
  sha256: Sha256 = portable,
): (index: number) => Promise<Uint8Array[]> {
  const source = keepingTiles(tileSource(readTile, sha256), KEPT_TILES);
  return async (index) => hashRangesFromTiles(inclusionRanges(index, size), size, source, sha256);
}
