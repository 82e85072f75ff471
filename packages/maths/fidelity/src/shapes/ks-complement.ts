import { defined, type Result, undefinedBecause } from '@assay/stats';
import type { OrderedCounts } from '../columns/ordered-counts.ts';

/**
 * 1 minus the two-sample Kolmogorov-Smirnov statistic, `1 - sup|F - G|`, of values given with counts: exact, and
 * linear in the number of distinct values. Undefined: 'empty'.
 */
export function ksComplement(real: OrderedCounts, synthetic: OrderedCounts): Result<number> {
  if (real.n === 0 || synthetic.n === 0) return undefinedBecause('empty');
  let i = 0;
  let j = 0;
  let left = 0;
  let right = 0;
  let statistic = 0;
  while (i < real.values.length && j < synthetic.values.length) {
    const a = real.values[i]!;
    const b = synthetic.values[j]!;
    if (a <= b) {
      left += real.counts[i]!;
      i += 1;
    }
    if (b <= a) {
      right += synthetic.counts[j]!;
      j += 1;
    }
    const difference = Math.abs(left / real.n - right / synthetic.n);
    if (difference > statistic) statistic = difference;
  }
  return defined(1 - statistic);
}

const DECIMALS = 1e14;

/**
 * To 14 decimals, halves to even, as SDMetrics does before it compares distribution functions. It makes ties of
 * values that differ by rounding alone, and loses what is smaller than 1e-14.
 */
export function roundTo14(value: number): number {
  const scaled = value * DECIMALS;
  // From 2^52 on there are no fractions left to round.
  if (!(Math.abs(scaled) < 2 ** 52)) return Number.isFinite(scaled) ? scaled / DECIMALS : value;
  const below = Math.floor(scaled);
  const rest = scaled - below;
  const up = rest > 0.5 || (rest === 0.5 && below % 2 !== 0);
  return (up ? below + 1 : below) / DECIMALS;
}
