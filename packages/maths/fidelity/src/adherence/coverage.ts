import { defined, type Result, undefinedBecause } from '@assay/stats';
import type { PreparedCategory, PreparedColumn, PreparedNumber } from '../columns/prepare.ts';

/** How much of a real column's range or categories the synthetic one reaches. */
export type ColumnCoverage = {
  readonly column: string;
  readonly measure: 'range-coverage' | 'category-coverage' | null;
  readonly score: Result<number>;
};

export type Coverage = { readonly score: Result<number>; readonly columns: readonly ColumnCoverage[] };

/** The mean of the coverage of columns. */
export function coverage(columns: readonly ColumnCoverage[]): Coverage {
  const scores = columns.flatMap(({ score }) => (score.ok ? [score.value] : []));
  const sum = scores.reduce((total, score) => total + score, 0);
  return {
    score: scores.length === 0 ? undefinedBecause('empty') : defined(sum / scores.length),
    columns,
  };
}

/** How much of one column is covered. */
export function columnCoverage(column: PreparedColumn): ColumnCoverage {
  if (column.kind === 'unmatched')
    return { column: column.name, measure: null, score: undefinedBecause(column.reason) };
  return column.kind === 'number'
    ? { column: column.name, measure: 'range-coverage', score: rangeCoverage(column) }
    : { column: column.name, measure: 'category-coverage', score: categoryCoverage(column) };
}

/**
 * `1 - (what the synthetic range lacks below + above) / real range`, at least 0. Undefined: 'empty', 'constant'.
 */
export function rangeCoverage(column: PreparedNumber): Result<number> {
  const { real, synthetic } = column.ordered;
  if (real.n === 0 || synthetic.n === 0) return undefinedBecause('empty');
  const low = real.values[0]!;
  const high = real.values[real.values.length - 1]!;
  if (low === high) return undefinedBecause('constant');
  const below = Math.max((synthetic.values[0]! - low) / (high - low), 0);
  const above = Math.max((high - synthetic.values[synthetic.values.length - 1]!) / (high - low), 0);
  return defined(Math.max(1 - (below + above), 0));
}

/** The share of the real categories that the synthetic column has. Undefined: 'empty'. */
export function categoryCoverage(column: PreparedCategory): Result<number> {
  const { real, synthetic } = column.bins;
  let had = 0;
  let covered = 0;
  for (let level = 0; level < column.levels.length; level += 1) {
    if (real.counts[level] === 0) continue;
    had += 1;
    if (synthetic.counts[level]! > 0) covered += 1;
  }
  return had === 0 ? undefinedBecause('empty') : defined(covered / had);
}
