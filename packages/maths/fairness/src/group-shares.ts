import { defined, type Interval, type Result, wilson } from '@assay/stats';
import { MINIMUM_GROUP } from './assessable.ts';
import { type ContingencyCube, type GroupValues, tallyGroups } from './contingency-cube.ts';

/** How large a group is. Its share is a figure of all rows; `assessable` says whether rates within it are. */
export type GroupShare = {
  readonly group: GroupValues;
  readonly count: number;
  readonly total: number;
  readonly share: Interval;
  readonly assessable: boolean;
};

/**
 * The share of each group of `columns` (several columns: each intersection that occurs) among all rows, with a
 * Wilson interval. Missing values are a group. Undefined as `tallyGroups`; 'out-of-range' for the confidence.
 */
export function groupShares(
  cube: ContingencyCube,
  columns: readonly string[],
  options: { readonly minimum?: number; readonly confidence?: number } = {},
): Result<GroupShare[]> {
  const tallies = tallyGroups(cube, columns);
  if (!tallies.ok) return tallies;
  const total = tallies.value.reduce((sum, tally) => sum + tally.rows, 0);
  const shares: GroupShare[] = [];
  for (const { group, rows } of tallies.value) {
    const share = wilson(rows, total, options.confidence ?? 0.95);
    if (!share.ok) return share;
    const assessable = rows >= (options.minimum ?? MINIMUM_GROUP);
    shares.push({ group, count: rows, total, share: share.value, assessable });
  }
  return defined(shares);
}
