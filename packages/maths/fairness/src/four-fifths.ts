import { defined, type Result, undefinedBecause } from '@assay/stats';
import { type GroupValues, groupKey } from './contingency-cube.ts';
import { assessedRates, compareRates, type SelectionRate } from './selection-rates.ts';

export type FourFifthsGroup = {
  readonly group: GroupValues;
  readonly verdict: 'passes' | 'fails' | 'not-assessable';
  /** The group's rate over the highest one, exactly: numerator / denominator. Null where not assessed. */
  readonly impact: {
    readonly numerator: bigint;
    readonly denominator: bigint;
    readonly ratio: number;
  } | null;
};

export type FourFifths = { readonly highest: GroupValues; readonly groups: readonly FourFifthsGroup[] };

/**
 * The four-fifths rule: a group passes when its selection rate is at least 4/5 of the highest assessed one. The
 * comparison is `5 a d >= 4 b c` in integers, so that 3/5 against 6/8, exactly 4/5, passes.
 *
 * Undefined: 'too-few' unless two groups are assessed; 'zero-denominator' when no assessed group has the
 * favourable outcome. Source: Uniform Guidelines on Employee Selection Procedures, 29 CFR 1607.4 D.
 */
export function fourFifths(rates: readonly SelectionRate[]): Result<FourFifths> {
  const assessed = assessedRates(rates);
  if (assessed.length < 2) return undefinedBecause('too-few');
  const highest = assessed.reduce((best, rate) => (compareRates(rate, best) > 0 ? rate : best));
  if (highest.favourable === 0) return undefinedBecause('zero-denominator');
  const kept = new Set(assessed.map((rate) => groupKey(rate.group)));
  const groups = rates.map((rate): FourFifthsGroup => {
    if (!kept.has(groupKey(rate.group)))
      return { group: rate.group, verdict: 'not-assessable', impact: null };
    const numerator = BigInt(rate.favourable) * BigInt(highest.n);
    const denominator = BigInt(highest.favourable) * BigInt(rate.n);
    const ratio = rate.favourable / rate.n / (highest.favourable / highest.n);
    const verdict = 5n * numerator >= 4n * denominator ? 'passes' : 'fails';
    return { group: rate.group, verdict, impact: { numerator, denominator, ratio } };
  });
  return defined({ highest: highest.group, groups });
}
