import { type Interval, wilson } from '@assay/stats';

/** Below this many rows a group's rate says too little to be called fair or unfair. */
export const MINIMUM_GROUP = 30;

/**
 * A figure of a group, or why it is not assessed. `n` is what was there: `needed` says how much would be.
 */
export type Assessed<T> =
  | { readonly status: 'assessed'; readonly value: T }
  | {
      readonly status: 'not-assessable';
      readonly reason: 'group-too-small' | 'no-known-outcome';
      readonly n: number;
      readonly needed: number;
    };

/** A proportion with its Wilson interval, not assessed under `minimum`. */
export function assessedProportion(
  count: number,
  n: number,
  minimum: number,
  confidence: number,
): Assessed<Interval> {
  const interval = wilson(count, n, confidence);
  if (n === 0 || !interval.ok) {
    return { status: 'not-assessable', reason: 'no-known-outcome', n, needed: minimum };
  }
  if (n < minimum) return { status: 'not-assessable', reason: 'group-too-small', n, needed: minimum };
  return { status: 'assessed', value: interval.value };
}
