import { concatBytes } from '../concat-bytes.ts';
import { HASH_LENGTH } from '../hash-length.ts';
import { emptyRoot } from '../merkle/empty-root.ts';
import { foldFullSubtree } from '../merkle/fold-full-subtree.ts';
import { hashRange } from '../merkle/hash-range.ts';
import { requireSize } from '../merkle/tree-range.ts';
import { sha256 as portable, type Sha256 } from '../sha256.ts';
import { type ReadTile, TILE_HEIGHT, TILE_WIDTH, type Tile, TileError } from './tile.ts';
import { tileOfNode } from './tile-of-node.ts';
import { tilesForAppend } from './tiles-for-append.ts';

/** What appending leaves changes. */
export interface Appended {
  /** Tiles that are new or longer, whole: each replaces the stored tile of its place. */
  readonly tiles: readonly Tile[];
  readonly newSize: number;
  /** Root of the tree of `newSize` leaves, 32 bytes. */
  readonly root: Uint8Array;
}

/** The unfinished tile of a level: its first `kept` hashes are stored already. */
interface Edge {
  index: number;
  hashes: Uint8Array;
}

/**
 * Appends leaves to a tree kept in tiles. Reads only the unfinished tiles (`tilesForAppend`), at most one a
 * level. Store the changed tiles and the new size in one transaction.
 *
 * @param size leaves stored so far
 * @param newLeafHashes leaf hashes (see `leafHash`) of 32 bytes, in index order from `size`
 * @throws RangeError for a hash that is not 32 bytes or a size that is not a whole number; TileError when a
 * stored tile is too short
 * @see C2SP tlog-tiles
 */
export async function appendLeaves(
  readTile: ReadTile,
  size: number,
  newLeafHashes: readonly Uint8Array[],
  sha256: Sha256 = portable,
): Promise<Appended> {
  requireSize(size, 0, 'The size of the tree');
  if (newLeafHashes.some((hash) => hash.length !== HASH_LENGTH)) {
    throw new RangeError('A leaf hash has 32 bytes.');
  }
  const edges = await readEdges(readTile, size);
  const tiles: Tile[] = [];
  let coming = newLeafHashes;
  for (let level = 0; coming.length > 0; level += 1) {
    coming = appendAtLevel(level, edgeAt(edges, level, size), coming, tiles, sha256);
  }
  const newSize = size + newLeafHashes.length;
  return { tiles, newSize, root: rootOfEdges(edges, newSize, sha256) };
}

async function readEdges(readTile: ReadTile, size: number): Promise<Map<number, Edge>> {
  const needs = tilesForAppend(size);
  const read = await Promise.all(needs.map(readTile));
  const edges = new Map<number, Edge>();
  for (const [i, need] of needs.entries()) {
    const hashes = read[i]?.slice(0, need.width * HASH_LENGTH);
    if (hashes?.length !== need.width * HASH_LENGTH) {
      throw new TileError(need, `holds fewer than ${need.width} hashes`);
    }
    edges.set(need.level, { index: need.index, hashes });
  }
  return edges;
}

function edgeAt(edges: Map<number, Edge>, level: number, size: number): Edge {
  const known = edges.get(level);
  if (known !== undefined) return known;
  const index = Math.floor(size / TILE_WIDTH ** (level + 1));
  const edge: Edge = { index, hashes: new Uint8Array(0) };
  edges.set(level, edge);
  return edge;
}

/** Fills the edge, notes what changed in `tiles`, and gives the roots of the tiles that became full. */
function appendAtLevel(
  level: number,
  edge: Edge,
  coming: readonly Uint8Array[],
  tiles: Tile[],
  sha256: Sha256,
): Uint8Array[] {
  const finished: Uint8Array[] = [];
  for (let at = 0; at < coming.length; ) {
    const room = TILE_WIDTH - edge.hashes.length / HASH_LENGTH;
    edge.hashes = concatBytes([edge.hashes, ...coming.slice(at, at + room)]);
    at += room;
    tiles.push({ level, index: edge.index, hashes: edge.hashes });
    if (edge.hashes.length === TILE_WIDTH * HASH_LENGTH) {
      finished.push(foldFullSubtree(edge.hashes, 0, TILE_HEIGHT, sha256));
      edge.index += 1;
      edge.hashes = new Uint8Array(0);
    }
  }
  return finished;
}

function rootOfEdges(edges: ReadonlyMap<number, Edge>, size: number, sha256: Sha256): Uint8Array {
  if (size === 0) return emptyRoot(sha256);
  return hashRange(
    { from: 0, to: size },
    (node) => {
      const { tile, first, height } = tileOfNode(node);
      const edge = edges.get(tile.level);
      if (edge?.index !== tile.index) throw new TileError(tile, 'is not at the right edge');
      return foldFullSubtree(edge.hashes, first, height, sha256);
    },
    sha256,
  );
}
