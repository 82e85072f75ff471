import { incompleteGamma } from './gamma.ts';

/**
 * P(X >= x) for a chi-square X with `degrees` of freedom (> 0), for x >= 0.
 *
 * @throws RangeError outside the domain
 */
export function chiSquareSurvival(x: number, degrees: number): number {
  return incompleteGamma(degrees / 2, x / 2).upper;
}
