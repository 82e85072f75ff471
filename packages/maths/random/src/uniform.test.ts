import { expect, test } from 'vitest';
import { createStream, drawUniform } from './index.ts';

const soak = process.env.ASSAY_SOAK ? 100 : 1;

test('uniform draws fill [0, 1) evenly', () => {
  const n = 20_000 * soak;
  const stream = createStream(11, 'u');
  const cells = new Array<number>(20).fill(0);
  let sum = 0;
  for (let row = 0; row < n; row += 1) {
    const value = drawUniform(stream, row);
    expect(value >= 0 && value < 1).toBe(true);
    sum += value;
    const cell = Math.floor(value * 20);
    cells[cell] = cells[cell]! + 1;
  }
  expect(Math.abs(sum / n - 0.5)).toBeLessThan(5 / Math.sqrt(12 * n));
  const chi = cells.reduce((total, count) => total + (count - n / 20) ** 2 / (n / 20), 0);
  expect(chi).toBeLessThan(50);
});
