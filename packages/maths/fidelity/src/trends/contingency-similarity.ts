import { defined, type Result, undefinedBecause } from '@assay/stats';
import { floorFromRoots } from '../floors/variation-floor.ts';
import { type CodedPair, visitPairCounts } from './pair-counts.ts';

/** A pair of categories compared: the similarity, its floor, and how strongly the pair is associated. */
export type ContingencyComparison = {
  readonly score: Result<number>;
  readonly floor: Result<number>;
  /** Cramer's V in the real table. Undefined: 'constant', 'empty'. */
  readonly realAssociation: Result<number>;
  readonly syntheticAssociation: Result<number>;
};

/**
 * Contingency similarity: 1 minus the total variation distance of the joint shares of two columns,
 * `1 - 1/2 sum|p(a, b) - q(a, b)|`, over codes in which missing is a category. Counts are integers, so that the
 * result does not depend on the order of rows. Undefined: 'empty'.
 */
export function contingencySimilarity(real: CodedPair, synthetic: CodedPair): ContingencyComparison {
  const n = real.left.codes.length;
  const m = synthetic.left.codes.length;
  if (n === 0 || m === 0) {
    const empty = undefinedBecause('empty');
    return { score: empty, floor: empty, realAssociation: empty, syntheticAssociation: empty };
  }
  let difference = 0;
  let roots = 0;
  let realSquares = 0;
  let syntheticSquares = 0;
  visitPairCounts(real, synthetic, (a, b, left, right) => {
    difference += Math.abs(a / n - b / m);
    if (a > 0) {
      const p = a / n;
      roots += Math.sqrt(p * (1 - p));
      realSquares += (a * a) / (real.left.counts[left]! * real.right.counts[right]!);
    }
    if (b > 0) syntheticSquares += (b * b) / (synthetic.left.counts[left]! * synthetic.right.counts[right]!);
  });
  return {
    score: defined(1 - difference / 2),
    floor: defined(floorFromRoots(roots, n, m)),
    realAssociation: cramersVOf(realSquares, real),
    syntheticAssociation: cramersVOf(syntheticSquares, synthetic),
  };
}

/** Cramer's V from `sum n_ij^2 / (n_i n_j)`, which is 1 plus chi-square over n. */
function cramersVOf(squares: number, pair: CodedPair): Result<number> {
  const least = Math.min(occupied(pair.left.counts), occupied(pair.right.counts));
  if (least < 2) return undefinedBecause('constant');
  return defined(Math.min(1, Math.sqrt(Math.max(0, squares - 1) / (least - 1))));
}

function occupied(margin: Float64Array): number {
  let count = 0;
  for (const each of margin) if (each > 0) count += 1;
  return count;
}
