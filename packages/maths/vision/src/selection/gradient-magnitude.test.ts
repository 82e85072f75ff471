import { expect, test } from 'vitest';
import { gradientMagnitude, luminance } from '../index.ts';
import { greyOf, referenceColours } from '../testing/patterns.ts';

const SOBEL = { sum: 73_317, first: [20, 23, 23, 23, 24, 24, 30, 30] };

test('a ramp is as steep as it rises, along either axis and both', () => {
  const inner = (steepness: Uint8Array) =>
    new Set(Array.from({ length: 6 }, (_, x) => steepness[4 * 8 + 1 + x]!));
  expect(inner(gradientMagnitude(greyOf(8, 8, (x) => 7 * x)))).toEqual(new Set([7]));
  expect(inner(gradientMagnitude(greyOf(8, 8, (_, y) => 9 * y)))).toEqual(new Set([9]));
  expect(inner(gradientMagnitude(greyOf(8, 8, (x, y) => 3 * x + 4 * y)))).toEqual(new Set([5]));
});

test('as cv2.Sobel of OpenCV 5.0.0 (BORDER_REPLICATE), its length by numpy 2.4.6', () => {
  const found = gradientMagnitude(luminance(referenceColours()));
  expect(found.reduce((sum, value) => sum + value, 0)).toBe(SOBEL.sum);
  expect([...found.subarray(0, 8)]).toEqual(SOBEL.first);
});
