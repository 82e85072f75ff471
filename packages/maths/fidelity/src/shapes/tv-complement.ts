import { defined, type Result, totalVariationComplement, undefinedBecause } from '@assay/stats';
import type { FidelityMode } from '../score.ts';

/** What SDMetrics adds to the real count of a category that only the synthetic column has. */
const REGULARISATION = 1e-6;

/**
 * 1 minus the total variation distance of two aligned lists of counts; missing values are left out.
 *
 * In parity mode a category that only the synthetic column has counts 1e-6 of a row in the real one, as SDMetrics
 * has it: a difference in the ninth decimal. Undefined: 'empty'.
 */
export function tvComplement(
  real: Float64Array,
  synthetic: Float64Array,
  mode: FidelityMode,
): Result<number> {
  if (mode === 'corrected') return totalVariationComplement(real, synthetic);
  if (!synthetic.some((count) => count > 0) || !real.some((count) => count > 0))
    return undefinedBecause('empty');
  const counts = real.map((count, level) => (count === 0 && synthetic[level]! > 0 ? REGULARISATION : count));
  let n = 0;
  let m = 0;
  for (let level = 0; level < counts.length; level += 1) {
    n += counts[level]!;
    m += synthetic[level]!;
  }
  let sum = 0;
  for (let level = 0; level < counts.length; level += 1)
    sum += Math.abs(synthetic[level]! / m - counts[level]! / n);
  return defined(1 - 0.5 * sum);
}
