import type { CategoryColumn } from '@assay/stats';

/**
 * A category column cut into cells. A level with at least `rare` rows is a cell of its own; rarer levels are merged,
 * and a merged cell is drawn as one of its levels by their share of the column. What is missing is one more cell at
 * the end.
 */
export type CategoryCells = {
  readonly kind: 'category';
  readonly name: string;
  readonly levels: readonly string[];
  /** The cell of each level. */
  readonly cellOf: Uint16Array;
  /** Rows per level. */
  readonly levelCounts: Float64Array;
  /** Rows per cell, what is missing last. */
  readonly counts: Float64Array;
};

/** At most so many levels are cells of their own. */
const MOST_CELLS = 400;
/** Rare levels together above this share of the rows are merged into several cells instead of one. */
const MERGED_SHARE = 0.05;
const MOST_MERGED = 32;

/**
 * @param rank orders the levels, so that those merged together are alike; in the order of levels without it
 */
export function categoryCells(
  column: CategoryColumn,
  rare: number,
  rank?: (level: number) => number,
): CategoryCells {
  const { levels, codes, name } = column;
  const levelCounts = new Float64Array(levels.length);
  let missing = 0;
  for (const code of codes)
    if (code < 0) missing += 1;
    else levelCounts[code]! += 1;
  const byCount = [...levels.keys()].sort((a, b) => levelCounts[b]! - levelCounts[a]! || a - b);
  const own = new Set(byCount.slice(0, MOST_CELLS).filter((level) => levelCounts[level]! >= rare));
  const cellOf = new Uint16Array(levels.length);
  let cells = 0;
  for (let level = 0; level < levels.length; level += 1) if (own.has(level)) cellOf[level] = cells++;
  const merged = byCount.filter((level) => !own.has(level));
  const ordered = rank ? merged.sort((a, b) => rank(a) - rank(b) || a - b) : merged.sort((a, b) => a - b);
  const rowsMerged = ordered.reduce((sum, level) => sum + levelCounts[level]!, 0);
  const groups =
    rowsMerged <= MERGED_SHARE * codes.length
      ? 1
      : Math.min(MOST_MERGED, Math.floor(rowsMerged / (10 * rare)));
  const size = rowsMerged / Math.max(1, groups);
  let before = 0;
  for (const level of ordered) {
    cellOf[level] = cells + Math.min(Math.max(0, groups - 1), size > 0 ? Math.floor(before / size) : 0);
    before += levelCounts[level]!;
  }
  // Every merged cell has rows: levels without any stand with the others of their group.
  const last = cellOf.reduce((most, cell) => Math.max(most, cell), -1);
  const counts = new Float64Array(last + 2);
  for (let level = 0; level < levels.length; level += 1) counts[cellOf[level]!]! += levelCounts[level]!;
  counts[last + 1] = missing;
  return { kind: 'category', name, levels, cellOf, levelCounts, counts };
}
