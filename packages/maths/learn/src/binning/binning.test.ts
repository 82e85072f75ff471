import fc from 'fast-check';
import { expect, it } from 'vitest';
import { binColumn, binCount, binEdges, binsOfColumn, binTable } from '../index.ts';
import { numbers, soak, texts } from '../test-tables.ts';

it('edges are midpoints between few values', () => {
  expect(binEdges([3, 1, Number.NaN, 1, 2, Number.POSITIVE_INFINITY])).toEqual([1.5, 2.5]);
  expect(binEdges([7, 7])).toEqual([]);
  expect(binEdges([])).toEqual([]);
});

it('edges are quantiles of many values', () => {
  // numpy 1.26.4: percentile(arange(10), [25, 50, 75], method='averaged_inverted_cdf').
  expect(binEdges([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 4)).toEqual([2, 4.5, 7]);
  expect(binEdges([0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4], 4)).toEqual([0, 2]);
});

it('edges part neighbouring doubles', () => {
  const next = 1 + Number.EPSILON;
  const column = numbers('x', [1, next]);
  expect([...binColumn(column, binsOfColumn(column))]).toEqual([0, 1]);
});

it('bins keep the order of the values, and missing has its own', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.double({ noNaN: true }), fc.constant(Number.NaN)), { maxLength: 60 }),
      fc.integer({ min: 2, max: 255 }),
      (values, maxBins) => {
        const column = numbers('x', values);
        const bins = binsOfColumn(column, maxBins);
        const codes = binColumn(column, bins);
        expect(binCount(bins)).toBeLessThanOrEqual(maxBins);
        values.forEach((value, row) => {
          expect(codes[row] === binCount(bins)).toBe(Number.isNaN(value));
          values.forEach((other, at) => {
            if (value < other) expect(codes[row]).toBeLessThanOrEqual(codes[at]!);
          });
        });
      },
    ),
    { numRuns: 50 * soak },
  );
});

it('levels have a bin each, rare ones one together, unseen and missing ones none', () => {
  const column = texts('c', ['a', 'b', 'b', 'c', 'd', 'd', null]);
  const bins = binsOfColumn(column, 3);
  expect(bins).toEqual({ kind: 'category', name: 'c', levels: ['b', 'd'], rare: ['a', 'c'] });
  expect(binCount(bins)).toBe(3);
  expect([...binColumn(column, bins)]).toEqual([2, 0, 0, 2, 1, 1, 3]);
  expect([...binColumn(texts('c', ['e', 'd']), bins)]).toEqual([3, 1]);
});

it('bins can be those of some rows', () => {
  const rows = Int32Array.of(0, 3);
  expect(binsOfColumn(numbers('x', [1, 2, 3, 4]), 255, rows)).toMatchObject({ edges: [2.5] });
  expect(binsOfColumn(texts('c', ['a', 'b', 'c', 'a']), 255, rows)).toMatchObject({ levels: ['a'] });
});

it('a table is binned by the names of the bins', () => {
  const bins = [binsOfColumn(texts('c', ['a', 'b'])), binsOfColumn(numbers('x', [1, 2]))];
  const table = { rows: 2, columns: [numbers('x', [2, 1]), texts('c', ['b', 'b'])] };
  expect(binTable(table, bins).columns.map((codes) => [...codes])).toEqual([
    [1, 1],
    [1, 0],
  ]);
  expect(() => binTable({ rows: 2, columns: [] }, bins)).toThrow('the table has no column c');
  expect(() => binColumn(numbers('c', [1]), bins[0]!)).toThrow('column c is a number, not a category');
});
