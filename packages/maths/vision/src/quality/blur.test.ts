import { expect, test } from 'vitest';
import { blur, luminance } from '../index.ts';
import { definedValue } from '../testing/defined-value.ts';
import { greyOf, referenceColours, referenceRamps } from '../testing/patterns.ts';

test('as computed from its definition with uniform_filter1d of scipy 1.17.1 (size 9, border "nearest")', () => {
  expect(definedValue(blur(luminance(referenceColours())))).toBeCloseTo(0.20650754157567813, 14);
  expect(definedValue(blur(referenceRamps()))).toBeCloseTo(0.8738477827603388, 14);
});

test('contrast does not count', () => {
  const strong = greyOf(60, 40, (x, y) => (x % 7 < 3 ? 40 : 200) + (y % 2) * 20);
  const faint = greyOf(60, 40, (x, y) => (x % 7 < 3 ? 100 : 116) + (y % 2) * 2);
  expect(definedValue(blur(faint))).toBeCloseTo(definedValue(blur(strong)), 10);
});

test('a checkerboard is sharp, a slow wave is blurred, and a line of pixels has an answer', () => {
  expect(definedValue(blur(greyOf(40, 40, (x, y) => ((x + y) % 2) * 255)))).toBeLessThan(0.12);
  expect(definedValue(blur(greyOf(400, 40, (x) => 127 + 100 * Math.sin(x / 40))))).toBeGreaterThan(0.85);
  expect(definedValue(blur(greyOf(1, 40, (_, y) => (y % 2) * 255)))).toBeLessThan(0.12);
});

test('nothing differs, or there is nothing to differ', () => {
  expect(blur(greyOf(9, 9, () => 70))).toEqual({ ok: false, reason: 'constant' });
  expect(blur(greyOf(1, 1, () => 70))).toEqual({ ok: false, reason: 'too-few' });
});
