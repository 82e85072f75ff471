import { expect, it } from 'vitest';
import { digitsOf, formatFineMoney, formatMoney, typedOfUnits, unitsOfTyped } from './money.ts';

it('writes money in the digits of its currency', () => {
  expect(['EUR', 'JPY', 'KWD'].map(digitsOf)).toEqual([2, 0, 3]);
  expect(formatMoney(5, 'EUR', 'en')).toBe('€0.05');
  expect(formatMoney(123_456, 'USD', 'en')).toBe('$1,234.56');
  expect(formatMoney(123_456, 'JPY', 'en')).toBe('¥123,456');
  // Beyond what a binary fraction holds.
  expect(formatMoney(900_719_925_474_099_1, 'EUR', 'en')).toBe('€90,071,992,547,409.91');
});

it('writes what is less than ten of the smallest unit with three digits more', () => {
  expect(formatFineMoney(45, 'EUR', 'en')).toBe('€0.00045');
  expect(formatFineMoney(9999, 'EUR', 'en')).toBe('€0.09999');
  expect(formatFineMoney(45_499, 'EUR', 'en')).toBe('€0.45');
  expect(formatFineMoney(1500, 'JPY', 'en')).toBe('¥1.5');
});

it('keeps an amount as it was typed', () => {
  for (let units = 0; units < 1_000_000; units += 997) {
    expect(unitsOfTyped(typedOfUnits(units, 'EUR'), 'EUR')).toBe(units);
  }
  expect(unitsOfTyped(null, 'EUR')).toBeNull();
  expect(unitsOfTyped(-1, 'EUR')).toBeNull();
  expect(unitsOfTyped(18.5, 'EUR')).toBe(1850);
});
