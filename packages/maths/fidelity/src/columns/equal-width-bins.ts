import { type CodedColumn, codedColumn, codesOf } from './codes.ts';

/** How many bins a number takes part with in a pair with categories. */
export const BINS = 10;

/**
 * Eleven edges of ten bins of equal width from the least to the greatest finite value: `min + i * step` with the
 * step `(max - min) / 10`, the last exactly `max`. A constant gets a bin width of 1 around it; no values, 0 to 1.
 * This is NumPy's default histogram, to the bit.
 */
export function equalWidthEdges(values: Float64Array): Float64Array {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row]!;
    if (!Number.isFinite(value)) continue;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (min > max) {
    min = 0;
    max = 1;
  } else if (min === max) {
    min -= 0.5;
    max += 0.5;
  }
  const step = (max - min) / BINS;
  const edges = Float64Array.from({ length: BINS + 1 }, (_, index) => index * step + min);
  edges[BINS] = max;
  return edges;
}

/**
 * Codes of bins that are open at both ends, over the inner edges: below `edges[1]` is 0, from `edges[9]` on is 9;
 * a bin holds its lower edge. Absent is its own code, 10.
 */
export function openBins(values: Float64Array, edges: Float64Array): CodedColumn {
  return binned(values, edges, BINS - 1, BINS);
}

/**
 * Codes as SDMetrics' quality report bins one table by that table's own edges: a bin holds its lower edge, so that
 * the greatest value lies beyond the last bin, in one code (10) with what is absent.
 */
export function ownBins(values: Float64Array): CodedColumn {
  return binned(values, equalWidthEdges(values), BINS, BINS);
}

function binned(values: Float64Array, edges: Float64Array, lastCode: number, absent: number): CodedColumn {
  const codes = codesOf(values.length, absent + 1);
  const low = edges[0]!;
  const scale = BINS / (edges[BINS]! - low);
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row]!;
    if (!Number.isFinite(value)) {
      codes[row] = absent;
      continue;
    }
    // A first guess by division, made exact against the edges, which are rounded each on its own.
    let bin = Math.floor((value - low) * scale);
    if (bin < 0) bin = 0;
    else if (bin > lastCode) bin = lastCode;
    while (bin > 0 && value < edges[bin]!) bin -= 1;
    while (bin < lastCode && value >= edges[bin + 1]!) bin += 1;
    codes[row] = bin;
  }
  return codedColumn(codes, absent + 1);
}
