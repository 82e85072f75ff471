import type { Numbers } from './numbers.ts';
import { quantileSorted } from './quantile.ts';
import { defined, type Result, undefinedBecause } from './result.ts';

/**
 * Inner edges that cut ascending finite values into `bins` parts of equal counts (type 7 quantiles). Equal edges
 * are merged, so that heavily repeated values give fewer bins; the outer bins are open.
 *
 * Undefined: 'empty'; 'out-of-range' unless `bins` is an integer from 2.
 */
export function quantileEdges(sorted: Numbers, bins: number): Result<Float64Array> {
  if (!Number.isInteger(bins) || bins < 2) return undefinedBecause('out-of-range');
  if (sorted.length === 0) return undefinedBecause('empty');
  const edges: number[] = [];
  for (let index = 1; index < bins; index += 1) {
    const edge = quantileSorted(sorted, index / bins);
    if (edge.ok && edge.value !== edges[edges.length - 1]) edges.push(edge.value);
  }
  return defined(Float64Array.from(edges));
}

/**
 * Counts per open bin of inner `edges`: bin 0 is (-inf, e0], bin i is (e_i-1, e_i], the last is (e_k, inf).
 * Right-closed, so that a value repeated up to an edge stays below it.
 */
export function countsByEdges(values: Numbers, edges: Numbers): number[] {
  const counts = new Array<number>(edges.length + 1).fill(0);
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index]!;
    if (Number.isNaN(value)) continue;
    let low = 0;
    let high = edges.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (value <= edges[middle]!) high = middle;
      else low = middle + 1;
    }
    counts[low]! += 1;
  }
  return counts;
}
