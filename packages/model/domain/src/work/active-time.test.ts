import { expect, test } from 'vitest';
import { activeAt, awayAt, IDLE_MS, noTime } from './active-time.ts';

test('time between signs counts, time away does not', () => {
  let time = activeAt(noTime, 1_000);
  time = activeAt(time, 4_000);
  expect(time.ms).toBe(3_000);
  time = awayAt(time, 5_000);
  expect(time).toEqual({ ms: 4_000, lastAt: null });
  time = activeAt(time, 900_000);
  expect(time.ms).toBe(4_000);
  // Nobody was there for longer than one reads a row.
  time = activeAt(time, 900_000 + IDLE_MS + 1);
  expect(time.ms).toBe(4_000);
  time = activeAt(time, 900_000 + IDLE_MS + 1 + IDLE_MS);
  expect(time.ms).toBe(4_000 + IDLE_MS);
  expect(awayAt(noTime, 7)).toBe(noTime);
});
