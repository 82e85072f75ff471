import { type ColumnBins, MAX_BINS } from '../binning/column-bins.ts';
import type { HistogramLayout } from './histogram.ts';
import { orderBins } from './order-bins.ts';
import type { BoostingSettings } from './settings.ts';

/** Sums over the rows of a node: gradients, second derivatives, rows. */
export type Sums = { readonly gradient: number; readonly hessian: number; readonly rows: number };

/** The best way to divide a node. `goesLeft[bin]` is 1 for the bins of the left side, the missing bin's included. */
export type SplitChoice = {
  readonly feature: number;
  readonly gain: number;
  readonly left: Sums;
  readonly right: Sums;
  readonly goesLeft: Uint8Array;
  /** The last bin on the left, for numbers. */
  readonly lastLeft: number;
};

/** A side with less curvature than this has no stable value. */
const MIN_HESSIAN = 1e-3;
/** Keeps a division by the sum of second derivatives defined. */
const TINY = 1e-15;
/** Smooths the order of categories and leaves those out that weigh less. */
const CATEGORY_SUPPORT = 10;
/** Scratch for the order of categories, as long as there may be bins and the missing one. */
const ratios = new Float64Array(MAX_BINS + 2);
const spare = new Int32Array(MAX_BINS + 2);

/** The value of a leaf before the learning rate: one Newton step. */
export function leafValue(sums: Sums, l2: number): number {
  return -sums.gradient / (sums.hessian + l2 + TINY);
}

/**
 * The split of a node with the largest gain `GL^2/(HL + l2) + GR^2/(HR + l2) - G^2/(H + l2)`, over all features: for
 * numbers each cut between bins with missing values on either side, for categories each cut of their order
 * by `G / (H + 10)`, taken from either end up to the middle. Of equal gains the first found. Undefined where no split is allowed.
 *
 * Source: Fisher, Journal of the American Statistical Association 53 (1958), for the order of categories.
 */
export function bestSplit(
  histogram: Float64Array,
  layout: HistogramLayout,
  features: readonly ColumnBins[],
  node: Sums,
  settings: BoostingSettings,
): SplitChoice | undefined {
  const search = new SplitSearch(histogram, node, settings);
  for (let feature = 0; feature < features.length; feature += 1) {
    const offset = layout.offsets[feature]!;
    const bins = layout.bins[feature]!;
    if (features[feature]!.kind === 'number') search.numbers(feature, offset, bins);
    else search.categories(feature, offset, bins);
  }
  return search.best(layout);
}

class SplitSearch {
  private readonly histogram: Float64Array;
  private readonly node: Sums;
  private readonly settings: BoostingSettings;
  private readonly parentTerm: number;
  private gain = 0;
  private feature = -1;
  private gradient = 0;
  private hessian = 0;
  private rows = 0;
  private lastLeft = -1;
  private missingLeft = false;
  private leftBins: Int32Array | undefined;

  constructor(histogram: Float64Array, node: Sums, settings: BoostingSettings) {
    this.histogram = histogram;
    this.node = node;
    this.settings = settings;
    this.parentTerm = node.gradient ** 2 / (node.hessian + settings.l2 + TINY);
  }

  numbers(feature: number, offset: number, bins: number): void {
    const missing = offset + 3 * bins;
    const hasMissing = this.histogram[missing + 2]! > 0.5;
    this.cuts(feature, offset, hasMissing ? bins : bins - 1, 0, 0, 0, false);
    if (!hasMissing) return;
    const histogram = this.histogram;
    this.cuts(
      feature,
      offset,
      bins - 1,
      histogram[missing]!,
      histogram[missing + 1]!,
      histogram[missing + 2]!,
      true,
    );
  }

  /** The cuts after each of the first `cuts` bins, the left side starting from the given sums. */
  private cuts(
    feature: number,
    offset: number,
    cuts: number,
    gradient: number,
    hessian: number,
    rows: number,
    missingLeft: boolean,
  ): void {
    const { histogram, node, parentTerm } = this;
    const { minLeafRows, l2 } = this.settings;
    const smoothing = l2 + TINY;
    let best = this.gain;
    for (let bin = 0, at = offset; bin < cuts; bin += 1, at += 3) {
      gradient += histogram[at]!;
      hessian += histogram[at + 1]!;
      rows += histogram[at + 2]!;
      if (rows < minLeafRows || hessian < MIN_HESSIAN) continue;
      const rightHessian = node.hessian - hessian;
      if (node.rows - rows < minLeafRows || rightHessian < MIN_HESSIAN) break;
      const rightGradient = node.gradient - gradient;
      const gain =
        (gradient * gradient) / (hessian + smoothing) +
        (rightGradient * rightGradient) / (rightHessian + smoothing) -
        parentTerm;
      if (gain <= best) continue;
      best = gain;
      this.take(feature, gain, gradient, hessian, rows);
      this.lastLeft = bin;
      this.missingLeft = missingLeft;
      this.leftBins = undefined;
    }
  }

