import type { Numbers } from './numbers.ts';
import { defined, type Result, undefinedBecause } from './result.ts';

/** The sum of non-negative finite counts. Undefined: 'out-of-range' for another count, 'empty' when it is 0. */
export function totalCount(counts: Numbers): Result<number> {
  let total = 0;
  for (let index = 0; index < counts.length; index += 1) {
    const count = counts[index]!;
    if (!(count >= 0 && count < Number.POSITIVE_INFINITY)) return undefinedBecause('out-of-range');
    total += count;
  }
  return total === 0 ? undefinedBecause('empty') : defined(total);
}

/** The two totals of aligned counts. Undefined also: 'length-mismatch'. */
export function pairTotals(a: Numbers, b: Numbers): Result<readonly [number, number]> {
  if (a.length !== b.length) return undefinedBecause('length-mismatch');
  const left = totalCount(a);
  if (!left.ok) return left;
  const right = totalCount(b);
  if (!right.ok) return right;
  return defined([left.value, right.value]);
}

/**
 * Counts by category laid side by side: every category of either, in the order of first appearance (first `a`,
 * then what only `b` has), with 0 where one lacks it. What the distances between categorical columns take.
 */
export function alignCounts(
  a: ReadonlyMap<string, number>,
  b: ReadonlyMap<string, number>,
): { categories: string[]; a: number[]; b: number[] } {
  const categories = [...new Set([...a.keys(), ...b.keys()])];
  return {
    categories,
    a: categories.map((category) => a.get(category) ?? 0),
    b: categories.map((category) => b.get(category) ?? 0),
  };
}
