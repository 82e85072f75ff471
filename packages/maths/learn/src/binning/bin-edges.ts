import { type Numbers, sortedFinite } from '@assay/stats';
import { MAX_BINS } from './column-bins.ts';

/**
 * Inner edges that cut numbers into at most `maxBins` bins: midpoints between neighbours where there are no more
 * distinct values than bins, else the quantiles j / maxBins (inverted distribution function, the mean of both sides
 * at a jump), each once. Values that are not finite are left out. No edges for fewer than two distinct values.
 *
 * Source: the binning of scikit-learn's histogram gradient boosting, without its random subsample.
 */
export function binEdges(values: Numbers, maxBins: number = MAX_BINS): number[] {
  const sorted = sortedFinite(values);
  const distinct = distinctUpTo(sorted, maxBins);
  const edges: number[] = [];
  if (distinct !== undefined) {
    for (let at = 1; at < distinct.length; at += 1) edges.push(middle(distinct[at - 1]!, distinct[at]!));
    return edges;
  }
  for (let bin = 1; bin < maxBins; bin += 1) {
    const position = (bin * sorted.length) / maxBins;
    const after = Math.ceil(position);
    const edge = after === position ? middle(sorted[after - 1]!, sorted[after]!) : sorted[after - 1]!;
    if (edges.length === 0 || edge > edges[edges.length - 1]!) edges.push(edge);
  }
  return edges;
}

/** Half-way, without overflow, and below the upper value even where the two are neighbouring doubles. */
function middle(low: number, high: number): number {
  const half = low / 2 + high / 2;
  return half < high ? Math.max(low, half) : low;
}

/** The distinct values of a sorted array, or undefined when there are more than `limit`. */
function distinctUpTo(sorted: Float64Array, limit: number): number[] | undefined {
  const distinct: number[] = [];
  for (const value of sorted) {
    if (distinct.length > 0 && value === distinct[distinct.length - 1]!) continue;
    if (distinct.length === limit) return undefined;
    distinct.push(value);
  }
  return distinct;
}
