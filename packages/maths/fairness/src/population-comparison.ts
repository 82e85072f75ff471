import {
  type ChiSquare,
  chiSquareGoodnessOfFit,
  defined,
  type Result,
  undefinedBecause,
  wilson,
} from '@assay/stats';
import { type GroupValues, groupKey } from './contingency-cube.ts';
import type { GroupShare } from './group-shares.ts';

/** A population table: how large each group is outside the data, as a share or a head count. */
export type PopulationGroup = { readonly group: GroupValues; readonly size: number };

export type PopulationDifference = {
  readonly group: GroupValues;
  readonly count: number;
  /** Of the rows whose group is in the population table. */
  readonly sourceShare: number;
  readonly populationShare: number;
  /** Source minus population; the interval is Wilson's of the source share, the population taken as known. */
  readonly difference: { readonly estimate: number; readonly low: number; readonly high: number };
  /** Source over population: below 1 is under-represented. Undefined: 'zero-denominator'. */
  readonly ratio: Result<number>;
  /** The population share lies outside the interval. */
  readonly differs: boolean;
};

export type PopulationComparison = {
  readonly groups: readonly PopulationDifference[];
  readonly test: Result<ChiSquare>;
  /** Groups of the data that the table does not name, and their rows: left out of everything above. */
  readonly unmatched: readonly { readonly group: GroupValues; readonly count: number }[];
};

/**
 * Shares of the source against a population table (scaled to sum to 1), with a chi-square goodness of fit. Groups
 * of the table that the source lacks count as 0 rows.
 *
 * Undefined: 'empty' when no row matches or the table is empty; 'out-of-range' for a size below 0, a group named
 * twice, or the confidence.
 */
export function compareWithPopulation(
  shares: readonly GroupShare[],
  population: readonly PopulationGroup[],
  confidence = 0.95,
): Result<PopulationComparison> {
  const counts = new Map(shares.map((share) => [groupKey(share.group), share.count]));
  const known = new Set(population.map(({ group }) => groupKey(group)));
  if (known.size !== population.length) return undefinedBecause('out-of-range');
  const sizes = population.map(({ size }) => size);
  if (sizes.some((size) => !(size >= 0 && size < Number.POSITIVE_INFINITY)))
    return undefinedBecause('out-of-range');
  const populationTotal = sizes.reduce((sum, size) => sum + size, 0);
  const observed = population.map(({ group }) => counts.get(groupKey(group)) ?? 0);
  const total = observed.reduce((sum, count) => sum + count, 0);
  if (total === 0 || populationTotal === 0) return undefinedBecause('empty');
  const groups: PopulationDifference[] = [];
  for (const [index, { group, size }] of population.entries()) {
    const share = wilson(observed[index]!, total, confidence);
    if (!share.ok) return share;
    const expected = size / populationTotal;
    const { estimate, low, high } = share.value;
    groups.push({
      group,
      count: observed[index]!,
      sourceShare: estimate,
      populationShare: expected,
      difference: { estimate: estimate - expected, low: low - expected, high: high - expected },
      ratio: expected === 0 ? undefinedBecause('zero-denominator') : defined(estimate / expected),
      differs: expected < low || expected > high,
    });
  }
  const unmatched = shares
    .filter((share) => !known.has(groupKey(share.group)))
    .map(({ group, count }) => ({ group, count }));
  return defined({ groups, test: chiSquareGoodnessOfFit(observed, sizes), unmatched });
}
