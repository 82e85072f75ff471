import type { Numbers } from './numbers.ts';
import { defined, type Result, undefinedBecause } from './result.ts';

/**
 * Counts of values between fixed edges `e0 < e1 < ... < ek`: bin i is [e_i, e_i+1), the last one closed. Values
 * beyond the edges fall into the open ends `below` and `above`; infinities too; NaN is `notANumber`.
 */
export type Histogram = {
  readonly edges: readonly number[];
  readonly counts: readonly number[];
  readonly below: number;
  readonly above: number;
  readonly notANumber: number;
};

/** Undefined: 'too-few' edges (under 2), 'out-of-range' when they do not ascend. */
export function histogram(values: Numbers, edges: Numbers): Result<Histogram> {
  const bins = edges.length - 1;
  if (bins < 1) return undefinedBecause('too-few');
  for (let index = 0; index < bins; index += 1) {
    if (!(edges[index]! < edges[index + 1]!)) return undefinedBecause('out-of-range');
  }
  const counts = new Array<number>(bins).fill(0);
  let below = 0;
  let above = 0;
  let notANumber = 0;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index]!;
    if (Number.isNaN(value)) notANumber += 1;
    else if (value < edges[0]!) below += 1;
    else if (value > edges[bins]!) above += 1;
    else counts[binOf(value, edges, bins)]! += 1;
  }
  return defined({ edges: Array.from(edges), counts, below, above, notANumber });
}

/** The histogram of two parts together. Undefined: 'length-mismatch' unless the edges are the same. */
export function mergeHistograms(a: Histogram, b: Histogram): Result<Histogram> {
  const same = a.edges.length === b.edges.length && a.edges.every((edge, index) => edge === b.edges[index]);
  if (!same) return undefinedBecause('length-mismatch');
  return defined({
    edges: a.edges,
    counts: a.counts.map((count, index) => count + b.counts[index]!),
    below: a.below + b.below,
    above: a.above + b.above,
    notANumber: a.notANumber + b.notANumber,
  });
}

/** All counts in order of value: below, the bins, above. What distances between two histograms compare. */
export function openCounts(histogram: Histogram): number[] {
  return [histogram.below, ...histogram.counts, histogram.above];
}

function binOf(value: number, edges: Numbers, bins: number): number {
  let low = 0;
  let high = bins;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (value < edges[middle]!) high = middle;
    else low = middle;
  }
  return low;
}
