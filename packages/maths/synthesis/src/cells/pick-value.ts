import type { Allowed } from '../conditions/allowed-cells.ts';
import type { ColumnCells } from './column-cells.ts';
import { gridValue } from './grid.ts';

/** A value of a cell: a number, or the code of a level; NaN or -1 is missing. `unit` in [0, 1) chooses. */
export type ValuePicker = (cell: number, allowed: Allowed | null, unit: number) => number;

/** Picks values of cells, within what is allowed. The cell itself must be allowed in part. */
export function createValuePicker(cells: ColumnCells): ValuePicker {
  const missing = cells.counts.length - 1;
  if (cells.kind === 'number') {
    const { grid } = cells;
    return (cell, allowed, unit) => {
      if (cell === missing) return Number.NaN;
      const low = Math.max(cells.low[cell]!, allowed ? allowed.low : Number.NEGATIVE_INFINITY);
      const high = Math.min(cells.high[cell]!, allowed ? allowed.high : Number.POSITIVE_INFINITY);
      if (!grid) return low + unit * Math.max(0, high - low);
      return gridValue(grid, low + Math.min(high - low, Math.floor(unit * (high - low + 1))));
    };
  }
  const members: number[][] = Array.from({ length: missing }, () => []);
  cells.cellOf.forEach((cell, level) => {
    if (cells.levelCounts[level]! > 0) members[cell]!.push(level);
  });
  return (cell, allowed, unit) => {
    if (cell === missing) return -1;
    const among = allowed ? members[cell]!.filter((level) => allowed.levels[level] === 1) : members[cell]!;
    let rest = unit * among.reduce((sum, level) => sum + cells.levelCounts[level]!, 0);
    for (const level of among) {
      if (rest < cells.levelCounts[level]!) return level;
      rest -= cells.levelCounts[level]!;
    }
    return among.at(-1)!;
  };
}
