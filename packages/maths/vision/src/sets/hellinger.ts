/** A picture's features: shares, each at least 0. */
export type Features = ArrayLike<number>;

/**
 * The Hellinger distance of two lists of shares: the root of half the summed squared differences of their roots. 0 where
 * they are equal; 1 where two lists that each add up to 1 have nothing in common. Rare cells count for more than in plain
 * differences.
 */
export function hellinger(one: Features, other: Features): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (Math.sqrt(one[at]!) - Math.sqrt(other[at]!)) ** 2;
  return Math.sqrt(sum / 2);
}
