import { expect, test } from 'vitest';
import { exposure, luminance } from '../index.ts';
import { definedValue } from '../testing/defined-value.ts';
import { greyOf, referenceColours } from '../testing/patterns.ts';

test('as numpy 2.4.6 (mean, std) and shannon_entropy of scikit-image 0.26.0', () => {
  const found = definedValue(exposure(luminance(referenceColours())));
  expect(found.brightness).toBeCloseTo(0.494622151563328, 13);
  expect(found.contrast).toBeCloseTo(0.19103959894033312, 13);
  expect(found.entropy).toBeCloseTo(7.535321588446212, 12);
  expect(found.blackShare).toBe(1 / 1_850);
  expect(found.whiteShare).toBe(0);
});

test('clipped ends', () => {
  const found = definedValue(exposure(greyOf(10, 1, (x) => [0, 2, 3, 100, 252, 253, 255, 255, 9, 9][x]!)));
  expect([found.blackShare, found.whiteShare]).toEqual([0.2, 0.3]);
});

test('without pixels nothing is exposed', () => {
  expect(exposure(greyOf(0, 0, () => 0))).toEqual({ ok: false, reason: 'empty' });
});
