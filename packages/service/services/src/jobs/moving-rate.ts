/** Seconds after which an old rate has lost two thirds of its weight. */
const MEMORY_S = 5;

/**
 * Units per second as a moving average with exponential weights: each new rate counts by how long it lasted.
 *
 * @param before the average until now; null at the start
 * @returns the new average; the old one where no time has passed or the count went back
 */
export function movingRate(
  before: number | null,
  done: { from: number; to: number },
  elapsedMs: number,
): number | null {
  if (!(elapsedMs > 0) || done.to < done.from) return before;
  const now = ((done.to - done.from) / elapsedMs) * 1000;
  if (before === null) return now;
  const weight = 1 - Math.exp(-elapsedMs / 1000 / MEMORY_S);
  return before + weight * (now - before);
}
