import { expect, test } from 'vitest';
import { GRADIENT_NAMES, gradientHistogram, luminance } from '../index.ts';
import { definedValue } from '../testing/defined-value.ts';
import { greyOf, referenceColours } from '../testing/patterns.ts';

/** The definition computed with numpy 2.4.6 on the reference colours. */
const ORIENTATIONS = [
  0.012979667498157543, 0.03894178029954046, 0.12538387200606932, 0.3166368415546264, 0.133731039124819,
  0.2356366212295855, 0.11307810943538495, 0.017497391450971872, 0.006114677400845182,
];
const LENGTHS = [0, 0, 0, 0, 0, 158, 1_456, 66];

test('as numpy computes it from the definition', () => {
  const found = definedValue(gradientHistogram(luminance(referenceColours())));
  for (const [bin, share] of ORIENTATIONS.entries()) expect(found[bin]).toBeCloseTo(share, 12);
  expect([...found.subarray(9)].map((share) => Math.round(share * 1_680))).toEqual(LENGTHS);
  expect(found.length).toBe(GRADIENT_NAMES.length);
});

test('a rise to the right lies between the last bin and the first, a rise downwards in the middle one', () => {
  const across = definedValue(gradientHistogram(greyOf(9, 9, (x) => 20 * x)));
  expect([across[0], across[8]]).toEqual([0.5, 0.5]);
  expect(across[9 + 5]).toBe(1);
  const down = definedValue(gradientHistogram(greyOf(9, 9, (_, y) => 20 * y)));
  expect(down[4]).toBeCloseTo(1, 12);
});

test('nothing rises, or nothing is large enough', () => {
  expect([...definedValue(gradientHistogram(greyOf(9, 9, () => 4)))]).toEqual([
    ...Array.from({ length: 9 }, () => 0),
    ...[1, 0, 0, 0, 0, 0, 0, 0],
  ]);
  expect(gradientHistogram(greyOf(9, 2, () => 4))).toEqual({ ok: false, reason: 'too-few' });
});
