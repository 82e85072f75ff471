import type { TreeNode } from '../merkle/tree-range.ts';
import { TILE_HEIGHT, TILE_WIDTH, type TilePlace } from './tile.ts';

/** Where a full subtree's hash comes from: `2 ** height` hashes of a tile, from the one at `first`. */
export interface NodeInTile {
  readonly tile: TilePlace;
  readonly first: number;
  readonly height: number;
}

/** The tile and the hashes in it that give the hash of a full subtree. */
export function tileOfNode(node: TreeNode): NodeInTile {
  const level = Math.floor(node.level / TILE_HEIGHT);
  const height = node.level % TILE_HEIGHT;
  const start = node.index * 2 ** height;
  const index = Math.floor(start / TILE_WIDTH);
  return { tile: { level, index }, first: start - index * TILE_WIDTH, height };
}
