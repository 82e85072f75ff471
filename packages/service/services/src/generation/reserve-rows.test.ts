import { recipe } from '@assay/contracts';
import { expect, test } from 'vitest';
import { reserveRows } from './reserve-rows.ts';

const asking = (...atLeast: number[]) =>
  recipe.parse({
    type: 'assay.recipe',
    version: 1,
    method: 'tree',
    sourceId: null,
    conditions: atLeast.map((rows) => ({ where: { op: 'true' }, atLeast: rows })),
  });

test('what the model makes anyway is not set aside', () => {
  expect(reserveRows(asking(100), { rows: 16_384, matches: [8192] }, 10_000)).toEqual([0]);
});

test('what is rare is set aside nearly whole, and never more than is asked for', () => {
  const [reserved = 0] = reserveRows(asking(500), { rows: 16_384, matches: [16] }, 10_000);
  expect(reserved).toBeGreaterThan(480);
  expect(reserved).toBeLessThanOrEqual(500);
});

test('what the model never makes by itself is set aside whole; too many rows are refused', () => {
  expect(reserveRows(asking(5), { rows: 16_384, matches: [0] }, 100)).toEqual([5]);
  expect(() => reserveRows(asking(80, 80), { rows: 16_384, matches: [20, 20] }, 100)).toThrow('set aside');
});
