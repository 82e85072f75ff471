import { defined, type Result, undefinedBecause } from '@assay/stats';

/** Rows summed on their own before they join the total: a short chain of additions keeps the rounding small. */
const BLOCK = 4096;

/** A column of numbers ready for correlations: its finite mean, whether all is finite, and whether it varies. */
export type CenteredColumn = {
  readonly values: Float64Array;
  readonly mean: number;
  readonly complete: boolean;
  /** Finite values, and whether they are all equal. */
  readonly n: number;
  readonly constant: boolean;
};

/** The mean of the finite values in blocks of fixed order, and what else a correlation asks. */
export function centeredColumn(values: Float64Array): CenteredColumn {
  let total = 0;
  let n = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let start = 0; start < values.length; start += BLOCK) {
    const end = Math.min(values.length, start + BLOCK);
    let sum = 0;
    for (let row = start; row < end; row += 1) {
      const value = values[row]!;
      if (!Number.isFinite(value)) continue;
      sum += value;
      n += 1;
      if (value < min) min = value;
      if (value > max) max = value;
    }
    total += sum;
  }
  return {
    values,
    mean: n === 0 ? 0 : total / n,
    complete: n === values.length,
    n,
    constant: n > 0 && min === max,
  };
}

/** A correlation with the number of rows in which both values are there. */
export type Correlation = { readonly value: Result<number>; readonly n: number };

/**
 * Pearson's correlation over the rows in which both values are finite, from sums about the columns' means in blocks
 * of fixed order: the same bits each run. Undefined: 'too-few' (under two rows), 'constant'.
 */
export function correlation(x: CenteredColumn, y: CenteredColumn): Correlation {
  const sums = x.complete && y.complete ? completeSums(x, y) : pairwiseSums(x, y);
  const { n } = sums;
  if (n < 2) return { value: undefinedBecause('too-few'), n };
  const xx = sums.xx - (sums.x * sums.x) / n;
  const yy = sums.yy - (sums.y * sums.y) / n;
  const xy = sums.xy - (sums.x * sums.y) / n;
  // What is left of a constant after rounding is no spread.
  if (!(xx > sums.xx * 1e-14) || !(yy > sums.yy * 1e-14)) return { value: undefinedBecause('constant'), n };
  const r = xy / (Math.sqrt(xx) * Math.sqrt(yy));
  if (!Number.isFinite(r)) return { value: undefinedBecause('not-finite'), n };
  return { value: defined(Math.max(-1, Math.min(1, r))), n };
}

type Sums = { n: number; x: number; y: number; xx: number; yy: number; xy: number };

function completeSums(x: CenteredColumn, y: CenteredColumn): Sums {
  const rows = x.values.length;
  const total: Sums = { n: rows, x: 0, y: 0, xx: 0, yy: 0, xy: 0 };
  const left = x.values;
  const right = y.values;
  const meanX = x.mean;
  const meanY = y.mean;
  for (let start = 0; start < rows; start += BLOCK) {
    const end = Math.min(rows, start + BLOCK);
    let sx = 0;
    let sy = 0;
    let xx = 0;
    let yy = 0;
    let xy = 0;
    for (let row = start; row < end; row += 1) {
      const a = left[row]! - meanX;
      const b = right[row]! - meanY;
      sx += a;
      sy += b;
      xx += a * a;
      yy += b * b;
      xy += a * b;
    }
    total.x += sx;
    total.y += sy;
    total.xx += xx;
    total.yy += yy;
    total.xy += xy;
  }
  return total;
}

function pairwiseSums(x: CenteredColumn, y: CenteredColumn): Sums {
  const rows = x.values.length;
  const total: Sums = { n: 0, x: 0, y: 0, xx: 0, yy: 0, xy: 0 };
  const left = x.values;
  const right = y.values;
  const meanX = x.mean;
  const meanY = y.mean;
  for (let start = 0; start < rows; start += BLOCK) {
    const end = Math.min(rows, start + BLOCK);
    let sx = 0;
    let sy = 0;
    let xx = 0;
    let yy = 0;
    let xy = 0;
    for (let row = start; row < end; row += 1) {
      const a = left[row]! - meanX;
      const b = right[row]! - meanY;
      if (!Number.isFinite(a) || !Number.isFinite(b)) continue;
      total.n += 1;
      sx += a;
      sy += b;
      xx += a * a;
      yy += b * b;
      xy += a * b;
    }
    total.x += sx;
    total.y += sy;
    total.xx += xx;
    total.yy += yy;
    total.xy += xy;
  }
  return total;
}
