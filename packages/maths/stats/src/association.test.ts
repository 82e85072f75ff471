import { expect, test } from 'vitest';
import { type Association, associationMatrix, associationMeasure } from './index.ts';

test('the kinds of two columns choose the measure', () => {
  expect(associationMeasure('number', 'number')).toBe('spearman');
  expect(associationMeasure('number', 'number', true)).toBe('pearson');
  expect(associationMeasure('number', 'category')).toBe('correlation-ratio');
  expect(associationMeasure('category', 'number')).toBe('correlation-ratio');
  expect(associationMeasure('category', 'category')).toBe('cramers-v-corrected');
});

test('the matrix is symmetric, with nothing where nothing was measured', () => {
  const pair: Association = {
    left: 'b',
    right: 'a',
    measure: 'spearman',
    value: { ok: true, value: 0.5 },
    n: 10,
  };
  const stray: Association = { ...pair, left: 'x' };
  expect(associationMatrix(['a', 'b', 'c'], [pair, stray])).toEqual([
    [null, pair, null],
    [pair, null, null],
    [null, null, null],
  ]);
});
