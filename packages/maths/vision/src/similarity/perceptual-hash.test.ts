import { expect, test } from 'vitest';
import { luminance, perceptualHash } from '../index.ts';
import { definedValue } from '../testing/defined-value.ts';
import { greyOf, referenceColours, referenceRamps } from '../testing/patterns.ts';

test('as its definition computed with dctn of scipy 1.17.1 and the median of numpy 2.4.6', () => {
  expect(definedValue(perceptualHash(luminance(referenceColours())))).toBe('0851397b0b07f75b');
  expect(definedValue(perceptualHash(referenceRamps()))).toBe('c396dc91dc91dc91');
});

test('brightness and size do not count where nothing is cut off', () => {
  const scene = (scale: number, light: number) =>
    greyOf(96 * scale, 64 * scale, (x, y) => {
      const [across, down] = [Math.floor(x / scale), Math.floor(y / scale)];
      return ((across * across * 3 + down * 41 + across * down) % 200) + light;
    });
  const hash = definedValue(perceptualHash(scene(1, 0)));
  expect(definedValue(perceptualHash(scene(1, 50)))).toBe(hash);
  expect(definedValue(perceptualHash(scene(3, 0)))).toBe(hash);
});

test('of one colour alone no bit is set', () => {
  expect(definedValue(perceptualHash(greyOf(77, 31, () => 131)))).toBe('0000000000000000');
  expect(perceptualHash(greyOf(0, 5, () => 0))).toEqual({ ok: false, reason: 'empty' });
});
