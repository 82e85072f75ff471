import { pairTotals } from './counts.ts';
import type { Numbers } from './numbers.ts';
import { defined, type Result } from './result.ts';

/**
 * Jensen-Shannon distance of two aligned lists of counts: the square root of the divergence with logarithms to
 * base 2, a metric in [0, 1]. Undefined: 'length-mismatch', 'out-of-range', 'empty'.
 * Source: Endres and Schindelin, IEEE Transactions on Information Theory 49 (2003).
 */
export function jensenShannonDistance(a: Numbers, b: Numbers): Result<number> {
  const totals = pairTotals(a, b);
  if (!totals.ok) return totals;
  const [totalA, totalB] = totals.value;
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) {
    const p = a[index]! / totalA;
    const q = b[index]! / totalB;
    const middle = (p + q) / 2;
    if (p > 0) sum += p * Math.log2(p / middle);
    if (q > 0) sum += q * Math.log2(q / middle);
  }
  return defined(Math.sqrt(Math.min(1, Math.max(0, sum / 2))));
}
