import fc from 'fast-check';
import { expect, test } from 'vitest';
import { categoryColumn } from './category-column.ts';
import { similarOrder } from './similar-order.ts';
import { tableOf } from './table.ts';

const numbers = (name: string, values: readonly number[]) => ({
  kind: 'number' as const,
  name,
  scale: 'decimal' as const,
  values: Float64Array.from(values),
});

test('every row is there once, whatever the table, and the same table gives the same order', () => {
  const cell = fc.oneof(
    fc.double({ noNaN: false, noDefaultInfinity: true, min: -1e6, max: 1e6 }),
    fc.constant(0),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, fc.constantFrom('a', 'b', 'c', null)), { maxLength: 200 }),
      (rows) => {
        const table = tableOf([
          numbers(
            'x',
            rows.map(([x]) => x),
          ),
          categoryColumn(
            'k',
            rows.map(([, k]) => k),
          ),
        ]);
        const order = similarOrder(table);
        expect([...order].sort((a, b) => a - b)).toEqual(rows.map((_, row) => row));
        expect(similarOrder(table)).toEqual(order);
      },
    ),
  );
});

test('rows of one cluster follow one another', () => {
  // Sixteen clusters, of which row r belongs to number r % 16: as far from in order as can be.
  const rows = Array.from({ length: 1_600 }, (_, row) => row);
  const table = tableOf([
    numbers(
      'x',
      rows.map((row) => 100 * (row % 4) + ((row * 7919) % 10)),
    ),
    numbers(
      'y',
      rows.map((row) => 5 * ((row >> 2) % 2) + ((row * 104729) % 100) / 500),
    ),
    categoryColumn(
      'k',
      rows.map((row) => ((row >> 3) % 2 === 0 ? 'left' : 'right')),
    ),
  ]);
  const order = similarOrder(table);
  const changes = rows.filter((at) => at > 0 && order[at]! % 16 !== order[at - 1]! % 16);
  expect(changes).toHaveLength(15);
});

test('a table without a column that varies stays in its order', () => {
  expect([...similarOrder(tableOf([numbers('x', [1, 1, 1])]))]).toEqual([0, 1, 2]);
  expect(similarOrder(tableOf([]))).toHaveLength(0);
});
