import type { CategoryColumn, Column } from '@assay/stats';
import { binEdges } from './bin-edges.ts';
import { type CategoryBins, type ColumnBins, MAX_BINS } from './column-bins.ts';

/**
 * The bins of a column by the given rows (all when left out): numbers by `binEdges`, categories by level. Levels
 * without a row have no bin; of more levels than bins the commonest keep one each (of equally common ones those that
 * come first) and the others share the last.
 */
export function binsOfColumn(column: Column, maxBins: number = MAX_BINS, rows?: Int32Array): ColumnBins {
  if (column.kind === 'category') return categoryBins(column, maxBins, rows);
  const values = rows === undefined ? column.values : Float64Array.from(rows, (row) => column.values[row]!);
  return { kind: 'number', name: column.name, edges: binEdges(values, maxBins) };
}

function categoryBins(column: CategoryColumn, maxBins: number, rows: Int32Array | undefined): CategoryBins {
  const counts = new Float64Array(column.levels.length);
  const count = (code: number) => {
    if (code >= 0) counts[code]! += 1;
  };
  if (rows === undefined) column.codes.forEach(count);
  else for (const row of rows) count(column.codes[row]!);
  const seen = column.levels.map((_, code) => code).filter((code) => counts[code]! > 0);
  const levelsOf = (codes: readonly number[]) => codes.map((code) => column.levels[code]!);
  if (seen.length <= maxBins)
    return { kind: 'category', name: column.name, levels: levelsOf(seen), rare: [] };
  const byCount = [...seen].sort((a, b) => counts[b]! - counts[a]! || a - b);
  const common = byCount.slice(0, maxBins - 1).sort((a, b) => a - b);
  const rare = byCount.slice(maxBins - 1).sort((a, b) => a - b);
  return { kind: 'category', name: column.name, levels: levelsOf(common), rare: levelsOf(rare) };
}
