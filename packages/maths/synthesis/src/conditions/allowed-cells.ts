import type { ColumnCells } from '../cells/column-cells.ts';
import { gridIndex, gridValue } from '../cells/grid.ts';
import type { ConditionTerm } from './condition.ts';

/** What conditions leave of a column. */
export type Allowed = {
  /** Per cell: the share of it that is allowed, from 0 to 1. */
  readonly share: Float64Array;
  /** Per level of a category: 1 if allowed; empty for numbers. */
  readonly levels: Uint8Array;
  /** Bounds of a number column, in grid indices where it has a grid. */
  readonly low: number;
  readonly high: number;
};

/** Everything. */
export function allAllowed(cells: ColumnCells): Allowed {
  const share = new Float64Array(cells.counts.length).fill(1);
  const levels = new Uint8Array(cells.kind === 'category' ? cells.levels.length : 0).fill(1);
  return { share, levels, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
}

/** What a term leaves of what was allowed. The term must be of the column's kind. */
export function narrowed(cells: ColumnCells, allowed: Allowed, term: ConditionTerm): Allowed {
  if (cells.kind === 'category') {
    const named = 'levels' in term ? new Set(term.levels) : new Set<string | null>();
    const levels = allowed.levels.map((open, level) =>
      open === 1 && named.has(cells.levels[level]!) ? 1 : 0,
    );
    return ofLevels(cells, levels, allowed.share.at(-1)! > 0 && named.has(null));
  }
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = 'levels' in term ? {} : term;
  const { grid } = cells;
  const low = Math.max(allowed.low, grid && Number.isFinite(min) ? ceilIndex(min) : min);
  const high = Math.min(allowed.high, grid && Number.isFinite(max) ? floorIndex(max) : max);
  const share = allowed.share.map((before, cell) => {
    if (cell === cells.low.length) return 0;
    const [from, to] = [cells.low[cell]!, cells.high[cell]!];
    const step = grid ? 1 : 0;
    const width = Math.min(to, high) - Math.max(from, low) + step;
    if (from === to) return low <= from && from <= high ? before : 0;
    return width <= 0 ? 0 : Math.min(before, width / (to - from + step));
  });
  return { share, levels: allowed.levels, low, high };

  function ceilIndex(value: number): number {
    const index = gridIndex(grid!, value);
    return gridValue(grid!, index) < value ? index + 1 : index;
  }
  function floorIndex(value: number): number {
    const index = gridIndex(grid!, value);
    return gridValue(grid!, index) > value ? index - 1 : index;
  }
}

/** What is left of a category when some levels are allowed. */
export function ofLevels(
  cells: Extract<ColumnCells, { kind: 'category' }>,
  levels: Uint8Array,
  missing: boolean,
): Allowed {
  const share = new Float64Array(cells.counts.length);
  for (let level = 0; level < levels.length; level += 1) {
    const cell = cells.cellOf[level]!;
    if (levels[level] === 1 && cells.levelCounts[level]! > 0)
      share[cell]! += cells.levelCounts[level]! / cells.counts[cell]!;
  }
  share[share.length - 1] = missing ? 1 : 0;
  return { share, levels, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
}

/** Rows of the fit that are allowed, by the column alone. */
export function allowedRows(cells: ColumnCells, { share }: Allowed): number {
  let rows = 0;
  for (let cell = 0; cell < share.length; cell += 1) rows += share[cell]! * cells.counts[cell]!;
  return rows;
}
