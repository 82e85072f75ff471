import type { Numbers } from './numbers.ts';
import { quantileSorted } from './quantile.ts';
import { defined, type Result } from './result.ts';

export type Fences = {
  readonly low: number;
  readonly high: number;
  readonly q1: number;
  readonly q3: number;
};

/**
 * Tukey's fences of ascending finite values: quartiles (type 7) and `k` interquartile ranges beyond them. With an
 * interquartile range of 0 the fences are the quartiles, and every other value is outside: say so beside a count.
 * Undefined: 'empty'.
 */
export function tukeyFences(sorted: Numbers, k = 1.5): Result<Fences> {
  const q1 = quantileSorted(sorted, 0.25);
  if (!q1.ok) return q1;
  const q3 = quantileSorted(sorted, 0.75);
  if (!q3.ok) return q3;
  const reach = k * (q3.value - q1.value);
  return defined({ low: q1.value - reach, high: q3.value + reach, q1: q1.value, q3: q3.value });
}
