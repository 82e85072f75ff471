import { defined, type Interval, type Result, undefinedBecause } from '@assay/stats';
import { type Assessed, assessedProportion, MINIMUM_GROUP } from './assessable.ts';
import { type ContingencyCube, type GroupValues, tallyGroups } from './contingency-cube.ts';

/** How often a group has the favourable outcome, among its rows whose outcome is known. */
export type SelectionRate = {
  readonly group: GroupValues;
  readonly favourable: number;
  readonly n: number;
  /** Rows whose outcome is missing. */
  readonly unknown: number;
  readonly rate: Assessed<Interval>;
};

/**
 * The selection rate of each group of `columns` for the outcomes chosen as favourable, with Wilson intervals.
 * Undefined as `tallyGroups`; 'out-of-range' also when no outcome is favourable or the confidence is no share.
 */
export function selectionRates(
  cube: ContingencyCube,
  columns: readonly string[],
  favourable: readonly string[],
  options: { readonly minimum?: number; readonly confidence?: number } = {},
): Result<SelectionRate[]> {
  const confidence = options.confidence ?? 0.95;
  if (favourable.length === 0 || !(confidence > 0 && confidence < 1)) return undefinedBecause('out-of-range');
  const tallies = tallyGroups(cube, columns, favourable);
  if (!tallies.ok) return tallies;
  return defined(
    tallies.value.map((tally) => ({
      group: tally.group,
      favourable: tally.favourable,
      n: tally.known,
      unknown: tally.rows - tally.known,
      rate: assessedProportion(tally.favourable, tally.known, options.minimum ?? MINIMUM_GROUP, confidence),
    })),
  );
}

/** The rates that were assessed. */
export function assessedRates(rates: readonly SelectionRate[]): SelectionRate[] {
  return rates.filter((rate) => rate.rate.status === 'assessed');
}

/** Compares two rates without rounding: negative when `a` is the lower. */
export function compareRates(
  a: { readonly favourable: number; readonly n: number },
  b: { readonly favourable: number; readonly n: number },
): number {
  const left = BigInt(a.favourable) * BigInt(b.n);
  const right = BigInt(b.favourable) * BigInt(a.n);
  return left === right ? 0 : left < right ? -1 : 1;
}
