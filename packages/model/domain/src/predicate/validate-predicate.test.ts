import type { Predicate } from '@assay/contracts';
import { expect, test } from 'vitest';
import { columnsOf, compilePredicate, type PredicateColumn, validatePredicate } from '../index.ts';

const COLUMNS: PredicateColumn[] = [
  { name: 'occupation', physical: 'VARCHAR' },
  { name: 'age', physical: 'BIGINT' },
  { name: 'born', physical: 'DATE' },
];

test('an unknown column is named once, with the nearest that there is', () => {
  const predicate: Predicate = {
    op: 'and',
    args: [
      { op: 'missing', column: 'ocupatoin' },
      { op: 'contains', column: 'ocupatoin', text: 'x', matchCase: false },
      { op: 'missing', column: 'something else' },
    ],
  };
  expect(validatePredicate(predicate, COLUMNS)).toEqual([
    {
      code: 'unknown-column',
      column: 'ocupatoin',
      message: 'There is no column "ocupatoin". Did you mean "occupation"?',
      suggestion: 'occupation',
    },
    {
      code: 'unknown-column',
      column: 'something else',
      message: 'There is no column "something else".',
      suggestion: null,
    },
  ]);
});

test('values and types that do not fit are told, and just those are refused', () => {
  const bad: [Predicate, string][] = [
    [{ op: 'in', column: 'age', values: [1, 'old'] }, 'value-does-not-fit'],
    [{ op: 'between', column: 'born', low: '1990-01-01', high: 'now' }, 'value-does-not-fit'],
    [{ op: 'compare-columns', left: 'age', comparator: '=', right: 'born' }, 'types-differ'],
    [{ op: 'ends-with', column: 'born', text: '1', matchCase: true }, 'not-text'],
  ];
  for (const [predicate, code] of bad) {
    expect(validatePredicate(predicate, COLUMNS).map((problem) => problem.code)).toEqual([code]);
    expect(() => compilePredicate(predicate, COLUMNS)).toThrow();
  }
  const good: Predicate = { op: 'not', arg: { op: 'compare', column: 'Age', comparator: '<', value: '7' } };
  expect(validatePredicate(good, COLUMNS)).toEqual([]);
});

test('columnsOf lists each column once', () => {
  const predicate: Predicate = {
    op: 'or',
    args: [
      { op: 'compare-columns', left: 'b', comparator: '<', right: 'a' },
      { op: 'not', arg: { op: 'in', column: 'b', values: [] } },
      { op: 'true' },
    ],
  };
  expect(columnsOf(predicate)).toEqual(['b', 'a']);
});
