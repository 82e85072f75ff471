import { createStream, drawNormal } from '@assay/random';
import { expect, test } from 'vitest';
import { luminance, noise } from '../index.ts';
import { definedValue } from '../testing/defined-value.ts';
import { greyOf, referenceColours } from '../testing/patterns.ts';

test('as its definition computed with ndimage.convolve of scipy 1.17.1', () => {
  expect(definedValue(noise(luminance(referenceColours())))).toBeCloseTo(8.843200534552611, 11);
});

test.each([2, 5, 10])('noise of standard deviation %i on a ramp is found within a twentieth', (deviation) => {
  const stream = createStream('noise', 'test');
  const noisy = greyOf(
    256,
    256,
    (x, y) => 64 + x / 4 + y / 4 + Math.round(deviation * drawNormal(stream, y * 256 + x)),
  );
  expect(Math.abs(definedValue(noise(noisy)) / deviation - 1)).toBeLessThan(0.05);
});

test('a ramp and a straight edge are no noise; thin pictures have no answer', () => {
  expect(definedValue(noise(greyOf(30, 30, (x, y) => 2 * x + 3 * y)))).toBe(0);
  expect(definedValue(noise(greyOf(30, 30, (x) => (x < 15 ? 20 : 220))))).toBe(0);
  expect(noise(greyOf(2, 9, (x) => x))).toEqual({ ok: false, reason: 'too-few' });
});
