import { expect, test } from 'vitest';
import { averageRanks } from './index.ts';
import { A } from './test-values.ts';

// scipy 1.17.1: scipy.stats.rankdata(A).
test('ties share their average rank', () => {
  expect([...averageRanks(A)]).toEqual([3, 6.5, 2, 9, 11, 4, 5, 8, 12, 1, 6.5, 10]);
  expect([...averageRanks([5, 5, 5])]).toEqual([2, 2, 2]);
  expect([...averageRanks([])]).toEqual([]);
});
