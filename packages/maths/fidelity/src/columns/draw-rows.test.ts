import { type Table, tableOf } from '@assay/stats';
import { expect, test } from 'vitest';
import { drawPairRows, pairRows } from './draw-rows.ts';

test.each([
  [1_000_000, 15, 1_000_000],
  [32_561, 15, 32_561],
  [1_000_000, 63, 1_000_000],
  [1_000_000, 64, 976_562],
  [1_000_000, 200, 100_000],
  [20_000, 200, 20_000],
  [1_000_000, 2000, 1000],
  [60, 20_000, 60],
  [10, 0, 10],
])('of %i rows all pairs of %i columns take %i', (rows, columns, taken) => {
  expect(pairRows(rows, columns)).toBe(taken);
});

const ROWS = 5000;
const table: Table = tableOf([
  {
    kind: 'number',
    name: 'row',
    scale: 'integer',
    values: Float64Array.from({ length: ROWS }, (_, row) => row),
  },
]);
const drawn = (seed: string, side: 'real' | 'synthetic' = 'real') => {
  const [column] = drawPairRows(table, 2000, seed, side).columns;
  return column?.kind === 'number' ? [...column.values] : [];
};

test('draws the same rows for one seed and side, in order and each once', () => {
  const rows = drawn('a');
  expect(rows).toHaveLength(1000);
  expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b));
  expect(drawn('a')).toEqual(rows);
  expect(drawn('b')).not.toEqual(rows);
  expect(drawn('a', 'synthetic')).not.toEqual(rows);
});

test('is the table itself within the budget', () => {
  expect(drawPairRows(table, 200, 'a', 'real')).toBe(table);
});
