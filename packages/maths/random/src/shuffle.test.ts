import { expect, test } from 'vitest';
import { createStream, shuffled } from './index.ts';

const soak = process.env.ASSAY_SOAK ? 100 : 1;

test('each of the six orders of three items comes up alike', () => {
  const trials = 6000 * soak;
  const orders = new Map<string, number>();
  for (let seed = 0; seed < trials; seed += 1) {
    const order = shuffled(createStream(seed, 'order'), ['a', 'b', 'c']).join('');
    orders.set(order, (orders.get(order) ?? 0) + 1);
  }
  expect(orders.size).toBe(6);
  for (const count of orders.values())
    expect(Math.abs(count / trials - 1 / 6)).toBeLessThan(2 / Math.sqrt(trials));
});

test('the input is left as it was, and nothing is lost', () => {
  const items = Object.freeze([3, 1, 2, 2, 5]);
  const result = shuffled(createStream(1, 'x'), items);
  expect([...result].sort()).toEqual([1, 2, 2, 3, 5]);
  expect(shuffled(createStream(1, 'x'), items)).toEqual(result);
});
