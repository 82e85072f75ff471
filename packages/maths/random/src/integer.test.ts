import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createStream, drawInteger } from './index.ts';

const soak = process.env.ASSAY_SOAK ? 100 : 1;

test('every integer below the bound is as likely as any other', () => {
  const n = 21_000 * soak;
  const cells = new Array<number>(7).fill(0);
  for (let row = 0; row < n; row += 1) {
    const value = drawInteger(createStreamOnce, row, 7);
    cells[value] = cells[value]! + 1;
  }
  const chi = cells.reduce((total, count) => total + (count - n / 7) ** 2 / (n / 7), 0);
  expect(chi).toBeLessThan(30);
});

const createStreamOnce = createStream(3, 'integer');

test('a bound of two thirds of 2^32 shows no modulo bias', () => {
  const bound = 2863311531;
  let lower = 0;
  const n = 20_000 * soak;
  for (let row = 0; row < n; row += 1) if (drawInteger(createStreamOnce, row, bound) < bound / 2) lower += 1;
  expect(Math.abs(lower / n - 0.5)).toBeLessThan(3 / Math.sqrt(n));
});

test('any bound up to 2^53 gives an integer in range', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 53 - 1 }), fc.nat(), (bound, row) => {
      const value = drawInteger(createStreamOnce, row, bound);
      return Number.isInteger(value) && value >= 0 && value < bound;
    }),
    { numRuns: 200 * soak },
  );
});

test('a bound that is no count is refused', () => {
  for (const bound of [0, -3, 1.5, Number.NaN, 2 ** 54]) {
    expect(() => drawInteger(createStreamOnce, 0, bound)).toThrow(RangeError);
  }
});
