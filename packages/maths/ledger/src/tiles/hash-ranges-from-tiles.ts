import { HASH_LENGTH } from '../hash-length.ts';
import { hashRange } from '../merkle/hash-range.ts';
import type { TreeRange } from '../merkle/tree-range.ts';
import type { Sha256 } from '../sha256.ts';
import type { ExpandedTile } from './expand-tile.ts';
import { TileError } from './tile.ts';
import { tileOfNode } from './tile-of-node.ts';
import type { TileSource } from './tile-source.ts';
import { tilesForRanges } from './tiles-for-ranges.ts';

/**
 * The hashes of some subtrees of a tree of `size` leaves, from tiles: each asked for once, all together.
 *
 * @throws TileError when a tile holds fewer hashes than the size says
 */
export async function hashRangesFromTiles(
  ranges: readonly TreeRange[],
  size: number,
  source: TileSource,
  sha256: Sha256,
): Promise<Uint8Array[]> {
  const needs = tilesForRanges(ranges, size);
  const expanded = await Promise.all(needs.map(source));
  const tiles = new Map<string, ExpandedTile>();
  for (const [i, { level, index }] of needs.entries()) tiles.set(`${level}/${index}`, expanded[i] ?? []);
  return ranges.map((range) =>
    hashRange(
      range,
      (node) => {
        const { tile, first, height } = tileOfNode(node);
        const at = (first / 2 ** height) * HASH_LENGTH;
        const hash = tiles.get(`${tile.level}/${tile.index}`)?.[height]?.slice(at, at + HASH_LENGTH);
        if (hash?.length !== HASH_LENGTH) throw new TileError(tile, 'does not hold what the size says');
        return hash;
      },
      sha256,
    ),
  );
}
