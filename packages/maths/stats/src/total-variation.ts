import { pairTotals } from './counts.ts';
import type { Numbers } from './numbers.ts';
import { defined, mapResult, type Result } from './result.ts';

/**
 * Total variation distance of two aligned lists of counts: half the sum of absolute differences of shares, in
 * [0, 1]. Undefined: 'length-mismatch', 'out-of-range', 'empty'.
 */
export function totalVariation(a: Numbers, b: Numbers): Result<number> {
  const totals = pairTotals(a, b);
  if (!totals.ok) return totals;
  const [totalA, totalB] = totals.value;
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += Math.abs(a[index]! / totalA - b[index]! / totalB);
  return defined(Math.min(1, sum / 2));
}

/** 1 minus the total variation distance: 1 for the same shares. */
export function totalVariationComplement(a: Numbers, b: Numbers): Result<number> {
  return mapResult(totalVariation(a, b), (distance) => 1 - distance);
}
