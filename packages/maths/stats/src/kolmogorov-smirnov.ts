import { kolmogorovTail } from './kolmogorov-distribution.ts';
import { type Numbers, sortedFinite } from './numbers.ts';
import { defined, mapResult, type Result, undefinedBecause } from './result.ts';

/** The largest difference of two empirical distribution functions, where it lies, and its p-value. */
export type KolmogorovSmirnov = {
  readonly statistic: number;
  readonly pValue: number;
  /** The smallest value at which the difference is largest. */
  readonly at: number;
};

/**
 * Two-sample Kolmogorov-Smirnov test, two-sided. The p-value is asymptotic: the one-sample distribution at
 * n = round(nA nB / (nA + nB)), as SciPy's `ks_2samp(method='asymp')` takes it. What is not finite is left out.
 *
 * Undefined: 'empty'.
 */
export function kolmogorovSmirnov(a: Numbers, b: Numbers): Result<KolmogorovSmirnov> {
  const left = sortedFinite(a);
  const right = sortedFinite(b);
  if (left.length === 0 || right.length === 0) return undefinedBecause('empty');
  let i = 0;
  let j = 0;
  let statistic = 0;
  let at = Math.min(left[0]!, right[0]!);
  while (i < left.length && j < right.length) {
    const value = Math.min(left[i]!, right[j]!);
    while (i < left.length && left[i] === value) i += 1;
    while (j < right.length && right[j] === value) j += 1;
    const difference = Math.abs(i / left.length - j / right.length);
    if (difference > statistic) {
      statistic = difference;
      at = value;
    }
  }
  const harmonic = (left.length * right.length) / (left.length + right.length);
  return defined({ statistic, pValue: kolmogorovTail(statistic, Math.max(1, roundHalfEven(harmonic))), at });
}

/** 1 minus the two-sample statistic: 1 for the same distribution. Undefined: 'empty'. */
export function kolmogorovSmirnovComplement(a: Numbers, b: Numbers): Result<number> {
  return mapResult(kolmogorovSmirnov(a, b), (test) => 1 - test.statistic);
}

function roundHalfEven(value: number): number {
  const below = Math.floor(value);
  if (value - below !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}
