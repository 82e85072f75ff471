/**
 * `total` things in whole parts proportional to `parts` (integers from 0, not all 0), by largest remainder
 * (Hamilton): every part is within one of its exact share, and they add up to `total`. Equal remainders go to the
 * earlier part.
 *
 * @throws RangeError when all parts are 0
 */
export function apportion(total: number, parts: readonly number[]): number[] {
  const whole = parts.reduce((sum, part) => sum + BigInt(part), 0n);
  if (whole === 0n) throw new RangeError('at least one part must be above 0');
  const exact = parts.map((part) => BigInt(total) * BigInt(part));
  const counts = exact.map((share) => Number(share / whole));
  let left = total - counts.reduce((sum, count) => sum + count, 0);
  const order = exact
    .map((share, index) => ({ index, remainder: share % whole }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of order) {
    if (left === 0) break;
    counts[index]! += 1;
    left -= 1;
  }
  return counts;
}
