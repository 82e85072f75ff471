import type { Bins } from './bins.ts';
import { MASK_WORDS } from './bins.ts';
import type { Response } from './response.ts';

/** The best question found about the rows of a node. */
export type Split = {
  predictor: number;
  /** Twice the gain in log likelihood: chi-square distributed where the question tells nothing. */
  evidence: number;
  /** By how many standard deviations of chance the evidence stands out. */
  surprise: number;
  /** Bins that go left. */
  readonly mask: Uint32Array;
};

/** Finds splits of nodes of one tree: sums per bin, then one pass over the bins in order. */
export type SplitFinder = {
  /** The best split of rows[start, end) into parts of at least `least` rows; predictor -1 if there is none. */
  find(rows: Int32Array, start: number, end: number, least: number): Split;
};

/** Ordering categories by what they are to explain is worth about so many degrees of freedom per category. */
const ORDERING = 0.5;

type Predictor = { readonly bins: Bins; readonly codes: Uint8Array };

/** Sums of a bin: the rows, then one sum per dimension or class. */
export function createSplitFinder(predictors: readonly Predictor[], response: Response): SplitFinder {
  const width = 1 + (response.kind === 'scores' ? response.dimensions : response.count);
  const sums = new Float64Array(128 * width);
  const total = new Float64Array(width);
  const left = new Float64Array(width);
  const weight = new Float64Array(width);
  const key = new Float64Array(128);
  const order = new Int32Array(128);
  const split: Split = { predictor: -1, evidence: 0, surprise: 0, mask: new Uint32Array(MASK_WORDS) };

  return {
    find(rows, start, end, least) {
      split.predictor = -1;
      split.evidence = 0;
      split.surprise = Number.NEGATIVE_INFINITY;
      if (response.kind === 'scores') scoreTotals(response, rows, start, end, total, weight);
      else classTotals(response, rows, start, end, total);
      if (response.kind === 'classes' && isPure(total)) return split;
      const degrees = freedomOf(response, total, weight);
      for (let index = 0; index < predictors.length; index += 1) {
        const { bins, codes } = predictors[index]!;
        sums.fill(0, 0, bins.count * width);
        if (response.kind === 'scores') addScores(response, codes, rows, start, end, width, sums);
        else addClasses(response.classes, codes, rows, start, end, width, sums);
        const used = bins.ordered
          ? orderedUse(bins, sums, width, order)
          : categoryUse(bins, sums, width, total, response, weight, key, order);
        if (used < 2) continue;
        const freedom = degrees + (bins.ordered ? 0 : ORDERING * (used - 2));
        const missingFirst = bins.ordered && bins.missing >= 0 && order[used - 1] === bins.missing;
        scan(index, bins, used, least, freedom);
        if (missingFirst && used > 2) {
          order.copyWithin(1, 0, used - 1);
          order[0] = bins.missing;
          scan(index, bins, used, least, freedom);
        }
      }
      return split;
    },
  };

  /** Tries each cut of the bins in `order` and keeps the best. */
  function scan(predictor: number, bins: Bins, used: number, least: number, freedom: number): void {
    left.fill(0);
    const rows = total[0]!;
    for (let place = 0; place < used - 1; place += 1) {
      const at = order[place]! * width;
      for (let part = 0; part < width; part += 1) left[part]! += sums[at + part]!;
      if (left[0]! < least) continue;
      if (rows - left[0]! < least) return;
      const evidence =
        response.kind === 'scores' ? scoreEvidence(left, total, weight) : classEvidence(left, total);
      const surprise = surpriseOf(evidence, freedom);
      if (surprise <= split.surprise) continue;
      split.evidence = evidence;
      split.surprise = surprise;
      split.predictor = predictor;
      writeMask(split.mask, bins, order, place, sums, width);
    }
  }
}

/**
 * The bins up to `place` in the order go left. A bin without rows here goes with those beside it, or where most rows
 * go when bins have no order.
 */
function writeMask(
  mask: Uint32Array,
  bins: Bins,
  order: Int32Array,
  place: number,
  sums: Float64Array,
  width: number,
): void {
  mask.fill(0);
  if (bins.ordered) {
    const last = order[place]!;
    const from = last === bins.missing ? -1 : last;
    for (let bin = 0; bin <= from; bin += 1) if (bin !== bins.missing) mask[bin >> 5]! |= 1 << (bin & 31);
    if (order[0] === bins.missing || last === bins.missing)
      mask[bins.missing >> 5]! |= 1 << (bins.missing & 31);
    return;
  }
  for (let before = 0; before <= place; before += 1) mask[order[before]! >> 5]! |= 1 << (order[before]! & 31);
  let rows = 0;
  let left = 0;
  for (let bin = 0; bin < bins.count; bin += 1) rows += sums[bin * width]!;
  for (let before = 0; before <= place; before += 1) left += sums[order[before]! * width]!;
  if (2 * left > rows)
    for (let bin = 0; bin < bins.count; bin += 1)
      if (sums[bin * width] === 0) mask[bin >> 5]! |= 1 << (bin & 31);
}

type Scores = Extract<Response, { kind: 'scores' }>;
type Classes = Extract<Response, { kind: 'classes' }>;

function scoreTotals(
  { scores, dimensions }: Scores,
  rows: Int32Array,
  start: number,
  end: number,
  total: Float64Array,
  weight: Float64Array,
): void {
  total.fill(0);
  weight.fill(0);
  total[0] = end - start;
  for (let at = start; at < end; at += 1) {
    const from = rows[at]! * dimensions;
    for (let d = 0; d < dimensions; d += 1) {
      const score = scores[from + d]!;
      total[d + 1]! += score;
      weight[d + 1]! += score * score;
    }
  }
  // One over the node's variance, so that every dimension counts by how much of its own spread is explained.
  for (let d = 1; d <= dimensions; d += 1) {
    const variance = weight[d]! / total[0]! - (total[d]! / total[0]!) ** 2;
    weight[d] = variance > 1e-9 ? 1 / variance : 0;
  }
}

