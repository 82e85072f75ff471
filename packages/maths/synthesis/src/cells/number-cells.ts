import type { NumberColumn } from '@assay/stats';
import { type Grid, gridIndex, gridOf } from './grid.ts';
import { smoothCells } from './smooth-cells.ts';

/**
 * A number column cut into at most a few hundred ordered cells, from `low` to `high` inclusive, in grid indices
 * (values where there is no grid). A value that many rows have is a cell of its own; rarer ones share a cell with
 * their neighbours, so that no cell stands for fewer than `rare` rows. What is missing is one more cell at the end.
 */
export type NumberCells = {
  readonly kind: 'number';
  readonly name: string;
  readonly scale: NumberColumn['scale'];
  readonly grid: Grid | null;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** 1 where values run on into their neighbours, 0 for a spike that is only ever drawn as itself. */
  readonly smooth: Uint8Array;
  /** Rows per cell, what is missing last. */
  readonly counts: Float64Array;
};

/** A column with at most so many distinct values keeps each as a cell, rare ones excepted. */
const DISTINCT = 512;
const CELLS = 256;

/** @throws RangeError for an infinite value */
export function numberCells(column: NumberColumn, rare: number): NumberCells {
  const values = column.values.filter((value) => !Number.isNaN(value)).sort();
  if (values.length > 0 && !(Number.isFinite(values[0]!) && Number.isFinite(values.at(-1)!)))
    throw new RangeError(`column ${column.name} has an infinite value`);
  const grid = gridOf(values);
  if (grid) for (let at = 0; at < values.length; at += 1) values[at] = gridIndex(grid, values[at]!);
  const { low, high } = cut(values, rare);
  const counts = new Float64Array(low.length + 1);
  counts[low.length] = column.values.length - values.length;
  const unsmoothed = { low, high };
  for (const value of values) counts[nearestCell(unsmoothed, value)]! += 1;
  return {
    kind: 'number',
    name: column.name,
    scale: column.scale,
    grid,
    low,
    high,
    smooth: smoothCells(low, high, counts, grid !== null),
    counts,
  };
}

/** The cell of a value on the grid: the one that holds it, else the nearest. */
export function nearestCell(
  { low, high }: { readonly low: Float64Array; readonly high: Float64Array },
  value: number,
): number {
  let first = 0;
  let last = low.length - 1;
  while (first < last) {
    const middle = (first + last + 1) >> 1;
    if (low[middle]! <= value) first = middle;
    else last = middle - 1;
  }
  if (first + 1 < low.length && value > high[first]! && low[first + 1]! - value < value - high[first]!)
    return first + 1;
  return first;
}

type Cut = { low: number[]; high: number[]; size: number[] };

/** Cuts sorted values into cells. */
function cut(values: Float64Array, rare: number): { low: Float64Array; high: Float64Array } {
  const runs = runsOf(values);
  const rows = values.length;
  const single = runs.value.length <= DISTINCT ? rare : Math.max(rare, Math.ceil(rows / CELLS));
  const full = Math.max(rare, Math.ceil(rows / CELLS));
  const widest = rows === 0 ? 0 : (values[rows - 1]! - values[0]!) / (CELLS / 2);
  const cells: Cut = { low: [], high: [], size: [] };
  let open = -1;
  for (let run = 0; run < runs.value.length; run += 1) {
    const value = runs.value[run]!;
    const size = runs.size[run]!;
    if (size >= single) {
      close(cells, open, rare);
      open = -1;
      push(cells, value, size);
      continue;
    }
    const last = cells.size.length - 1;
    const wide = open >= 0 && value - cells.low[last]! > widest && cells.size[last]! >= rare;
    if (open < 0 || cells.size[last]! >= full || wide) {
      if (open < 0) open = cells.size.length;
      push(cells, value, size);
    } else {
      cells.high[last] = value;
      cells.size[last]! += size;
    }
  }
  close(cells, open, rare);
  return { low: Float64Array.from(cells.low), high: Float64Array.from(cells.high) };
}

function push(cells: Cut, value: number, size: number): void {
  cells.low.push(value);
  cells.high.push(value);
  cells.size.push(size);
}

/**
 * Ends a stretch of shared cells that began at `open`. A last cell with too few rows joins the one before; one that
 * stands alone between two values of their own is dropped, and its rows count for the nearer of them.
 */
function close(cells: Cut, open: number, rare: number): void {
  const last = cells.size.length - 1;
  if (open < 0 || cells.size[last]! >= rare || cells.size.length === 1) return;
  if (last > open) {
    cells.high[last - 1] = cells.high[last]!;
    cells.size[last - 1]! += cells.size[last]!;
  }
  cells.low.pop();
  cells.high.pop();
  cells.size.pop();
}

function runsOf(sorted: Float64Array): { value: number[]; size: number[] } {
  const value: number[] = [];
  const size: number[] = [];
  for (const each of sorted) {
    if (value.length > 0 && value[value.length - 1] === each) size[size.length - 1]! += 1;
    else {
      value.push(each);
      size.push(1);
    }
  }
  return { value, size };
}
