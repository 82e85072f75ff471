import { chiSquareSurvival } from './chi-square-distribution.ts';
import { totalCount } from './counts.ts';
import type { Numbers } from './numbers.ts';
import { defined, type Result, undefinedBecause } from './result.ts';

export type ChiSquare = {
  readonly statistic: number;
  readonly degrees: number;
  readonly pValue: number;
  /** Under 5 the approximation is poor, and the reader should be told. */
  readonly minExpected: number;
  readonly n: number;
  /** Rows and columns that were not empty. */
  readonly rows: number;
  readonly columns: number;
};

/**
 * Pearson's chi-square test of independence on a contingency table of counts, without Yates's correction. Empty
 * rows and columns are left out.
 *
 * Undefined: 'empty'; 'length-mismatch' (ragged); 'out-of-range' (a negative count); 'constant' when fewer than
 * two rows or two columns have counts.
 */
export function chiSquareIndependence(table: readonly Numbers[]): Result<ChiSquare> {
  const width = table[0]?.length ?? 0;
  const columnTotals = new Array<number>(width).fill(0);
  const rowTotals: number[] = [];
  for (const row of table) {
    if (row.length !== width) return undefinedBecause('length-mismatch');
    const total = totalCount(row);
    if (!total.ok && total.reason !== 'empty') return total;
    rowTotals.push(total.ok ? total.value : 0);
    for (let column = 0; column < width; column += 1) columnTotals[column]! += row[column]!;
  }
  const n = rowTotals.reduce((sum, total) => sum + total, 0);
  if (n === 0) return undefinedBecause('empty');
  const rows = rowTotals.filter((total) => total > 0).length;
  const columns = columnTotals.filter((total) => total > 0).length;
  if (rows < 2 || columns < 2) return undefinedBecause('constant');
  let statistic = 0;
  let minExpected = Number.POSITIVE_INFINITY;
  for (const [index, row] of table.entries()) {
    for (let column = 0; column < width; column += 1) {
      const expected = (rowTotals[index]! * columnTotals[column]!) / n;
      if (expected === 0) continue;
      statistic += (row[column]! - expected) ** 2 / expected;
      minExpected = Math.min(minExpected, expected);
    }
  }
  const degrees = (rows - 1) * (columns - 1);
  return defined({
    statistic,
    degrees,
    pValue: chiSquareSurvival(statistic, degrees),
    minExpected,
    n,
    rows,
    columns,
  });
}

/**
 * Pearson's chi-square test of goodness of fit: observed counts against expected shares (scaled to sum to 1).
 *
 * Undefined: 'length-mismatch', 'out-of-range', 'empty'; 'zero-denominator' when something was observed where
 * nothing is expected; 'constant' when fewer than two categories are expected.
 */
export function chiSquareGoodnessOfFit(observed: Numbers, expectedShares: Numbers): Result<ChiSquare> {
  if (observed.length !== expectedShares.length) return undefinedBecause('length-mismatch');
  const n = totalCount(observed);
  if (!n.ok) return n;
  const shares = totalCount(expectedShares);
  if (!shares.ok) return shares;
  let statistic = 0;
  let categories = 0;
  let minExpected = Number.POSITIVE_INFINITY;
  for (let index = 0; index < observed.length; index += 1) {
    const expected = (expectedShares[index]! / shares.value) * n.value;
    if (expected === 0) {
      if (observed[index]! > 0) return undefinedBecause('zero-denominator');
      continue;
    }
    categories += 1;
    statistic += (observed[index]! - expected) ** 2 / expected;
    minExpected = Math.min(minExpected, expected);
  }
  if (categories < 2) return undefinedBecause('constant');
  const degrees = categories - 1;
  return defined({
    statistic,
    degrees,
    pValue: chiSquareSurvival(statistic, degrees),
    minExpected,
    n: n.value,
    rows: 1,
    columns: categories,
  });
}
