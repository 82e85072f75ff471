import { completePairs, type Numbers } from './numbers.ts';
import { defined, type Result, undefinedBecause } from './result.ts';

/**
 * Pearson's product-moment correlation over the pairs in which both values are finite.
 * Undefined: 'length-mismatch'; 'too-few' (under two pairs); 'constant' (either side).
 */
export function pearson(x: Numbers, y: Numbers): Result<number> {
  if (x.length !== y.length) return undefinedBecause('length-mismatch');
  const pairs = completePairs(x, y);
  const n = pairs.x.length;
  if (n < 2) return undefinedBecause('too-few');
  let meanX = 0;
  let meanY = 0;
  let sumXX = 0;
  let sumYY = 0;
  let sumXY = 0;
  for (let index = 0; index < n; index += 1) {
    const deltaX = pairs.x[index]! - meanX;
    const deltaY = pairs.y[index]! - meanY;
    meanX += deltaX / (index + 1);
    meanY += deltaY / (index + 1);
    sumXX += deltaX * (pairs.x[index]! - meanX);
    sumYY += deltaY * (pairs.y[index]! - meanY);
    sumXY += deltaX * (pairs.y[index]! - meanY);
  }
  if (sumXX <= 0 || sumYY <= 0) return undefinedBecause('constant');
  if (!Number.isFinite(sumXX) || !Number.isFinite(sumYY)) return undefinedBecause('not-finite');
  const r = sumXY / (Math.sqrt(sumXX) * Math.sqrt(sumYY));
  return defined(Math.max(-1, Math.min(1, r)));
}
