import type { CategoryColumn, Column } from '@assay/stats';
import { binCount, type CategoryBins, type ColumnBins } from './column-bins.ts';

/**
 * The bin of every value of a column, one byte each; missing values and levels without a bin have the code
 * `binCount(bins)`.
 *
 * @throws RangeError when the column is of the other kind
 */
export function binColumn(column: Column, bins: ColumnBins): Uint8Array {
  if (column.kind === 'number' && bins.kind === 'number') return binNumbers(column.values, bins.edges);
  if (column.kind === 'category' && bins.kind === 'category') return binCategories(column, bins);
  throw new RangeError(`column ${column.name} is a ${column.kind}, not a ${bins.kind}`);
}

function binNumbers(values: Float64Array, edgeList: readonly number[]): Uint8Array {
  const edges = Float64Array.from(edgeList);
  const missing = edges.length + 1;
  const codes = new Uint8Array(values.length);
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row]!;
    let low = 0;
    let high = edges.length;
    while (low < high) {
      const half = (low + high) >>> 1;
      if (value <= edges[half]!) high = half;
      else low = half + 1;
    }
    codes[row] = Number.isNaN(value) ? missing : low;
  }
  return codes;
}

function binCategories(column: CategoryColumn, bins: CategoryBins): Uint8Array {
  const binOf = new Map(bins.levels.map((level, bin) => [level, bin]));
  for (const level of bins.rare) binOf.set(level, bins.levels.length);
  const missing = binCount(bins);
  const recode = Uint8Array.from(column.levels, (level) => binOf.get(level) ?? missing);
  return Uint8Array.from(column.codes, (code) => (code < 0 ? missing : recode[code]!));
}
