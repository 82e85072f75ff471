import type { Column } from '@assay/stats';
import type { CategoryCells } from './category-cells.ts';
import { gridIndex } from './grid.ts';
import { type NumberCells, nearestCell } from './number-cells.ts';

/** A column cut into cells. */
export type ColumnCells = NumberCells | CategoryCells;

/** How many cells a column has, the one for missing values (the last) included. */
export function cellCount(cells: ColumnCells): number {
  return cells.counts.length;
}

/** The cell of each row; a missing value has the last. */
export function encodeColumn(cells: ColumnCells, column: Column): Uint16Array {
  const missing = cells.counts.length - 1;
  if (cells.kind === 'category' && column.kind === 'category')
    return Uint16Array.from(column.codes, (code) => (code < 0 ? missing : cells.cellOf[code]!));
  if (cells.kind === 'number' && column.kind === 'number') {
    const { grid } = cells;
    return Uint16Array.from(column.values, (value) => {
      if (Number.isNaN(value)) return missing;
      return nearestCell(cells, grid ? gridIndex(grid, value) : value);
    });
  }
  throw new RangeError(`column ${column.name} is not of the kind that its cells were cut from`);
}
