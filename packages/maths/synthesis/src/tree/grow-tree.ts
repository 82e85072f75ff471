import type { Control } from '../generator.ts';
import { type Bins, MASK_WORDS } from './bins.ts';
import type { Response } from './response.ts';
import { createSplitFinder } from './split-finder.ts';

/** A column that splits may ask about, with the bin of each row. */
export type Predictor = { readonly column: number; readonly bins: Bins; readonly codes: Uint8Array };

/** A grown tree. Nodes stand in the order of a walk that goes left first; the rows of a node lie side by side. */
export type GrownTree = {
  /** Column asked about, -1 for a leaf. */
  readonly column: number[];
  /** MASK_WORDS words per node: the bins that go left. */
  readonly mask: number[];
  /** The right child; the left one is the next node. */
  readonly right: number[];
  /** The parent, -1 for the root. */
  readonly parent: number[];
  readonly start: number[];
  readonly end: number[];
  /** All rows, leaf by leaf. */
  readonly rows: Int32Array;
  /** Evidence gathered per column asked about. */
  readonly evidence: Map<number, number>;
};

/** When splitting ends. */
export type Stopping = {
  /** Least rows of a leaf. */
  readonly leaf: number;
  /** Least surprise of a split, in standard deviations of chance. */
  readonly evidence: number;
};

const DEEPEST = 40;

/** Grows a tree that tells the response from the predictors: at each node the split with most evidence. */
export function growTree(
  predictors: readonly Predictor[],
  response: Response,
  rowCount: number,
  stopping: Stopping,
  control?: Control,
): GrownTree {
  const rows = Int32Array.from({ length: rowCount }, (_, row) => row);
  const spare = new Int32Array(rowCount);
  const tree: GrownTree = {
    column: [],
    mask: [],
    right: [],
    parent: [],
    start: [],
    end: [],
    rows,
    evidence: new Map(),
  };
  const finder = createSplitFinder(predictors, response);
  grow(0, rowCount, -1, 0);
  return tree;

  function grow(start: number, end: number, parent: number, depth: number): void {
    const node = tree.column.length;
    tree.column.push(-1);
    tree.right.push(-1);
    tree.parent.push(parent);
    tree.start.push(start);
    tree.end.push(end);
    for (let word = 0; word < MASK_WORDS; word += 1) tree.mask.push(0);
    if (end - start < 2 * stopping.leaf || depth === DEEPEST) return;
    control?.throwIfAborted();
    const split = finder.find(rows, start, end, stopping.leaf);
    if (split.predictor < 0 || split.surprise < stopping.evidence) return;
    const { column, codes } = predictors[split.predictor]!;
    tree.column[node] = column;
    tree.evidence.set(column, (tree.evidence.get(column) ?? 0) + split.evidence);
    for (let word = 0; word < MASK_WORDS; word += 1) tree.mask[node * MASK_WORDS + word] = split.mask[word]!;
    const middle = partition(rows, spare, start, end, codes, split.mask);
    grow(start, middle, node, depth + 1);
    tree.right[node] = tree.column.length;
    grow(middle, end, node, depth + 1);
  }
}

/** Moves the rows that go left to the front, each side in its order; returns where the right side begins. */
function partition(
  rows: Int32Array,
  spare: Int32Array,
  start: number,
  end: number,
  codes: Uint8Array,
  mask: Uint32Array,
): number {
  let left = start;
  let right = 0;
  for (let at = start; at < end; at += 1) {
    const row = rows[at]!;
    const bin = codes[row]!;
    if ((mask[bin >> 5]! >>> (bin & 31)) & 1) rows[left++] = row;
    else spare[right++] = row;
  }
  rows.set(spare.subarray(0, right), left);
  return left;
}
