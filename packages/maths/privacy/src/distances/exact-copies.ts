import { defined, fisherExactGreater, type Interval, proportionDifference, type Result } from '@assay/stats';

/** How many rows are exact copies of a reference row, of how many. */
export type Copies = { readonly copies: number; readonly n: number };

/** Rows at distance 0 from their nearest reference row: equal in every column of the space. */
export function countCopies(distances: ArrayLike<number>): Copies {
  let copies = 0;
  for (let row = 0; row < distances.length; row += 1) if (distances[row] === 0) copies += 1;
  return { copies, n: distances.length };
}

/** Copies beyond what unseen real rows show. */
export type ExcessCopies = {
  /** Share among synthetic rows minus share among unseen real rows, with Newcombe's interval. */
  readonly excess: Interval;
  /** One-sided, Fisher's exact test: small when the synthetic rows copy more than unseen rows do. */
  readonly pValue: number;
};

/**
 * Tests whether synthetic rows repeat fit rows more often than unseen real rows do. Common combinations repeat by
 * themselves, so that copies alone accuse nobody.
 *
 * Undefined: 'empty' when either has no rows; 'out-of-range'.
 */
export function excessCopies(synthetic: Copies, unseen: Copies, confidence = 0.95): Result<ExcessCopies> {
  const a = { successes: synthetic.copies, n: synthetic.n };
  const b = { successes: unseen.copies, n: unseen.n };
  const pValue = fisherExactGreater(a, b);
  if (!pValue.ok) return pValue;
  const excess = proportionDifference(a, b, confidence);
  if (!excess.ok) return excess;
  return defined({ excess: excess.value, pValue: pValue.value });
}
