import { defined, type Result, undefinedBecause } from '@assay/stats';

/**
 * The best total variation similarity that two samples can be expected to show: for shares p of the real table and
 * sizes n1 and n2, `1 - 1/2 sum sqrt(2/pi * p (1 - p) (1/n1 + 1/n2))`, at least 0. The mean absolute value of a
 * normal variable, cell by cell; where cells hold under about five rows it is too strict.
 *
 * @param counts the real table's counts, one a cell; zeros add nothing
 * Undefined: 'empty' when either size is 0.
 */
export function variationFloor(counts: ArrayLike<number>, n1: number, n2: number): Result<number> {
  if (n1 <= 0 || n2 <= 0) return undefinedBecause('empty');
  return defined(floorFromRoots(sumOfRoots(counts, n1), n1, n2));
}

/** `sum sqrt(p (1 - p))` over cells. */
export function sumOfRoots(counts: ArrayLike<number>, total: number): number {
  let sum = 0;
  for (let cell = 0; cell < counts.length; cell += 1) {
    const p = counts[cell]! / total;
    if (p > 0) sum += Math.sqrt(p * (1 - p));
  }
  return sum;
}

/** The floor from `sum sqrt(p (1 - p))`, for callers that go through the cells anyway. */
export function floorFromRoots(roots: number, n1: number, n2: number): number {
  return Math.max(0, 1 - 0.5 * roots * Math.sqrt((2 / Math.PI) * (1 / n1 + 1 / n2)));
}
