import { emptyRoot } from '../merkle/empty-root.ts';
import { requireSize } from '../merkle/tree-range.ts';
import { sha256 as portable, type Sha256 } from '../sha256.ts';
import { hashRangesFromTiles } from './hash-ranges-from-tiles.ts';
import type { ReadTile } from './tile.ts';
import { tileSource } from './tile-source.ts';

/**
 * The root of the tree at a size, from stored tiles (`tilesForRoot` names them beforehand).
 *
 * @param size leaves, at most as many as were stored: earlier sizes work too
 * @returns 32 bytes
 * @throws RangeError for a size that is not a whole number; TileError when a tile is too short
 * @see RFC 6962 section 2.1, C2SP tlog-tiles
 */
export async function rootFromTiles(
  size: number,
  readTile: ReadTile,
  sha256: Sha256 = portable,
): Promise<Uint8Array> {
  requireSize(size, 0, 'The size of the tree');
  if (size === 0) return emptyRoot(sha256);
  const [root] = await hashRangesFromTiles(
    [{ from: 0, to: size }],
    size,
    tileSource(readTile, sha256),
    sha256,
  );
  return root ?? emptyRoot(sha256);
}
