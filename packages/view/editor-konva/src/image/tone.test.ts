import { describe, expect, test } from 'vitest';
import { isNeutral, NEUTRAL_TONE, tonePixels, toneTable } from './tone.ts';

describe('a tone', () => {
  test('that is neutral changes no value', () => {
    expect(isNeutral(NEUTRAL_TONE)).toBe(true);
    expect([...toneTable(NEUTRAL_TONE)]).toEqual(Array.from({ length: 256 }, (_, value) => value));
  });

  test('of a gamma of 2.2 keeps black and white, and lifts a middle grey to 186', () => {
    const table = toneTable({ ...NEUTRAL_TONE, gamma: 2.2 });
    expect([table[0], table[255]]).toEqual([0, 255]);
    // 255 * (128 / 255) ** (1 / 2.2) = 186.4
    expect(table[128]).toBe(186);
  });

  test('of contrast moves values apart about the middle, of brightness all of them, both as far as there are values', () => {
    const contrast = toneTable({ ...NEUTRAL_TONE, contrast: 3 });
    // 3 * value - 255
    expect([contrast[40], contrast[100], contrast[128], contrast[150], contrast[200]]).toEqual([
      0, 45, 129, 195, 255,
    ]);
    const brightness = toneTable({ ...NEUTRAL_TONE, brightness: 0.2 });
    expect([brightness[0], brightness[100], brightness[250]]).toEqual([51, 151, 255]);
  });

  test('leaves opacity as it is', () => {
    const pixels = Uint8ClampedArray.of(10, 20, 30, 40, 250, 0, 128, 7);
    tonePixels(pixels, toneTable({ ...NEUTRAL_TONE, brightness: 0.2 }));
    expect([...pixels]).toEqual([61, 71, 81, 40, 255, 51, 179, 7]);
  });
});
