import { drawBlock, type Stream } from '@assay/random';
import { MASK_WORDS } from './bins.ts';
import type { LoadedTree } from './store-tree.ts';

const words = new Uint32Array(4);
const UNIT = 2 ** -32;

/** The leaf that a row falls into; `bins[column][row]` is known for every column that the tree asks about. */
export function leafOf(tree: LoadedTree, bins: readonly Uint8Array[], row: number): number {
  let node = 0;
  for (let column = tree.column[0]!; column >= 0; column = tree.column[node]!) {
    const bin = bins[column]![row]!;
    const left = (tree.mask[node * MASK_WORDS + (bin >> 5)]! >>> (bin & 31)) & 1;
    node = left === 1 ? node + 1 : tree.right[node]!;
  }
  return node;
}

/** Room for the draws of one block of rows. */
export type DrawSpace = {
  readonly leaf: Int32Array;
  readonly rank: Uint32Array;
  readonly order: Int32Array;
};

export function createDrawSpace(block: number): DrawSpace {
  return { leaf: new Int32Array(block), rank: new Uint32Array(block), order: new Int32Array(block) };
}

/**
 * Draws a cell for each of rows from ... from + count. The rows of the block that share a leaf share out its
 * distribution in equal parts, one each, in random order (stratified sampling): the block then has each cell about as
 * often as the leaf says, and the table as a whole is as near to the model as its size allows. A smooth cell is moved
 * towards a neighbouring cell of the leaf by up to half of the way, so that values lie between those of a leaf.
 *
 * @param smooth per cell: 1 where it may be moved
 */
export function drawCells(
  tree: LoadedTree,
  bins: readonly Uint8Array[],
  stream: Stream,
  from: number,
  count: number,
  smooth: Uint8Array | null,
  space: DrawSpace,
  out: Uint16Array,
): void {
  const { first, end, below } = tree;
  const { leaf, rank } = space;
  for (let row = 0; row < count; row += 1) leaf[row] = leafOf(tree, bins, row);
  const sizes = shareOut(stream, from, count, tree.column.length, space);
  for (let row = 0; row < count; row += 1) {
    const node = leaf[row]!;
    drawBlock(stream, from + row, 0, 0, words);
    const low = below[first[node]!]!;
    const share = (rank[row]! + words[0]! * UNIT) / sizes[node]!;
    const entry = entryAt(below, first[node]!, end[node]!, low + share * (below[end[node]!]! - low));
    out[row] = smooth === null ? tree.cells[entry]! : moved(tree, node, entry, smooth, words[2]!, words[3]!);
  }
}

/** Gives the rows of each leaf the ranks 0, 1, 2 ... in random order; returns how many rows each node has. */
function shareOut(
  stream: Stream,
  from: number,
  count: number,
  nodes: number,
  { leaf, rank, order }: DrawSpace,
): Uint32Array {
  const sizes = new Uint32Array(nodes);
  for (let row = 0; row < count; row += 1) sizes[leaf[row]!]! += 1;
  const next = new Uint32Array(nodes);
  for (let node = 1; node < nodes; node += 1) next[node] = next[node - 1]! + sizes[node - 1]!;
  const begin = next.slice();
  for (let row = 0; row < count; row += 1) order[next[leaf[row]!]!++] = row;
  let loaded = -1;
  for (let node = 0; node < nodes; node += 1) {
    const start = begin[node]!;
    for (let last = sizes[node]! - 1; last > 0; last -= 1) {
      const at = start + last;
      // A block of words serves four places.
      if (at >> 2 !== loaded) {
        loaded = at >> 2;
        drawBlock(stream, from + loaded, 1, 0, words);
      }
      const other = start + Math.floor(words[at & 3]! * UNIT * (last + 1));
      const kept = order[start + last]!;
      order[start + last] = order[other]!;
      order[other] = kept;
    }
    for (let place = 0; place < sizes[node]!; place += 1) rank[order[start + place]!] = place;
  }
  return sizes;
}

/** The entry of [first, end) that holds a place in the running count. */
export function entryAt(below: Float64Array, first: number, end: number, place: number): number {
  let low = first;
  let high = end - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (below[middle]! <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Moves a smooth cell towards its neighbour in the leaf; past the ends as far as the neighbour inside is away. */
export function moved(
  tree: LoadedTree,
  leaf: number,
  entry: number,
  smooth: Uint8Array,
  side: number,
  distance: number,
): number {
  const cell = tree.cells[entry]!;
  if (smooth[cell] !== 1) return cell;
  const up = (side & 1) === 1;
  const gap = gapOf(tree, leaf, entry, up, smooth) || gapOf(tree, leaf, entry, !up, smooth);
  const way = Math.round((gap / 2) * distance * UNIT);
  const to = Math.max(0, Math.min(smooth.length - 1, up ? cell + way : cell - way));
  return smooth[to] === 1 ? to : cell;
}

/** How many cells the next smooth cell of the leaf is away; 0 if there is none. */
function gapOf(tree: LoadedTree, leaf: number, entry: number, up: boolean, smooth: Uint8Array): number {
  const next = up ? entry + 1 : entry - 1;
  if (next < tree.first[leaf]! || next >= tree.end[leaf]!) return 0;
  const other = tree.cells[next]!;
  return smooth[other] === 1 ? Math.abs(other - tree.cells[entry]!) : 0;
}
