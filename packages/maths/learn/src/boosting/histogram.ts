import type { BinnedTable } from '../binning/bin-table.ts';
import { binCount } from '../binning/column-bins.ts';

/** Where each feature's bins stand in a histogram: three numbers a bin (gradients, second derivatives, rows). */
export type HistogramLayout = {
  /** The place of bin 0 of each feature; after the last bin stands the missing one. */
  readonly offsets: Int32Array;
  readonly bins: Int32Array;
  readonly size: number;
};

export function histogramLayout(table: BinnedTable): HistogramLayout {
  const bins = Int32Array.from(table.bins, binCount);
  const offsets = new Int32Array(bins.length);
  let size = 0;
  for (let feature = 0; feature < bins.length; feature += 1) {
    offsets[feature] = size;
    size += 3 * (bins[feature]! + 1);
  }
  return { offsets, bins, size };
}

/**
 * Adds rows to a histogram: `order[start..end)`, whose derivatives are `slopes[2 i]` and `slopes[2 i + 1]` for the
 * i-th of them. Four features at a time: neighbouring rows often meet the same bin, and one sum would wait for
 * the other.
 */
export function addRows(
  histogram: Float64Array,
  layout: HistogramLayout,
  columns: readonly Uint8Array[],
  order: Int32Array,
  start: number,
  end: number,
  slopes: Float64Array,
): void {
  const { offsets } = layout;
  let feature = 0;
  for (; feature + 3 < columns.length; feature += 4)
    addFour(histogram, offsets, columns, feature, order, start, end, slopes);
  for (; feature < columns.length; feature += 1)
    addOne(histogram, offsets[feature]!, columns[feature]!, order, start, end, slopes);
}

function addFour(
  histogram: Float64Array,
  offsets: Int32Array,
  columns: readonly Uint8Array[],
  feature: number,
  order: Int32Array,
  start: number,
  end: number,
  slopes: Float64Array,
): void {
  const columnA = columns[feature]!;
  const columnB = columns[feature + 1]!;
  const columnC = columns[feature + 2]!;
  const columnD = columns[feature + 3]!;
  const offsetA = offsets[feature]!;
  const offsetB = offsets[feature + 1]!;
  const offsetC = offsets[feature + 2]!;
  const offsetD = offsets[feature + 3]!;
  let slope = 0;
  for (let at = start; at < end; at += 1) {
    const row = order[at]!;
    const first = slopes[slope]!;
    const second = slopes[slope + 1]!;
    slope += 2;
    const a = offsetA + 3 * columnA[row]!;
    const b = offsetB + 3 * columnB[row]!;
    const c = offsetC + 3 * columnC[row]!;
    const d = offsetD + 3 * columnD[row]!;
    histogram[a]! += first;
    histogram[b]! += first;
    histogram[c]! += first;
    histogram[d]! += first;
    histogram[a + 1]! += second;
    histogram[b + 1]! += second;
    histogram[c + 1]! += second;
    histogram[d + 1]! += second;
    histogram[a + 2]! += 1;
    histogram[b + 2]! += 1;
    histogram[c + 2]! += 1;
    histogram[d + 2]! += 1;
  }
}

function addOne(
  histogram: Float64Array,
  offset: number,
  column: Uint8Array,
  order: Int32Array,
  start: number,
  end: number,
  slopes: Float64Array,
): void {
  let slope = 0;
  for (let at = start; at < end; at += 1) {
    const bin = offset + 3 * column[order[at]!]!;
    histogram[bin]! += slopes[slope]!;
    histogram[bin + 1]! += slopes[slope + 1]!;
    histogram[bin + 2]! += 1;
    slope += 2;
  }
}

/** Turns the histogram of a node into that of one child, given that of the other. */
export function subtractHistogram(histogram: Float64Array, other: Float64Array): void {
  for (let at = 0; at < histogram.length; at += 1) histogram[at]! -= other[at]!;
}
