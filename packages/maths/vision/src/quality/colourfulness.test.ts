import { expect, test } from 'vitest';
import { colourfulness } from '../index.ts';
import { definedValue } from '../testing/defined-value.ts';
import { referenceColours } from '../testing/patterns.ts';

test('as its definition computed with numpy 2.4.6', () => {
  expect(definedValue(colourfulness(referenceColours()))).toBeCloseTo(140.00902017139592, 10);
});

test('grey has none', () => {
  const pixels = Uint8Array.from({ length: 300 }, (_, at) => Math.floor(at / 3));
  expect(definedValue(colourfulness({ pixels, width: 10, height: 10 }))).toBe(0);
  expect(colourfulness({ pixels: new Uint8Array(0), width: 0, height: 0 })).toEqual({
    ok: false,
    reason: 'empty',
  });
});
