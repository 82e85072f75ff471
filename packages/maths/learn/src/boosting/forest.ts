import type { BinnedTable } from '../binning/bin-table.ts';
import { binCount, type ColumnBins } from '../binning/column-bins.ts';
import type { Split, Tree } from './model.ts';

/** Trees as flat arrays, to be walked quickly. A child below zero is the leaf `-1 - child`. */
export type Forest = {
  /** Where each tree starts: a child as above. */
  readonly roots: Int32Array;
  readonly feature: Int32Array;
  /** The children of split `s`: `2 s` for bins that go right, `2 s + 1` for those that go left. */
  readonly children: Int32Array;
  /** `side[256 s + bin]` is 1 where the bin goes left. */
  readonly side: Uint8Array;
  readonly value: Float64Array;
};

export function forestOf(trees: readonly Tree[], features: readonly ColumnBins[]): Forest {
  const splits = trees.reduce((sum, tree) => sum + tree.filter((node) => node.kind !== 'leaf').length, 0);
  const forest = {
    roots: new Int32Array(trees.length),
    feature: new Int32Array(splits),
    children: new Int32Array(2 * splits),
    side: new Uint8Array(256 * splits),
    value: new Float64Array(splits + trees.length),
  };
  let nextSplit = 0;
  let nextLeaf = 0;
  for (const [t, tree] of trees.entries()) {
    const place = tree.map((node) => (node.kind === 'leaf' ? -1 - nextLeaf++ : nextSplit++));
    forest.roots[t] = place[0]!;
    for (const [index, node] of tree.entries()) {
      const at = place[index]!;
      if (node.kind === 'leaf') forest.value[-1 - at] = node.value;
      else {
        forest.feature[at] = node.feature;
        forest.children[2 * at] = place[node.right]!;
        forest.children[2 * at + 1] = place[node.left]!;
        writeSides(node, binCount(features[node.feature]!), forest.side.subarray(256 * at, 256 * (at + 1)));
      }
    }
  }
  return forest;
}

function writeSides(node: Split, missing: number, side: Uint8Array): void {
  if (node.kind === 'number') side.fill(1, 0, node.lastLeft + 1);
  else for (const bin of node.leftBins) side[bin] = 1;
  side[missing] = node.missingLeft ? 1 : 0;
}

/** Rows walked together, so that their bins stay in the cache while all trees pass over them. */
const BLOCK = 2048;

/**
 * Adds the leaves' values to scores: tree `t` to `scores[stride row + t % stride]`, for the given rows (all when left
 * out).
 */
export function addForest(
  forest: Forest,
  table: BinnedTable,
  scores: Float64Array,
  stride: number,
  rows?: Int32Array,
): void {
  const width = table.columns.length;
  const codes = new Uint8Array(BLOCK * width);
  const count = rows?.length ?? table.rows;
  for (let start = 0; start < count; start += BLOCK) {
    const size = Math.min(BLOCK, count - start);
    for (let feature = 0; feature < width; feature += 1) {
      const column = table.columns[feature]!;
      for (let at = 0, to = feature; at < size; at += 1, to += width)
        codes[to] = column[rows === undefined ? start + at : rows[start + at]!]!;
    }
    for (let tree = 0; tree < forest.roots.length; tree += 1)
      walk(forest, forest.roots[tree]!, codes, width, size, scores, stride, tree % stride, start, rows);
  }
}

function walk(
  forest: Forest,
  root: number,
  codes: Uint8Array,
  width: number,
  size: number,
  scores: Float64Array,
  stride: number,
  shift: number,
  start: number,
  rows: Int32Array | undefined,
): void {
  const { feature, children, side, value } = forest;
  for (let at = 0, base = 0; at < size; at += 1, base += width) {
    let node = root;
    while (node >= 0) node = children[2 * node + side[256 * node + codes[base + feature[node]!]!]!]!;
    const row = rows === undefined ? start + at : rows[start + at]!;
    scores[stride * row + shift]! += value[-1 - node]!;
  }
}
