/**
 * Does `work` and reports how long it took, in seconds, and whether it succeeded; its value or error passes through.
 * `now` counts milliseconds from anywhere and never goes back: `performance.now` by default.
 */
export async function timed<T>(
  report: (seconds: number, outcome: 'ok' | 'failed') => void,
  work: () => T | Promise<T>,
  now: () => number = () => performance.now(),
): Promise<T> {
  const start = now();
  const seconds = (): number => (now() - start) / 1000;
  let value: T;
  try {
    value = await work();
  } catch (error) {
    report(seconds(), 'failed');
    throw error;
  }
  report(seconds(), 'ok');
  return value;
}
