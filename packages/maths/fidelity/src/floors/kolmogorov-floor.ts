import { defined, type Result, undefinedBecause } from '@assay/stats';
import type { OrderedCounts } from '../columns/ordered-counts.ts';
import { variationFloor } from './variation-floor.ts';

/** The mean of Kolmogorov's distribution: sqrt(pi / 2) ln 2. */
const KOLMOGOROV_MEAN = Math.sqrt(Math.PI / 2) * Math.LN2;

/**
 * The Kolmogorov-Smirnov complement that two samples of one distribution can be expected to show:
 * `1 - sqrt(pi/2) ln 2 sqrt(1/n1 + 1/n2)`, the mean of the limiting distribution. That is for continuous values;
 * where few values repeat, the total variation floor is the tighter bound of the two and is taken.
 *
 * @param real the real column's values; its `n` is n1
 * @param n2 how many values the synthetic column has
 * Undefined: 'empty'. Source: Marsaglia, Tsang and Wang, Journal of Statistical Software 8 (2003).
 */
export function kolmogorovFloor(real: OrderedCounts, n2: number): Result<number> {
  if (real.n === 0 || n2 === 0) return undefinedBecause('empty');
  const continuous = Math.max(0, 1 - KOLMOGOROV_MEAN * Math.sqrt(1 / real.n + 1 / n2));
  const discrete = variationFloor(real.counts, real.n, n2);
  return defined(discrete.ok ? Math.max(continuous, discrete.value) : continuous);
}
