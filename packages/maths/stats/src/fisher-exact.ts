import { logGamma } from './gamma.ts';
import { defined, type Result, undefinedBecause } from './result.ts';

/** How many of how many, in one group. */
type Tally = { readonly successes: number; readonly n: number };

/**
 * Fisher's exact test that the first proportion is greater than the second, one-sided: the chance that at least so
 * many of all successes fall into the first group when they are dealt out blindly. 1 when there are none.
 *
 * Undefined: 'empty' when a group is empty; 'out-of-range' unless counts are integers with 0 <= successes <= n.
 * Source: Fisher, Statistical Methods for Research Workers (1934), section 21.02.
 */
export function fisherExactGreater(a: Tally, b: Tally): Result<number> {
  for (const { successes, n } of [a, b]) {
    if (!Number.isSafeInteger(successes) || !Number.isSafeInteger(n)) return undefinedBecause('out-of-range');
    if (successes < 0 || successes > n) return undefinedBecause('out-of-range');
  }
  if (a.n === 0 || b.n === 0) return undefinedBecause('empty');
  const successes = a.successes + b.successes;
  const most = Math.min(a.n, successes);
  const all = logChoose(a.n + b.n, successes);
  let tail = 0;
  // From the far end, so that small terms are added before large ones.
  for (let count = most; count >= a.successes; count -= 1)
    tail += Math.exp(logChoose(a.n, count) + logChoose(b.n, successes - count) - all);
  return defined(a.successes <= Math.max(0, successes - b.n) ? 1 : Math.min(1, tail));
}

function logChoose(n: number, k: number): number {
  if (k < 0 || k > n) return Number.NEGATIVE_INFINITY;
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}
