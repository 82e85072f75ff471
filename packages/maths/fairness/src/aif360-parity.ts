import { defined, type Interval, proportionDifference, type Result, undefinedBecause } from '@assay/stats';
import { type GroupValues, groupKey } from './contingency-cube.ts';
import { assessedRates, type SelectionRate } from './selection-rates.ts';

/** One side against the privileged group: negative differences and ratios below 1 are its disadvantage. */
export type SignedParity = {
  /** Unprivileged minus privileged rate (AIF360's mean difference), with Newcombe's interval. */
  readonly difference: Interval;
  /** Unprivileged over privileged rate (AIF360's disparate impact). Undefined: 'zero-denominator'. */
  readonly ratio: Result<number>;
};

export type Aif360Parity = {
  readonly convention: 'aif360';
  readonly privileged: GroupValues;
  /** All other assessed groups together, as AIF360 pools its unprivileged groups. */
  readonly pooled: SignedParity;
  readonly groups: readonly (SignedParity & { readonly group: GroupValues })[];
};

/**
 * Statistical parity and disparate impact as AIF360 defines them: signed, against a named privileged group, over
 * the assessed groups only.
 *
 * Undefined: 'out-of-range' when the privileged group is not among the rates; 'too-few' when it or all others are
 * not assessable.
 */
export function aif360Parity(
  rates: readonly SelectionRate[],
  privileged: GroupValues,
  confidence = 0.95,
): Result<Aif360Parity> {
  const key = groupKey(privileged);
  if (!rates.some((rate) => groupKey(rate.group) === key)) return undefinedBecause('out-of-range');
  const assessed = assessedRates(rates);
  const base = assessed.find((rate) => groupKey(rate.group) === key);
  const others = assessed.filter((rate) => groupKey(rate.group) !== key);
  if (base === undefined || others.length === 0) return undefinedBecause('too-few');
  const pooled = signedParity(
    {
      favourable: others.reduce((sum, rate) => sum + rate.favourable, 0),
      n: others.reduce((sum, rate) => sum + rate.n, 0),
    },
    base,
    confidence,
  );
  if (!pooled.ok) return pooled;
  const groups: (SignedParity & { group: GroupValues })[] = [];
  for (const rate of others) {
    const parity = signedParity(rate, base, confidence);
    if (!parity.ok) return parity;
    groups.push({ group: rate.group, ...parity.value });
  }
  return defined({ convention: 'aif360', privileged, pooled: pooled.value, groups });
}

type Rate = { readonly favourable: number; readonly n: number };

function signedParity(side: Rate, base: Rate, confidence: number): Result<SignedParity> {
  const difference = proportionDifference(
    { successes: side.favourable, n: side.n },
    { successes: base.favourable, n: base.n },
    confidence,
  );
  if (!difference.ok) return difference;
  const baseRate = base.favourable / base.n;
  return defined({
    difference: difference.value,
    ratio:
      baseRate === 0 ? undefinedBecause('zero-denominator') : defined(side.favourable / side.n / baseRate),
  });
}
