import { defined, type Result, undefinedBecause } from '@assay/stats';
import type { SensitiveCounts } from './sensitive-counts.ts';

/** The three textbook measures, each the least over classes. */
export type LDiversity = {
  /** The least number of different sensitive values in a class. */
  readonly distinct: number;
  /** `exp` of the least entropy (natural) of a class: l when l values are equally frequent. */
  readonly entropy: number;
  /** The greatest l for which every class is recursive (c, l)-diverse; 0 when there is none. */
  readonly recursive: number;
  readonly c: number;
};

/**
 * l-diversity of a sensitive column. A class is recursive (c, l)-diverse when its most frequent value is rarer than c
 * times the l-th and rarer ones together, `r1 < c (r_l + ... + r_m)`.
 *
 * Undefined: 'empty'; 'out-of-range' unless c > 0.
 * Source: Machanavajjhala, Kifer, Gehrke and Venkitasubramaniam, ACM TKDD 1 (2007).
 */
export function lDiversity({ perClass }: SensitiveCounts, c = 3): Result<LDiversity> {
  if (perClass.length === 0) return undefinedBecause('empty');
  if (!(c > 0)) return undefinedBecause('out-of-range');
  let distinct = Number.POSITIVE_INFINITY;
  let entropy = Number.POSITIVE_INFINITY;
  let recursive = Number.POSITIVE_INFINITY;
  for (const counts of perClass) {
    distinct = Math.min(distinct, counts.size);
    entropy = Math.min(entropy, entropyOf(counts));
    recursive = Math.min(recursive, recursiveOf(counts, c));
  }
  return defined({ distinct, entropy: Math.exp(entropy), recursive, c });
}

function entropyOf(counts: ReadonlyMap<number, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  let sum = 0;
  for (const count of counts.values()) sum -= (count / total) * Math.log(count / total);
  return sum;
}

function recursiveOf(counts: ReadonlyMap<number, number>, c: number): number {
  const ordered = [...counts.values()].sort((a, b) => b - a);
  let tail = 0;
  for (let l = ordered.length; l >= 1; l -= 1) {
    tail += ordered[l - 1]!;
    if (ordered[0]! < c * tail) return l;
  }
  return 0;
}
