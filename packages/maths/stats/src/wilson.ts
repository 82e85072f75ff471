import { normalQuantile } from './normal-distribution.ts';
import { defined, type Result, undefinedBecause } from './result.ts';

/** An estimate with its two-sided interval. */
export type Interval = { readonly estimate: number; readonly low: number; readonly high: number };

/**
 * The Wilson score interval of a proportion, without continuity correction.
 *
 * Undefined: 'empty' when `n` is 0; 'out-of-range' unless 0 <= successes <= n and 0 < confidence < 1.
 * Source: Wilson, Journal of the American Statistical Association 22 (1927).
 */
export function wilson(successes: number, n: number, confidence = 0.95): Result<Interval> {
  if (n === 0 && successes === 0) return undefinedBecause('empty');
  if (!(successes >= 0 && successes <= n && n < Number.POSITIVE_INFINITY))
    return undefinedBecause('out-of-range');
  if (!(confidence > 0 && confidence < 1)) return undefinedBecause('out-of-range');
  const z = normalQuantile((1 + confidence) / 2);
  const p = successes / n;
  const z2 = z * z;
  const center = (successes + z2 / 2) / (n + z2);
  const half = (z / (n + z2)) * Math.sqrt((successes * (n - successes)) / n + z2 / 4);
  return defined({
    estimate: p,
    // Exact at the ends, where rounding would leave a trace.
    low: successes === 0 ? 0 : Math.max(0, center - half),
    high: successes === n ? 1 : Math.min(1, center + half),
  });
}
