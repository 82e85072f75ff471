import { defined, type Result } from './result.ts';
import { type Interval, wilson } from './wilson.ts';

/**
 * The difference of two independent proportions, a minus b, with Newcombe's hybrid score interval (his method 10,
 * from the two Wilson intervals). Undefined as `wilson`.
 * Source: Newcombe, Statistics in Medicine 17 (1998), 873-890.
 */
export function proportionDifference(
  a: { readonly successes: number; readonly n: number },
  b: { readonly successes: number; readonly n: number },
  confidence = 0.95,
): Result<Interval> {
  const left = wilson(a.successes, a.n, confidence);
  if (!left.ok) return left;
  const right = wilson(b.successes, b.n, confidence);
  if (!right.ok) return right;
  const estimate = left.value.estimate - right.value.estimate;
  return defined({
    estimate,
    low: estimate - Math.hypot(left.value.estimate - left.value.low, right.value.high - right.value.estimate),
    high:
      estimate + Math.hypot(left.value.high - left.value.estimate, right.value.estimate - right.value.low),
  });
}
