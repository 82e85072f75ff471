import { defined, type Result, undefinedBecause } from '@assay/stats';

/**
 * The correlation similarity that two samples of one distribution can be expected to show: the sample correlation
 * has a standard error of about `(1 - rho^2) / sqrt(n - 1)`, so that half the mean absolute difference is
 * `1/2 sqrt(2/pi) (1 - rho^2) sqrt(1/(n1 - 1) + 1/(n2 - 1))`. Right for normal pairs, optimistic for heavy tails.
 *
 * Undefined: 'too-few' under two pairs on either side.
 */
export function correlationFloor(rho: number, n1: number, n2: number): Result<number> {
  if (n1 < 2 || n2 < 2) return undefinedBecause('too-few');
  const spread = Math.sqrt((2 / Math.PI) * (1 / (n1 - 1) + 1 / (n2 - 1)));
  return defined(Math.max(0, 1 - 0.5 * (1 - rho * rho) * spread));
}
