import type { CategoryColumn, Column } from '@assay/stats';
import { binEdges } from './bin-edges.ts';
import { type CategoryBins, type ColumnBins, MAX_BINS } from './column-bins.ts';

/**
 * The bins of a column: numbers by `binEdges`, categories by level. Levels without a row have no bin; of more levels
 * than bins the commonest keep one each (of equally common ones those that come first) and the others share the last.
 */
export function binsOfColumn(column: Column, maxBins: number = MAX_BINS): ColumnBins {
  return column.kind === 'number'
    ? { kind: 'number', name: column.name, edges: binEdges(column.values, maxBins) }
    : categoryBins(column, maxBins);
}

function categoryBins(column: CategoryColumn, maxBins: number): CategoryBins {
  const counts = new Float64Array(column.levels.length);
  for (const code of column.codes) if (code >= 0) counts[code]! += 1;
  const seen = column.levels.map((_, code) => code).filter((code) => counts[code]! > 0);
  const levelsOf = (codes: readonly number[]) => codes.map((code) => column.levels[code]!);
  if (seen.length <= maxBins)
    return { kind: 'category', name: column.name, levels: levelsOf(seen), rare: [] };
  const byCount = [...seen].sort((a, b) => counts[b]! - counts[a]! || a - b);
  const common = byCount.slice(0, maxBins - 1).sort((a, b) => a - b);
  const rare = byCount.slice(maxBins - 1).sort((a, b) => a - b);
  return { kind: 'category', name: column.name, levels: levelsOf(common), rare: levelsOf(rare) };
}
