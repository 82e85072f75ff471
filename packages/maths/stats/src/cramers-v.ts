import { chiSquareIndependence } from './chi-square.ts';
import type { Numbers } from './numbers.ts';
import { defined, mapResult, type Result, undefinedBecause } from './result.ts';

/** Cramer's V of a contingency table, in [0, 1], biased upward in small tables. Undefined as the chi-square test. */
export function cramersV(table: readonly Numbers[]): Result<number> {
  return mapResult(chiSquareIndependence(table), (test) =>
    Math.min(1, Math.sqrt(test.statistic / (test.n * (Math.min(test.rows, test.columns) - 1)))),
  );
}

/**
 * Cramer's V with the bias correction of Bergsma, Journal of the Korean Statistical Society 42 (2013).
 * Undefined as the chi-square test; 'too-few' when the correction leaves no rows or columns.
 */
export function cramersVCorrected(table: readonly Numbers[]): Result<number> {
  const test = chiSquareIndependence(table);
  if (!test.ok) return test;
  const { statistic, n, rows, columns } = test.value;
  if (n < 2) return undefinedBecause('too-few');
  const phi2 = Math.max(0, statistic / n - ((rows - 1) * (columns - 1)) / (n - 1));
  const least = Math.min(rows - (rows - 1) ** 2 / (n - 1), columns - (columns - 1) ** 2 / (n - 1)) - 1;
  if (least <= 0) return undefinedBecause('too-few');
  return defined(Math.min(1, Math.sqrt(phi2 / least)));
}
