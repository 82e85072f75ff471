import type { Nearest } from './nearest.ts';

/**
 * Nearest-neighbour distance ratios, `d1 / d2`: near 0 where a row points at one real row among all, near 1 where it
 * lies between several. Where both are 0 the real row occurs more than once and nobody is singled out: 1. NaN where
 * there is no second row.
 */
export function nearestRatios(nearest: Pick<Nearest, 'first' | 'second'>): Float64Array {
  return nearest.first.map((first, row) => {
    const second = nearest.second[row]!;
    if (second === 0) return 1;
    return Number.isFinite(second) ? first / second : Number.NaN;
  });
}
