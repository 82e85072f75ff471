import { expect, test } from 'vitest';
import { movingRate } from './moving-rate.ts';

test('the first rate is what was done over the time it took', () => {
  expect(movingRate(null, { from: 0, to: 50 }, 500)).toBe(100);
});

test('a constant rate stays as it is', () => {
  expect(movingRate(200, { from: 10, to: 110 }, 500)).toBeCloseTo(200, 9);
});

test('a change counts by how long it has lasted, however it is cut', () => {
  const whole = movingRate(100, { from: 0, to: 2000 }, 10_000);
  const half = movingRate(100, { from: 0, to: 1000 }, 5000);
  const halves = movingRate(half, { from: 1000, to: 2000 }, 5000);
  expect(halves).toBeCloseTo(whole ?? Number.NaN, 9);
  expect(whole).toBeGreaterThan(180);
});

test('no time, or going back, changes nothing', () => {
  expect(movingRate(7, { from: 0, to: 9 }, 0)).toBe(7);
  expect(movingRate(7, { from: 9, to: 0 }, 100)).toBe(7);
});
