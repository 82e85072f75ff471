import { completePairs, type Numbers } from './numbers.ts';
import { pearson } from './pearson.ts';
import { averageRanks } from './ranks.ts';
import { type Result, undefinedBecause } from './result.ts';

/**
 * Spearman's rank correlation: Pearson's of average ranks, over the pairs in which both values are finite.
 * Undefined: 'length-mismatch'; 'too-few' (under two pairs); 'constant' (either side).
 */
export function spearman(x: Numbers, y: Numbers): Result<number> {
  if (x.length !== y.length) return undefinedBecause('length-mismatch');
  const pairs = completePairs(x, y);
  return pearson(averageRanks(pairs.x), averageRanks(pairs.y));
}
