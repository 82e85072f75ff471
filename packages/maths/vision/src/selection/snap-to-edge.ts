import type { LiveWireCosts } from './live-wire-costs.ts';

/**
 * The steepest pixel at most `reach` away along either axis, the nearest of equally steep ones: where a click that should
 * lie on an edge is meant to be (the cursor snap of Mortensen and Barrett, 1995).
 */
export function snapToEdge(
  { width, height, steepness }: LiveWireCosts,
  { x, y }: { readonly x: number; readonly y: number },
  reach: number,
): { x: number; y: number } {
  let best = { x, y };
  let [most, nearest] = [-1, 0];
  for (let row = Math.max(0, y - reach); row <= Math.min(height - 1, y + reach); row += 1) {
    for (let column = Math.max(0, x - reach); column <= Math.min(width - 1, x + reach); column += 1) {
      const steep = steepness[row * width + column]!;
      const away = (row - y) ** 2 + (column - x) ** 2;
      if (steep < most || (steep === most && away >= nearest)) continue;
      best = { x: column, y: row };
      [most, nearest] = [steep, away];
    }
  }
  return best;
}
