import { expect, test } from 'vitest';
import { alignCounts, pairTotals, totalCount } from './index.ts';

test('categories of either side are laid side by side', () => {
  const aligned = alignCounts(
    new Map([
      ['x', 3],
      ['y', 1],
    ]),
    new Map([
      ['z', 2],
      ['x', 5],
    ]),
  );
  expect(aligned).toEqual({ categories: ['x', 'y', 'z'], a: [3, 1, 0], b: [5, 0, 2] });
});

test('totals refuse what is no count', () => {
  expect(totalCount([1, 2])).toEqual({ ok: true, value: 3 });
  expect(totalCount([0, 0])).toEqual({ ok: false, reason: 'empty' });
  expect(totalCount([1, -1])).toEqual({ ok: false, reason: 'out-of-range' });
  expect(totalCount([Number.NaN])).toEqual({ ok: false, reason: 'out-of-range' });
  expect(pairTotals([1], [1, 2])).toEqual({ ok: false, reason: 'length-mismatch' });
});