  private take(feature: number, gain: number, gradient: number, hessian: number, rows: number): void {
    this.gain = gain;
    this.feature = feature;
    this.gradient = gradient;
    this.hessian = hessian;
    this.rows = rows;
  }

  /** Missing is one category more. Categories with little weight stay on the right. */
  categories(feature: number, offset: number, bins: number): void {
    const { histogram, node } = this;
    const support = node.rows / node.hessian;
    const used = new Int32Array(bins + 1);
    let count = 0;
    let present = 0;
    for (let bin = 0; bin <= bins; bin += 1) {
      const at = offset + 3 * bin;
      if (histogram[at + 2]! < 0.5) continue;
      present += 1;
      if (histogram[at + 1]! * support < CATEGORY_SUPPORT) continue;
      ratios[bin] = histogram[at]! / (histogram[at + 1]! + CATEGORY_SUPPORT);
      used[count] = bin;
      count += 1;
    }
    if (count < 2) return;
    const order = used.subarray(0, count);
    orderBins(order, ratios, spare);
    const cuts = Math.floor((order.length + 1) / 2);
    this.categoryCuts(feature, offset, order, cuts);
    // From the other end the last cut repeats one seen before, unless there are light categories to go along.
    const back = present > order.length ? cuts : cuts - 1;
    this.categoryCuts(feature, offset, Int32Array.from(order).reverse(), back);
  }

  private categoryCuts(feature: number, offset: number, order: Int32Array, cuts: number): void {
    const { histogram, node, parentTerm } = this;
    const { minLeafRows, l2 } = this.settings;
    const smoothing = l2 + TINY;
    let gradient = 0;
    let hessian = 0;
    let rows = 0;
    for (let taken = 0; taken < cuts; taken += 1) {
      const at = offset + 3 * order[taken]!;
      gradient += histogram[at]!;
      hessian += histogram[at + 1]!;
      rows += histogram[at + 2]!;
      if (rows < minLeafRows || hessian < MIN_HESSIAN) continue;
      const rightHessian = node.hessian - hessian;
      if (node.rows - rows < minLeafRows || rightHessian < MIN_HESSIAN) break;
      const rightGradient = node.gradient - gradient;
      const gain =
        (gradient * gradient) / (hessian + smoothing) +
        (rightGradient * rightGradient) / (rightHessian + smoothing) -
        parentTerm;
      if (gain <= this.gain) continue;
      this.take(feature, gain, gradient, hessian, rows);
      this.lastLeft = -1;
      this.leftBins = order.subarray(0, taken + 1);
    }
  }

  best(layout: HistogramLayout): SplitChoice | undefined {
    if (this.feature < 0) return undefined;
    const { node } = this;
    const left = { gradient: this.gradient, hessian: this.hessian, rows: this.rows };
    const right = {
      gradient: node.gradient - left.gradient,
      hessian: node.hessian - left.hessian,
      rows: node.rows - left.rows,
    };
    return {
      feature: this.feature,
      gain: this.gain,
      left,
      right,
      lastLeft: this.lastLeft,
      goesLeft: this.sides(layout.bins[this.feature]!, layout.offsets[this.feature]!, left.rows > right.rows),
    };
  }

  /** Where the node has no missing value, a later one goes where most rows go. */
  private sides(bins: number, offset: number, leftIsLarger: boolean): Uint8Array {
    const goesLeft = new Uint8Array(bins + 1);
    if (this.leftBins === undefined) {
      goesLeft.fill(1, 0, this.lastLeft + 1);
      goesLeft[bins] = this.missingLeft ? 1 : 0;
    } else for (const bin of this.leftBins) goesLeft[bin] = 1;
    if (this.histogram[offset + 3 * bins + 2]! < 0.5 && leftIsLarger) goesLeft[bins] = 1;
    return goesLeft;
  }
}
