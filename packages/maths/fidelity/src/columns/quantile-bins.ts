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

/** A first guess at the bin is looked up in this many cells of equal width between the outer edges. */
const CELLS = 1024;

/**
 * Codes of open bins over inner edges: bin i is (e_i-1, e_i], the last is open. Right-closed, so that a value
 * repeated up to an edge stays below it. Absent is the last code.
 */
export function quantileBins(values: Float64Array, edges: Float64Array): CodedColumn {
  const absent = edges.length + 1;
  const codes = codesOf(values.length, absent + 1);
  const low = edges[0] ?? 0;
  const width = (edges[edges.length - 1] ?? 0) - low;
  const scale = width > 0 ? CELLS / width : 0;
  const cellOf = (value: number) => Math.max(0, Math.min(CELLS - 1, Math.floor((value - low) * scale)));
  // How many edges lie in the cells before: those are below every value of the cell, as cells do not fall.
  const before = new Int32Array(CELLS);
  for (const edge of edges) for (let cell = cellOf(edge) + 1; cell < CELLS; cell += 1) before[cell]! += 1;
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row]!;
    if (!Number.isFinite(value)) {
      codes[row] = absent;
      continue;
    }
    let bin = before[cellOf(value)]!;
    while (bin < edges.length && value > edges[bin]!) bin += 1;
    codes[row] = bin;
  }
  return codedColumn(codes, absent + 1);
}
