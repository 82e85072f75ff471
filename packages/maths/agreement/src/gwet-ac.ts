import { type Result, undefinedBecause } from '@assay/stats';
import { type AgreementFigure, correctedForChance } from './agreement-figure.ts';
import { categoryWeights, type WeightKind } from './category-weights.ts';
import { pairAgreement } from './pair-agreement.ts';
import type { UnitTally } from './unit-tally.ts';

/**
 * Gwet's AC1 (weights 'identity') and AC2 (any other weights): chance agreement is T / (q (q - 1)) times the sum over
 * categories of share (1 - share), with T the sum of all weights and q the number of categories of the scale, also of
 * those that nobody used. It stays meaningful where one category is very common, where kappa falls.
 *
 * Undefined: 'too-few' when no unit has two ratings; 'out-of-range' with fewer than two categories. Unanimous
 * ratings are defined: 1.
 * Source: Gwet, British Journal of Mathematical and Statistical Psychology 61 (2008); Handbook of Inter-Rater
 * Reliability, 4th edition (2014), chapter 4.
 */
export function gwetAc(tally: UnitTally, weights: WeightKind = 'identity'): Result<AgreementFigure> {
  const { categories } = tally;
  if (categories < 2) return undefinedBecause('out-of-range');
  const matrix = categoryWeights(weights, categories);
  const { prevalence, ...rest } = pairAgreement(tally, matrix);
  const total = matrix.reduce((sum, weight) => sum + weight, 0);
  const spread = prevalence.reduce((sum, share) => sum + share * (1 - share), 0);
  return correctedForChance({ ...rest, expected: (total * spread) / (categories * (categories - 1)) });
}
