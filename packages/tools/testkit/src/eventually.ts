import { setTimeout as pause } from 'node:timers/promises';

/**
 * Polls `condition` until it returns without throwing, and returns its value.
 *
 * The only way to wait in tests: for a condition, never for a duration. `timeout` (milliseconds, 10,000 by
 * default) is when to give up, not how long something takes; then the condition's last error is thrown.
 * `interval` (milliseconds, 20 by default) is the pause between two tries.
 */
export async function eventually<T>(
  condition: () => T | Promise<T>,
  { timeout = 10_000, interval = 20 }: { timeout?: number; interval?: number } = {},
): Promise<T> {
  const until = performance.now() + timeout;
  for (;;) {
    try {
      return await condition();
    } catch (error) {
      if (performance.now() >= until) throw error;
      await pause(interval);
    }
  }
}
