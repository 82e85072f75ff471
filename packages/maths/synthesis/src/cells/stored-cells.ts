import type { CategoryCells } from './category-cells.ts';
import type { ColumnCells } from './column-cells.ts';
import type { NumberCells } from './number-cells.ts';
import { type Packed, packDoubles, packIntegers, unpack } from './pack.ts';

/** Cells as a fitted model keeps them. */
export type StoredCells =
  | (Pick<NumberCells, 'kind' | 'name' | 'scale' | 'grid'> & {
      readonly low: Packed;
      readonly high: Packed;
      readonly smooth: Packed;
      readonly counts: Packed;
    })
  | (Pick<CategoryCells, 'kind' | 'name' | 'levels'> & {
      readonly cellOf: Packed;
      readonly levelCounts: Packed;
      readonly counts: Packed;
    });

/** Cells as plain JSON. */
export function storeCells(cells: ColumnCells): StoredCells {
  const counts = packIntegers(cells.counts);
  if (cells.kind === 'category') {
    const { kind, name, levels } = cells;
    return {
      kind,
      name,
      levels,
      cellOf: packIntegers(cells.cellOf),
      levelCounts: packIntegers(cells.levelCounts),
      counts,
    };
  }
  const { kind, name, scale, grid } = cells;
  const [low, high] = [packDoubles(cells.low), packDoubles(cells.high)];
  return { kind, name, scale, grid, low, high, smooth: packIntegers(cells.smooth), counts };
}

/** Cells from plain JSON. */
export function loadCells(stored: StoredCells): ColumnCells {
  const counts = Float64Array.from(unpack(stored.counts));
  if (stored.kind === 'category') {
    const { kind, name, levels } = stored;
    return {
      kind,
      name,
      levels,
      cellOf: Uint16Array.from(unpack(stored.cellOf)),
      levelCounts: Float64Array.from(unpack(stored.levelCounts)),
      counts,
    };
  }
  const { kind, name, scale, grid } = stored;
  return {
    kind,
    name,
    scale,
    grid,
    low: Float64Array.from(unpack(stored.low)),
    high: Float64Array.from(unpack(stored.high)),
    smooth: Uint8Array.from(unpack(stored.smooth)),
    counts,
  };
}
