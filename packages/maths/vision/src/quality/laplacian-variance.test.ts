import { expect, test } from 'vitest';
import { laplacianVariance, luminance } from '../index.ts';
import { definedValue } from '../testing/defined-value.ts';
import { greyOf, referenceColours } from '../testing/patterns.ts';

test('as cv2.Laplacian of OpenCV 5.0.0 without its border, variance by numpy 2.4.6', () => {
  expect(definedValue(laplacianVariance(luminance(referenceColours())))).toBeCloseTo(14_889.654200680272, 8);
});

test('a ramp has no edges, and thin pictures no answer', () => {
  expect(definedValue(laplacianVariance(greyOf(20, 20, (x, y) => 3 * x + 2 * y)))).toBe(0);
  expect(laplacianVariance(greyOf(2, 30, (x) => x))).toEqual({ ok: false, reason: 'too-few' });
  expect(laplacianVariance(greyOf(30, 2, (x) => x))).toEqual({ ok: false, reason: 'too-few' });
});
