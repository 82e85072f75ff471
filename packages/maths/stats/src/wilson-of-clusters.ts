import { defined, type Result, undefinedBecause } from './result.ts';
import { type Interval, wilson } from './wilson.ts';

/**
 * The Wilson score interval of a proportion whose observations come in clusters, which are alike within: several answers
 * to the same item. The number of observations is replaced by the effective one, `p (1 - p) / v`, where `v` is the
 * variance of the ratio estimator by linearisation, without a correction for few clusters, so that clusters of one give
 * Wilson's own interval. It is never taken larger than the number of observations; where all are alike and `v` is
 * nothing, it is the number of clusters.
 *
 * Undefined: 'empty' when there is no observation; 'out-of-range' unless 0 <= successes <= n in each cluster.
 * Source: Kish, Survey Sampling (1965), section 8.2; Franco, Little, Louis and Slud, Journal of Survey Statistics and
 * Methodology 7 (2019).
 */
export function wilsonOfClusters(
  clusters: readonly { readonly successes: number; readonly n: number }[],
  confidence = 0.95,
): Result<Interval> {
  const valid = clusters.every(({ successes, n }) => successes >= 0 && successes <= n);
  if (!valid) return undefinedBecause('out-of-range');
  const known = clusters.filter(({ n }) => n > 0);
  const n = known.reduce((sum, each) => sum + each.n, 0);
  if (n === 0) return undefinedBecause('empty');
  const p = known.reduce((sum, each) => sum + each.successes, 0) / n;
  const variance = known.reduce((sum, each) => sum + (each.successes - p * each.n) ** 2, 0) / (n * n);
  const isAlike = p === 0 || p === 1 || variance === 0;
  const effective = isAlike ? known.length : Math.min(n, (p * (1 - p)) / variance);
  const interval = wilson(p === 1 ? effective : p * effective, effective, confidence);
  return interval.ok ? defined({ ...interval.value, estimate: p }) : interval;
}
