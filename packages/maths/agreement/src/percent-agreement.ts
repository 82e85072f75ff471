import { defined, type Result, undefinedBecause } from '@assay/stats';
import { categoryWeights } from './category-weights.ts';
import { pairAgreement } from './pair-agreement.ts';
import type { UnitTally } from './unit-tally.ts';

/**
 * Share of pairs of raters that gave one unit the same category: the mean over units with at least two ratings. Not
 * corrected for chance.
 *
 * Undefined: 'too-few' when no unit has two ratings.
 */
export function percentAgreement(
  tally: UnitTally,
): Result<{ value: number; units: number; ratings: number }> {
  const { observed, units, ratings } = pairAgreement(tally, categoryWeights('identity', tally.categories));
  return units === 0 ? undefinedBecause('too-few') : defined({ value: observed, units, ratings });
}
