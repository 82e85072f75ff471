import { createStream, drawInteger } from '@assay/random';
import { expect, test } from 'vitest';
import { orderBins } from './order-bins.ts';

test.each([0, 1, 2, 11, 12, 13, 24, 25, 100, 256])('orders %i bins as a stable sort does', (n) => {
  const stream = createStream('order-bins', `${n}`);
  // Few values, so that many are equal; some below zero.
  const ratios = Float64Array.from({ length: n }, (_, bin) => drawInteger(stream, bin, 9) / 4 - 1);
  const bins = Int32Array.from({ length: n }, (_, bin) => bin);
  const expected = [...bins].sort((a, b) => ratios[a]! - ratios[b]! || a - b);
  orderBins(bins, ratios, new Int32Array(n + 3));
  expect([...bins]).toEqual(expected);
});
