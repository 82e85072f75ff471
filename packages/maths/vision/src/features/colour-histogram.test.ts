import { expect, test } from 'vitest';
import { COLOUR_NAMES, colourHistogram } from '../index.ts';
import { definedValue } from '../testing/defined-value.ts';
import { referenceColours } from '../testing/patterns.ts';

/** rgb2lab of scikit-image 0.26.0, digitize and bincount of numpy 2.4.6, on the 1,850 reference colours. */
const COUNTS = [
  0, 0, 0, 1, 3, 0, 0, 3, 11, 2, 5, 15, 10, 3, 4, 13, 12, 8, 13, 2, 87, 15, 9, 18, 8, 0, 1, 20, 25, 69, 8, 30,
  20, 15, 40, 46, 19, 16, 13, 37, 56, 17, 11, 22, 32, 200, 53, 78, 58, 85, 0, 15, 49, 46, 212, 8, 26, 24, 11,
  67, 5, 12, 11, 13, 55, 4, 11, 14, 3, 20, 8, 6, 6, 6, 5,
];

test('the cells that an independent implementation counts', () => {
  const found = [...definedValue(colourHistogram(referenceColours()))].map((share) =>
    Math.round(share * 1_850),
  );
  expect(found).toEqual(COUNTS);
});

test('a picture of one colour is in one cell, which is named', () => {
  const cellOf = (colour: readonly number[]) => {
    const pixels = Uint8Array.from([...colour, ...colour]);
    const shares = definedValue(colourHistogram({ pixels, width: 2, height: 1 }));
    return COLOUR_NAMES[shares.indexOf(1)];
  };
  expect(cellOf([128, 128, 128])).toBe('middle/neutral/neutral');
  expect(cellOf([255, 0, 0])).toBe('middle/red/yellow');
  expect(cellOf([0, 0, 120])).toBe('dark/red/blue');
  expect(COLOUR_NAMES.length).toBe(75);
});

test('without pixels there are no shares', () => {
  const picture = { pixels: new Uint8Array(0), width: 0, height: 0 };
  expect(colourHistogram(picture)).toEqual({ ok: false, reason: 'empty' });
});
