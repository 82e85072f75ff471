import { expect, test } from 'vitest';
import { luminance } from './index.ts';
import { referenceColours } from './testing/patterns.ts';

test("the levels that Pillow 13.0.0's convert('L') gives", () => {
  const { pixels, width } = luminance(referenceColours());
  expect([...pixels.subarray(0, 6)]).toEqual([0, 15, 30, 44, 59, 74]);
  expect([...pixels.subarray(width, width + 6)]).toEqual([36, 51, 66, 81, 96, 111]);
  expect(Array.from(pixels).reduce((sum, level) => sum + level, 0)).toBe(233_338);
});

test('grey stays as it is, white is white', () => {
  const levels = Uint8Array.from({ length: 256 * 3 }, (_, at) => Math.floor(at / 3));
  expect([...luminance({ pixels: levels, width: 256, height: 1 }).pixels]).toEqual(
    Array.from({ length: 256 }, (_, level) => level),
  );
});
