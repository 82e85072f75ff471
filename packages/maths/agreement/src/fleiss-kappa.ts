import type { Result } from '@assay/stats';
import { type AgreementFigure, correctedForChance } from './agreement-figure.ts';
import { categoryWeights } from './category-weights.ts';
import { pairAgreement } from './pair-agreement.ts';
import type { UnitTally } from './unit-tally.ts';

/**
 * Fleiss' kappa of any number of raters: chance agreement is the sum of the squared prevalences. Where units have
 * different numbers of ratings, by the convention of Gwet (2014): prevalence is the mean of each unit's shares, and
 * units with one rating count towards it alone.
 *
 * Undefined: 'too-few' when no unit has two ratings; 'unanimous' when all ratings are of one category.
 * Source: Fleiss, Psychological Bulletin 76 (1971).
 */
export function fleissKappa(tally: UnitTally): Result<AgreementFigure> {
  const { prevalence, ...rest } = pairAgreement(tally, categoryWeights('identity', tally.categories));
  const expected = prevalence.reduce((sum, share) => sum + share * share, 0);
  return correctedForChance({ ...rest, expected });
}
