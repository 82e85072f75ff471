import type { BinnedTable } from '../binning/bin-table.ts';
import { bestSplit, leafValue, type SplitChoice, type Sums } from './best-split.ts';
import { addRows, type HistogramLayout, histogramLayout, subtractHistogram } from './histogram.ts';
import type { Leaf, Split, Tree } from './model.ts';
import type { BoostingSettings } from './settings.ts';

/** A node that may still be split: its rows are `order[start..end)`. */
type Candidate = {
  readonly node: number;
  readonly start: number;
  readonly end: number;
  readonly sums: Sums;
  readonly histogram: Float64Array;
  readonly choice: SplitChoice;
};

/**
 * Grows trees on one binned table. Leaf-wise: the leaf whose best split gains most is split first (of equal gains the
 * older one). The histogram of the smaller child is counted, that of the larger is the difference. Buffers are kept
 * between trees.
 */
export class TreeGrower {
  private readonly table: BinnedTable;
  private readonly settings: BoostingSettings;
  private readonly layout: HistogramLayout;
  private readonly rows: Int32Array;
  private readonly order: Int32Array;
  private readonly aside: Int32Array;
  private readonly slopes: Float64Array;
  private readonly spare: Float64Array[] = [];
  private nodes: (Leaf | Split)[] = [];

  /** @param rows the rows to learn from */
  constructor(table: BinnedTable, rows: Int32Array, settings: BoostingSettings) {
    this.table = table;
    this.settings = settings;
    this.layout = histogramLayout(table);
    this.rows = rows;
    this.order = new Int32Array(rows.length);
    this.aside = new Int32Array(rows.length);
    this.slopes = new Float64Array(2 * rows.length);
  }

  /**
   * One tree for the derivatives of the loss by row of the table; the value of its leaf (times the learning rate) is
   * added to `scores[stride row + shift]` for each row learnt from.
   */
  grow(
    gradients: Float64Array,
    hessians: Float64Array,
    scores: Float64Array,
    stride: number,
    shift: number,
  ): Tree {
    this.nodes = [];
    this.order.set(this.rows);
    const sums = this.rootSums(gradients, hessians);
    const open: Candidate[] = [];
    const ends: { node: number; start: number; end: number }[] = [];
    const add = (start: number, end: number, of: Sums, histogram: Float64Array | undefined): number => {
      const node = this.nodes.length;
      this.nodes.push({
        kind: 'leaf',
        value: leafValue(of, this.settings.l2) * this.settings.learningRate,
        rows: end - start,
      });
      const choice = histogram && bestSplit(histogram, this.layout, this.table.bins, of, this.settings);
      if (histogram !== undefined && choice !== undefined)
        open.push({ node, start, end, sums: of, histogram, choice });
      else {
        if (histogram !== undefined) this.spare.push(histogram);
        ends.push({ node, start, end });
      }
      return node;
    };
    const mayGrow = this.rows.length >= 2 * this.settings.minLeafRows && this.settings.maxLeaves > 1;
    add(
      0,
      this.rows.length,
      sums,
      mayGrow ? this.count(0, this.rows.length, gradients, hessians) : undefined,
    );
    for (let leaves = 1; leaves < this.settings.maxLeaves && open.length > 0; leaves += 1) {
      const parent = takeBest(open);
      const { choice, start, end } = parent;
      const middle = this.partition(start, end, choice);
      const last = leaves + 1 === this.settings.maxLeaves;
      const [left, right] = last
        ? [undefined, undefined]
        : this.children(parent, middle, gradients, hessians);
      if (last) this.spare.push(parent.histogram);
      const leftNode = add(start, middle, choice.left, left);
      const rightNode = add(middle, end, choice.right, right);
      this.nodes[parent.node] = this.splitOf(choice, leftNode, rightNode, end - start);
    }
    for (const { node, start, end, histogram } of open) {
      this.spare.push(histogram);
      ends.push({ node, start, end });
    }
    for (const { node, start, end } of ends) {
      const { value } = this.nodes[node] as Leaf;
      for (let at = start; at < end; at += 1) scores[stride * this.order[at]! + shift]! += value;
    }
    return this.nodes;
  }

  private rootSums(gradients: Float64Array, hessians: Float64Array): Sums {
    let gradient = 0;
    let hessian = 0;
    for (const row of this.rows) {
      gradient += gradients[row]!;
      hessian += hessians[row]!;
    }
    return { gradient, hessian, rows: this.rows.length };
  }

  private count(start: number, end: number, gradients: Float64Array, hessians: Float64Array): Float64Array {
    const { order, slopes } = this;
    for (let at = start, to = 0; at < end; at += 1, to += 2) {
      const row = order[at]!;
      slopes[to] = gradients[row]!;
      slopes[to + 1] = hessians[row]!;
    }
    const histogram = this.spare.pop()?.fill(0) ?? new Float64Array(this.layout.size);
    addRows(histogram, this.layout, this.table.columns, order, start, end, slopes);
    return histogram;
  }

  /** The histograms of both sides, undefined for a side that has too few rows to be split. */
  private children(
    parent: Candidate,
    middle: number,
    gradients: Float64Array,
    hessians: Float64Array,
  ): [Float64Array | undefined, Float64Array | undefined] {
    const { start, end, histogram } = parent;
    const atLeast = 2 * this.settings.minLeafRows;
    const leftIsSmaller = middle - start <= end - middle;
    const largerRows = leftIsSmaller ? end - middle : middle - start;
    const smallerRows = end - start - largerRows;
    if (largerRows < atLeast) {
      this.spare.push(histogram);
      return [undefined, undefined];
    }
    const counted = leftIsSmaller
      ? this.count(start, middle, gradients, hessians)
      : this.count(middle, end, gradients, hessians);
    subtractHistogram(histogram, counted);
    const smaller = smallerRows < atLeast ? undefined : counted;
    if (smaller === undefined) this.spare.push(counted);
    return leftIsSmaller ? [smaller, histogram] : [histogram, smaller];
  }

  /** Moves the rows of the left side before those of the right, each side in its order. */
  private partition(start: number, end: number, choice: SplitChoice): number {
    const { order, aside } = this;
    const column = this.table.columns[choice.feature]!;
    const { goesLeft } = choice;
    let left = start;
    let right = 0;
    for (let at = start; at < end; at += 1) {
      const row = order[at]!;
      const side = goesLeft[column[row]!]!;
      // Both are written and one counted: a branch that nothing predicts would cost more.
      order[left] = row;
      aside[right] = row;
      left += side;
      right += 1 - side;
    }
    order.set(aside.subarray(0, right), left);
    return left;
  }

  private splitOf(choice: SplitChoice, left: number, right: number, rows: number): Split {
    const { feature, gain, goesLeft } = choice;
    const bins = this.layout.bins[feature]!;
    const common = { feature, missingLeft: goesLeft[bins] === 1, left, right, rows, gain };
    if (this.table.bins[feature]!.kind === 'number')
      return { kind: 'number', ...common, lastLeft: choice.lastLeft };
    const leftBins: number[] = [];
    for (let bin = 0; bin < bins; bin += 1) if (goesLeft[bin] === 1) leftBins.push(bin);
    return { kind: 'category', ...common, leftBins };
  }
}

function takeBest(open: Candidate[]): Candidate {
  let best = 0;
  for (let at = 1; at < open.length; at += 1) {
    const gain = open[at]!.choice.gain;
    if (
      gain > open[best]!.choice.gain ||
      (gain === open[best]!.choice.gain && open[at]!.node < open[best]!.node)
    )
      best = at;
  }
  const [taken] = open.splice(best, 1);
  return taken!;
}
