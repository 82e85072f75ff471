import type { Numbers } from './numbers.ts';
import { quantileSorted } from './quantile.ts';
import { defined, type Result, undefinedBecause } from './result.ts';

const DEFAULT_MAX_BINS = 60;

/**
 * Bin edges for ascending finite values: the width of Freedman and Diaconis, `2 IQR n^(-1/3)`, rounded so that
 * equal bins fill the range, at most `maxBins`. Without an interquartile range the number of bins is Sturges's.
 * Values that are all integers get integer-aligned bins: edges at k - 0.5 and an integer width. A constant gets
 * one bin of width 1 around it.
 *
 * Undefined: 'empty', 'not-finite'. Source: Freedman and Diaconis, Z. Wahrscheinlichkeitstheorie 57 (1981).
 */
export function histogramEdges(sorted: Numbers, maxBins: number = DEFAULT_MAX_BINS): Result<Float64Array> {
  const n = sorted.length;
  if (n === 0) return undefinedBecause('empty');
  const min = sorted[0]!;
  const max = sorted[n - 1]!;
  if (!Number.isFinite(min) || !Number.isFinite(max)) return undefinedBecause('not-finite');
  if (min === max) {
    // Beyond 2^53 one half is lost, so that the bin is widened by the value's own precision.
    const halfWidth = Math.max(0.5, Math.abs(min) * 2 ** -51);
    return defined(Float64Array.of(min - halfWidth, max + halfWidth));
  }
  const bins = Math.max(1, Math.min(maxBins, binsByFreedmanDiaconis(sorted, min, max)));
  if (isIntegral(sorted) && max - min < 2 ** 52) return defined(integerEdges(min, max, bins));
  const edges = Float64Array.from({ length: bins + 1 }, (_, index) => min + (max - min) * (index / bins));
  edges[bins] = max;
  return defined(edges);
}

function binsByFreedmanDiaconis(sorted: Numbers, min: number, max: number): number {
  const low = quantileSorted(sorted, 0.25);
  const high = quantileSorted(sorted, 0.75);
  const spread = low.ok && high.ok ? high.value - low.value : 0;
  if (spread <= 0) return Math.ceil(Math.log2(sorted.length)) + 1;
  return Math.ceil(((max - min) * Math.cbrt(sorted.length)) / (2 * spread));
}

function isIntegral(values: Numbers): boolean {
  for (let index = 0; index < values.length; index += 1) if (!Number.isInteger(values[index])) return false;
  return true;
}

function integerEdges(min: number, max: number, bins: number): Float64Array {
  const width = Math.max(1, Math.ceil((max - min + 1) / bins));
  const count = Math.ceil((max - min + 1) / width);
  return Float64Array.from({ length: count + 1 }, (_, index) => min - 0.5 + index * width);
}
