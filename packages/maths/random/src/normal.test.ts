import { expect, test } from 'vitest';
import { createStream, drawNormal } from './index.ts';

const soak = process.env.ASSAY_SOAK ? 100 : 1;

test('normal draws have mean 0, variance 1, no skew and the right tail', () => {
  const n = 40_000 * soak;
  const stream = createStream(5, 'n');
  const sums = [0, 0, 0];
  let tail = 0;
  for (let row = 0; row < n; row += 1) {
    const value = drawNormal(stream, row);
    expect(Number.isFinite(value)).toBe(true);
    for (const power of [1, 2, 3]) sums[power - 1]! += value ** power;
    if (value > 1.959963984540054) tail += 1;
  }
  expect(Math.abs(sums[0]! / n)).toBeLessThan(5 / Math.sqrt(n));
  expect(Math.abs(sums[1]! / n - 1)).toBeLessThan(5 * Math.sqrt(2 / n));
  expect(Math.abs(sums[2]! / n)).toBeLessThan(5 * Math.sqrt(15 / n));
  expect(Math.abs(tail / n - 0.025)).toBeLessThan(5 * Math.sqrt(0.025 / n));
});
