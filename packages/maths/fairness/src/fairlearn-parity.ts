import { defined, type Result, undefinedBecause } from '@assay/stats';
import type { GroupValues } from './contingency-cube.ts';
import { assessedRates, compareRates, type SelectionRate } from './selection-rates.ts';

export type FairlearnParity = {
  readonly convention: 'fairlearn';
  /** Highest minus lowest selection rate: unsigned. */
  readonly difference: number;
  /** Lowest over highest: in [0, 1]. Undefined: 'zero-denominator' when all rates are 0. */
  readonly ratio: Result<number>;
  readonly lowest: GroupValues;
  readonly highest: GroupValues;
  readonly groups: number;
};

/**
 * Demographic parity as Fairlearn defines it (method 'between_groups'): unsigned, between the extreme groups, here
 * of the assessed ones only. Undefined: 'too-few' unless two groups are assessed.
 */
export function fairlearnParity(rates: readonly SelectionRate[]): Result<FairlearnParity> {
  const assessed = assessedRates(rates);
  if (assessed.length < 2) return undefinedBecause('too-few');
  const lowest = assessed.reduce((best, rate) => (compareRates(rate, best) < 0 ? rate : best));
  const highest = assessed.reduce((best, rate) => (compareRates(rate, best) > 0 ? rate : best));
  const low = lowest.favourable / lowest.n;
  const high = highest.favourable / highest.n;
  return defined({
    convention: 'fairlearn',
    difference: high - low,
    ratio: high === 0 ? undefinedBecause('zero-denominator') : defined(low / high),
    lowest: lowest.group,
    highest: highest.group,
    groups: assessed.length,
  });
}
