import { defined, type Result, undefinedBecause } from '@assay/stats';
import { correlationFloor } from '../floors/correlation-floor.ts';
import { type CenteredColumn, correlation } from './correlation.ts';

/** A pair of number columns compared. */
export type CorrelationComparison = {
  readonly score: Result<number>;
  readonly floor: Result<number>;
  readonly real: Result<number>;
  readonly synthetic: Result<number>;
};

/** Two columns of one table. */
export type CenteredPair = { readonly left: CenteredColumn; readonly right: CenteredColumn };

/**
 * Correlation similarity `1 - |r - s| / 2` of Pearson's correlations over complete pairs.
 *
 * Undefined: 'constant' when a column is constant in either table (also where only its complete pairs are),
 * 'too-few'.
 */
export function correlationSimilarity(real: CenteredPair, synthetic: CenteredPair): CorrelationComparison {
  const r = guarded(real);
  const s = guarded(synthetic);
  if (!r.value.ok || !s.value.ok) {
    const reason = undefinedBecause(!r.value.ok ? r.value.reason : s.value.ok ? 'constant' : s.value.reason);
    return { score: reason, floor: reason, real: r.value, synthetic: s.value };
  }
  return {
    score: defined(1 - Math.abs(r.value.value - s.value.value) / 2),
    floor: correlationFloor(r.value.value, r.n, s.n),
    real: r.value,
    synthetic: s.value,
  };
}

function guarded(pair: CenteredPair): { value: Result<number>; n: number } {
  if (pair.left.constant || pair.right.constant) return { value: undefinedBecause('constant'), n: 0 };
  return correlation(pair.left, pair.right);
}
