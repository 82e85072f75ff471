import { expect, test } from 'vitest';
import { createClickSeries } from './click-series.ts';

test('presses of one place that follow one another quickly are counted', () => {
  const series = createClickSeries();
  expect(series.press({ x: 10, y: 10 }, 1000)).toBe(1);
  expect(series.press({ x: 12, y: 11 }, 1300)).toBe(2);
  expect(series.press({ x: 12, y: 11 }, 1600)).toBe(3);
  expect(series.clicks()).toBe(3);
});

test('a press elsewhere, or later, is the first of another series', () => {
  const series = createClickSeries();
  series.press({ x: 10, y: 10 }, 1000);
  expect(series.press({ x: 20, y: 10 }, 1100)).toBe(1);
  expect(series.press({ x: 20, y: 10 }, 1700)).toBe(1);
});
