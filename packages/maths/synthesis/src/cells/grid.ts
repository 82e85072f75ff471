/**
 * The evenly spaced decimals that all values of a column lie on: value = k / 10^decimals, with k - offset a multiple
 * of step. Whole thousands, quarter hours, days and cents are all grids.
 */
export type Grid = { readonly decimals: number; readonly offset: number; readonly step: number };

/** More decimals than this are taken as no grid: the values of a continuous measurement. */
const MOST_DECIMALS = 9;
const LIMIT = 2 ** 52;

/** The grid of finite numbers, or null when they need more than nine decimals or 52 bits. */
export function gridOf(values: Float64Array): Grid | null {
  let decimals = 0;
  let scale = 1;
  for (const value of values)
    while (Math.round(value * scale) / scale !== value || Math.abs(value * scale) > LIMIT) {
      decimals += 1;
      scale *= 10;
      if (decimals > MOST_DECIMALS || Math.abs(value) > LIMIT) return null;
    }
  let offset = Number.POSITIVE_INFINITY;
  for (const value of values) offset = Math.min(offset, Math.round(value * scale));
  let step = 0;
  for (const value of values) step = divisor(step, Math.round(value * scale) - offset);
  return { decimals, offset: values.length === 0 ? 0 : offset, step: step === 0 ? 1 : step };
}

/** Where a value lies on the grid: 0 at the offset, 1 a step further. */
export function gridIndex(grid: Grid, value: number): number {
  return Math.round((Math.round(value * 10 ** grid.decimals) - grid.offset) / grid.step);
}

/** The value at an index of the grid. */
export function gridValue(grid: Grid, index: number): number {
  // Dividing whole numbers gives the double nearest to the decimal, as reading its text does.
  return (grid.offset + index * grid.step) / 10 ** grid.decimals;
}

function divisor(a: number, b: number): number {
  let left = Math.abs(a);
  let right = Math.abs(b);
  while (right > 0) {
    const rest = left % right;
    left = right;
    right = rest;
  }
  return left;
}
