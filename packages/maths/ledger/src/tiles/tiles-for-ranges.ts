import { fullSubtrees } from '../merkle/full-subtrees.ts';
import type { TreeRange } from '../merkle/tree-range.ts';
import type { TileNeed } from './tile.ts';
import { tileOfNode } from './tile-of-node.ts';
import { tileWidth } from './tile-width.ts';

/** The tiles that give the hashes of some subtrees of a tree of `size` leaves, each named once. */
export function tilesForRanges(ranges: readonly TreeRange[], size: number): TileNeed[] {
  const needs = new Map<string, TileNeed>();
  for (const range of ranges) {
    for (const node of fullSubtrees(range)) {
      const { tile } = tileOfNode(node);
      needs.set(`${tile.level}/${tile.index}`, { ...tile, width: tileWidth(tile, size) });
    }
  }
  return [...needs.values()];
}
