import { type Moments, mergeMoments, momentsOf, NO_MOMENTS } from './moments.ts';
import type { Numbers } from './numbers.ts';
import { defined, type Result, undefinedBecause } from './result.ts';

/**
 * The correlation ratio eta of numbers grouped by category, from each group's moments: the square root of the
 * share of variance that lies between groups, in [0, 1].
 *
 * Undefined: 'empty'; 'too-few' (fewer than two groups with values); 'constant' (all values equal).
 */
export function correlationRatio(groups: readonly Moments[]): Result<number> {
  const filled = groups.filter((group) => group.n > 0);
  if (filled.length === 0) return undefinedBecause('empty');
  if (filled.length < 2) return undefinedBecause('too-few');
  const total = filled.reduce(mergeMoments, NO_MOMENTS);
  if (total.m2 <= 0) return undefinedBecause('constant');
  const within = filled.reduce((sum, group) => sum + group.m2, 0);
  return defined(Math.sqrt(Math.min(1, Math.max(0, 1 - within / total.m2))));
}

/**
 * Moments of `values` per group code in [0, groups). Another code is a missing category: its value is left out.
 * Undefined: 'length-mismatch'.
 */
export function momentsByGroup(codes: Numbers, values: Numbers, groups: number): Result<Moments[]> {
  if (codes.length !== values.length) return undefinedBecause('length-mismatch');
  const parts: number[][] = Array.from({ length: groups }, () => []);
  for (let index = 0; index < codes.length; index += 1) parts[codes[index]!]?.push(values[index]!);
  return defined(parts.map(momentsOf));
}
