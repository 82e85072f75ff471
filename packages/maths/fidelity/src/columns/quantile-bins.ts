import { type CodedColumn, codedColumn, codesOf } from './codes.ts';
import type { OrderedCounts } from './ordered-counts.ts';
import { orderedQuantiles } from './ordered-quantiles.ts';

const BINS = 10;
const DECILES = Array.from({ length: BINS - 1 }, (_, index) => (index + 1) / BINS);

/** The distinct deciles of the real values: at most nine inner edges. None for an empty column. */
export function decileEdges(real: OrderedCounts): Float64Array {
  const deciles = orderedQuantiles(real, DECILES);
  return Float64Array.from(new Set(deciles.ok ? deciles.value : []));
}

/**
 * Codes of open bins over inner edges: bin i is (e_i-1, e_i], the last is open. Right-closed, so that a value
 * repeated up to an edge stays below it. Absent is the last code.
 */
export function quantileBins(values: Float64Array, edges: Float64Array): CodedColumn {
  const absent = edges.length + 1;
  const codes = codesOf(values.length, absent + 1);
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row]!;
    if (!Number.isFinite(value)) {
      codes[row] = absent;
      continue;
    }
    let bin = 0;
    for (let edge = 0; edge < edges.length; edge += 1) bin += value > edges[edge]! ? 1 : 0;
    codes[row] = bin;
  }
  return codedColumn(codes, absent + 1);
}
