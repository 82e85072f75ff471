import { packIntegers, unpack } from '../cells/pack.ts';
import { MASK_WORDS } from './bins.ts';
import type { GrownTree } from './grow-tree.ts';
import type { StoredTree } from './model.ts';

/** A tree that can be drawn from. Nodes stand left first; the entries of a node are those of the leaves below it. */
export type LoadedTree = {
  readonly column: Int16Array;
  readonly mask: Uint32Array;
  readonly right: Int32Array;
  readonly parent: Int32Array;
  /** First and past-the-last entry of each node. */
  readonly first: Int32Array;
  readonly end: Int32Array;
  readonly cells: Uint16Array;
  /** Rows of all entries before: entry e has below[e + 1] - below[e]. */
  readonly below: Float64Array;
};

/** A grown tree as plain JSON: its questions, and how many rows each leaf has in each cell. No order of rows. */
export function storeTree(tree: GrownTree, codes: Uint16Array, cellTotal: number): StoredTree {
  const held: number[] = [];
  const cells: number[] = [];
  const counts: number[] = [];
  const mask: number[] = [];
  const tally = new Uint32Array(cellTotal);
  for (let node = 0; node < tree.column.length; node += 1) {
    if (tree.column[node]! >= 0) {
      mask.push(...tree.mask.slice(node * MASK_WORDS, (node + 1) * MASK_WORDS));
      continue;
    }
    const before = cells.length;
    tally.fill(0);
    for (let at = tree.start[node]!; at < tree.end[node]!; at += 1) tally[codes[tree.rows[at]!]!]! += 1;
    for (let cell = 0; cell < cellTotal; cell += 1)
      if (tally[cell]! > 0) {
        cells.push(cell);
        counts.push(tally[cell]!);
      }
    held.push(cells.length - before);
  }
  return {
    column: packIntegers(tree.column.map((column) => column + 1)),
    mask: packIntegers(mask),
    held: packIntegers(held),
    cells: packIntegers(cells),
    counts: packIntegers(counts),
  };
}

/** A tree from plain JSON. */
export function loadTree(stored: StoredTree): LoadedTree {
  const column = Int16Array.from(unpack(stored.column), (each) => each - 1);
  const asked = unpack(stored.mask);
  const held = unpack(stored.held);
  const cells = Uint16Array.from(unpack(stored.cells));
  const counts = unpack(stored.counts);
  const below = new Float64Array(cells.length + 1);
  for (let entry = 0; entry < cells.length; entry += 1) below[entry + 1] = below[entry]! + counts[entry]!;
  const nodes = column.length;
  const mask = new Uint32Array(nodes * MASK_WORDS);
  const right = new Int32Array(nodes).fill(-1);
  const parent = new Int32Array(nodes).fill(-1);
  const first = new Int32Array(nodes);
  const end = new Int32Array(nodes);
  // Nodes that ask and whose right child has not come yet, the nearest last.
  const open: number[] = [];
  let leaf = 0;
  let entry = 0;
  let question = 0;
  for (let node = 0; node < nodes; node += 1) {
    first[node] = entry;
    if (column[node]! >= 0) {
      for (let word = 0; word < MASK_WORDS; word += 1)
        mask[node * MASK_WORDS + word] = asked[question * MASK_WORDS + word]!;
      question += 1;
      open.push(node);
      parent[node + 1] = node;
      continue;
    }
    entry += held[leaf]!;
    leaf += 1;
    end[node] = entry;
    const above = open.pop();
    if (above === undefined) continue;
    right[above] = node + 1;
    parent[node + 1] = above;
  }
  for (let node = nodes - 1; node >= 0; node -= 1) if (column[node]! >= 0) end[node] = end[right[node]!]!;
  return { column, mask, right, parent, first, end, cells, below };
}
