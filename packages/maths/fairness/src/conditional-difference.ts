import { defined, type Result, undefinedBecause } from '@assay/stats';
import {
  type ContingencyCube,
  type CubeCell,
  type GroupValues,
  groupKey,
  tallyGroups,
} from './contingency-cube.ts';

export type ConditionalDifference = {
  /** Rate of `group` minus rate of `reference`, over all strata together. */
  readonly unadjusted: number;
  /** The same within strata, averaged with Mantel-Haenszel weights. */
  readonly adjusted: number;
  /** Strata that have both groups; what is in the others cannot be compared and is left out of `adjusted`. */
  readonly strata: number;
  readonly strataLeftOut: number;
  readonly rowsLeftOut: number;
};

/**
 * The difference in selection rates of two groups, plain and within the strata of one column: how much of a gap
 * remains among rows that are alike in that column. Weights are n1 n0 / (n1 + n0) per stratum, after Mantel and
 * Haenszel. Rows without a known outcome or with a missing stratum are left out of the adjusted figure.
 *
 * Undefined as `tallyGroups`; 'empty' when a group has no known outcome; 'too-few' when no stratum has both.
 */
export function conditionalDifference(
  cube: ContingencyCube,
  columns: readonly string[],
  favourable: readonly string[],
  group: GroupValues,
  reference: GroupValues,
): Result<ConditionalDifference> {
  const whole = pairOf(cube, columns, favourable, group, reference);
  if (!whole.ok) return whole;
  const { side, base } = whole.value;
  if (side.n === 0 || base.n === 0) return undefinedBecause('empty');
  let weights = 0;
  let sum = 0;
  let strata = 0;
  let strataLeftOut = 0;
  let rowsUsed = 0;
  for (const [stratum, cells] of cellsByStratum(cube)) {
    const pair = pairOf({ columns: cube.columns, cells }, columns, favourable, group, reference);
    if (stratum === null || !pair.ok || pair.value.side.n === 0 || pair.value.base.n === 0) {
      strataLeftOut += 1;
      continue;
    }
    const { side: inner, base: innerBase } = pair.value;
    const weight = (inner.n * innerBase.n) / (inner.n + innerBase.n);
    weights += weight;
    sum += weight * (inner.favourable / inner.n - innerBase.favourable / innerBase.n);
    rowsUsed += inner.n + innerBase.n;
    strata += 1;
  }
  if (strata === 0) return undefinedBecause('too-few');
  return defined({
    unadjusted: side.favourable / side.n - base.favourable / base.n,
    adjusted: sum / weights,
    strata,
    strataLeftOut,
    rowsLeftOut: side.n + base.n - rowsUsed,
  });
}

function cellsByStratum(cube: ContingencyCube): Map<string | null, CubeCell[]> {
  const strata = new Map<string | null, CubeCell[]>();
  for (const cell of cube.cells) {
    const cells = strata.get(cell.stratum) ?? [];
    cells.push(cell);
    strata.set(cell.stratum, cells);
  }
  return strata;
}

type Rate = { favourable: number; n: number };

function pairOf(
  cube: ContingencyCube,
  columns: readonly string[],
  favourable: readonly string[],
  group: GroupValues,
  reference: GroupValues,
): Result<{ side: Rate; base: Rate }> {
  const tallies = tallyGroups(cube, columns, favourable);
  if (!tallies.ok) return tallies;
  const rateOf = (values: GroupValues): Rate => {
    const found = tallies.value.find((tally) => groupKey(tally.group) === groupKey(values));
    return { favourable: found?.favourable ?? 0, n: found?.known ?? 0 };
  };
  return defined({ side: rateOf(group), base: rateOf(reference) });
}
