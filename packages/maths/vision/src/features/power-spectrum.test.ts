import { expect, test } from 'vitest';
import { FREQUENCY_NAMES, powerSpectrum } from '../index.ts';
import { definedValue } from '../testing/defined-value.ts';
import { greyOf } from '../testing/patterns.ts';
import { createFourier } from './fourier.ts';

/** fft2 and hann of numpy 2.4.6 and scipy 1.17.1 on windows of 64 pixels at x 0 and 86, y 18. */
const RINGS = [
  0.00030559407031003504, 0.0021336162099268637, 0.004218641710675189, 0.004823337108149952,
  0.005645032069405053, 0.00788547546933858, 0.016998478665707986, 0.0239981097345468, 0.03275922215253408,
  0.06018528714496222, 0.14042781047721145, 0.21178756205224653, 0.20055969897742354, 0.13780995148260364,
  0.0768477254321217, 0.07361445724283651,
];

test('as numpy computes it from the definition', () => {
  const found = definedValue(powerSpectrum(greyOf(150, 100, (x, y) => x * 37 + y * 5 + x * y)));
  for (const [ring, share] of RINGS.entries()) expect(found[ring]).toBeCloseTo(share, 12);
  expect(found.length).toBe(FREQUENCY_NAMES.length);
});

test('a wave is in the ring of its frequency, whatever its direction', () => {
  const ringOf = (level: (x: number, y: number) => number) => {
    const found = definedValue(powerSpectrum(greyOf(300, 300, level)));
    return found.indexOf(Math.max(...found));
  };
  // 0.22 cycles a pixel are .44 of the finest: ring 7
  expect(ringOf((x) => 128 + 100 * Math.sin(2 * Math.PI * 0.22 * x))).toBe(7);
  expect(ringOf((_, y) => 128 + 100 * Math.sin(2 * Math.PI * 0.22 * y))).toBe(7);
  expect(ringOf((x, y) => 128 + 100 * Math.sin(2 * Math.PI * 0.22 * (0.6 * x + 0.8 * y)))).toBe(7);
});

test('a transform answers a pulse with a wave, and only powers of two', () => {
  const [real, imaginary] = [new Float64Array(8), new Float64Array(8)];
  real[1] = 1;
  createFourier(8).transform(real, imaginary);
  for (let k = 0; k < 8; k += 1) {
    expect(real[k]).toBeCloseTo(Math.cos((-2 * Math.PI * k) / 8), 14);
    expect(imaginary[k]).toBeCloseTo(Math.sin((-2 * Math.PI * k) / 8), 14);
  }
  expect(() => createFourier(12)).toThrow(RangeError);
});

test('what is too small or does not vary has no spectrum', () => {
  expect(powerSpectrum(greyOf(31, 300, (x) => x))).toEqual({ ok: false, reason: 'too-few' });
  expect(powerSpectrum(greyOf(64, 64, () => 90))).toEqual({ ok: false, reason: 'constant' });
});
