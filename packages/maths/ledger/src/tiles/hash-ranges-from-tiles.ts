import { HASH_LENGTH } from '../hash-length.ts';
import { foldFullSubtree } from '../merkle/fold-full-subtree.ts';
import { hashRange } from '../merkle/hash-range.ts';
import type { TreeRange } from '../merkle/tree-range.ts';
import type { Sha256 } from '../sha256.ts';
import { type ReadTile, TileError } from './tile.ts';
import { tileOfNode } from './tile-of-node.ts';
import { tilesForRanges } from './tiles-for-ranges.ts';

/**
 * The hashes of some subtrees of a tree of `size` leaves, read from stored tiles: each tile once, all
 * together.
 *
 * @throws TileError when a tile holds fewer hashes than the size says
 */
export async function hashRangesFromTiles(
  ranges: readonly TreeRange[],
  size: number,
  readTile: ReadTile,
  sha256: Sha256,
): Promise<Uint8Array[]> {
  const needs = tilesForRanges(ranges, size);
  const tiles = new Map<string, Uint8Array>();
  const read = await Promise.all(needs.map(readTile));
  for (const [i, need] of needs.entries()) {
    const hashes = read[i];
    if (hashes === undefined || hashes.length < need.width * HASH_LENGTH) {
      throw new TileError(need, `holds fewer than ${need.width} hashes`);
    }
    tiles.set(`${need.level}/${need.index}`, hashes);
  }
  return ranges.map((range) =>
    hashRange(
      range,
      (node) => {
        const { tile, first, height } = tileOfNode(node);
        const hashes = tiles.get(`${tile.level}/${tile.index}`);
        if (hashes === undefined) throw new TileError(tile, 'was not read');
        return foldFullSubtree(hashes, first, height, sha256);
      },
      sha256,
    ),
  );
}
