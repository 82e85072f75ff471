import { defined, type Result, undefinedBecause } from '@assay/stats';

/**
 * The share of a column's categories that so many rows of the same distribution are expected to have:
 * `mean over categories of 1 - (1 - count / n)^rows`, n the sum of counts.
 *
 * Categories that stand in one row of the table are rarer than their count says, so that unseen rows reach a little
 * less than this.
 *
 * @param counts rows of each category in the real column; categories without rows do not count
 * @param rows of the other table, at least 0
 * @returns undefined 'empty' where no category has a row
 */
export function coverageFloor(counts: ArrayLike<number>, rows: number): Result<number> {
  let n = 0;
  for (let level = 0; level < counts.length; level += 1) n += counts[level]!;
  if (n === 0) return undefinedBecause('empty');
  let expected = 0;
  let had = 0;
  for (let level = 0; level < counts.length; level += 1) {
    if (counts[level] === 0) continue;
    had += 1;
    expected += 1 - (1 - counts[level]! / n) ** rows;
  }
  return defined(expected / had);
}