function classTotals(
  { classes }: Classes,
  rows: Int32Array,
  start: number,
  end: number,
  total: Float64Array,
) {
  total.fill(0);
  total[0] = end - start;
  for (let at = start; at < end; at += 1) total[classes[rows[at]!]! + 1]! += 1;
}

function isPure(total: Float64Array): boolean {
  for (let part = 1; part < total.length; part += 1) if (total[part]! > 0) return total[part] === total[0];
  return true;
}

function addScores(
  { scores, dimensions }: Scores,
  codes: Uint8Array,
  rows: Int32Array,
  start: number,
  end: number,
  width: number,
  sums: Float64Array,
): void {
  if (dimensions === 2) {
    for (let at = start; at < end; at += 1) {
      const row = rows[at]!;
      const to = codes[row]! * 3;
      sums[to]! += 1;
      sums[to + 1]! += scores[2 * row]!;
      sums[to + 2]! += scores[2 * row + 1]!;
    }
    return;
  }
  for (let at = start; at < end; at += 1) {
    const row = rows[at]!;
    const to = codes[row]! * width;
    sums[to]! += 1;
    for (let d = 0; d < dimensions; d += 1) sums[to + 1 + d]! += scores[row * dimensions + d]!;
  }
}

function addClasses(
  classes: Uint8Array,
  codes: Uint8Array,
  rows: Int32Array,
  start: number,
  end: number,
  width: number,
  sums: Float64Array,
): void {
  for (let at = start; at < end; at += 1) {
    const row = rows[at]!;
    const to = codes[row]! * width;
    sums[to]! += 1;
    sums[to + 1 + classes[row]!]! += 1;
  }
}

/** The bins that have rows, in order, missing last. */
function orderedUse(bins: Bins, sums: Float64Array, width: number, order: Int32Array): number {
  let used = 0;
  for (let bin = 0; bin < bins.count; bin += 1) if (sums[bin * width]! > 0) order[used++] = bin;
  return used;
}

/** The bins that have rows, ordered by their mean of what varies most between them. */
function categoryUse(
  bins: Bins,
  sums: Float64Array,
  width: number,
  total: Float64Array,
  response: Response,
  weight: Float64Array,
  key: Float64Array,
  order: Int32Array,
): number {
  const used = orderedUse(bins, sums, width, order);
  let part = 1;
  let most = -1;
  for (let each = 1; each < width; each += 1) {
    if (total[each] === 0 && response.kind === 'classes') continue;
    const mean = total[each]! / total[0]!;
    let between = 0;
    for (let place = 0; place < used; place += 1) {
      const at = order[place]! * width;
      between += sums[at]! * (sums[at + each]! / sums[at]! - mean) ** 2;
    }
    between *= response.kind === 'scores' ? weight[each]! : 1 / mean;
    if (between > most) {
      most = between;
      part = each;
    }
  }
  for (let place = 0; place < used; place += 1)
    key[order[place]!] = sums[order[place]! * width + part]! / sums[order[place]! * width]!;
  // Insertion sort: few bins, and no closure in the loop.
  for (let place = 1; place < used; place += 1) {
    const bin = order[place]!;
    let to = place;
    while (to > 0 && key[order[to - 1]!]! > key[bin]!) {
      order[to] = order[to - 1]!;
      to -= 1;
    }
    order[to] = bin;
  }
  return used;
}

function scoreEvidence(left: Float64Array, total: Float64Array, weight: Float64Array): number {
  const rows = total[0]!;
  const right = rows - left[0]!;
  let evidence = 0;
  for (let part = 1; part < left.length; part += 1) {
    const difference = left[part]! / left[0]! - (total[part]! - left[part]!) / right;
    evidence += weight[part]! * difference * difference;
  }
  return (evidence * left[0]! * right) / rows;
}

function classEvidence(left: Float64Array, total: Float64Array): number {
  const rows = total[0]!;
  const right = rows - left[0]!;
  let sum = entropyTerm(rows) - entropyTerm(left[0]!) - entropyTerm(right);
  for (let part = 1; part < left.length; part += 1) {
    const all = total[part]!;
    if (all === 0) continue;
    const here = left[part]!;
    sum += entropyTerm(here) + entropyTerm(all - here) - entropyTerm(all);
  }
  return 2 * sum;
}

/** x ln x of whole numbers, kept: the logarithm is what a split costs. */
const kept = new Float64Array(1 << 16);
for (let x = 2; x < kept.length; x += 1) kept[x] = x * Math.log(x);

function entropyTerm(x: number): number {
  return x < kept.length ? kept[x]! : x * Math.log(x);
}

/** Dimensions or classes that vary in the node, less one for classes. */
function freedomOf(response: Response, total: Float64Array, weight: Float64Array): number {
  let varying = response.kind === 'scores' ? 0 : -1;
  for (let part = 1; part < total.length; part += 1)
    if (response.kind === 'scores' ? weight[part]! > 0 : total[part]! > 0) varying += 1;
  return Math.max(1, varying);
}

/** Chi-square evidence as a standard normal value (Wilson and Hilferty, 1931). */
function surpriseOf(evidence: number, freedom: number): number {
  const spread = 2 / (9 * freedom);
  return (Math.cbrt(evidence / freedom) - 1 + spread) / Math.sqrt(spread);
}
