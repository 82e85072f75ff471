import type { Predicate } from '@assay/contracts';
import { expect, test } from 'vitest';
import {
  compilePredicate,
  evaluate,
  type PredicateColumn,
  PredicateMismatch,
  parsePredicate,
} from '../index.ts';

const COLUMNS: PredicateColumn[] = [
  { name: 'sex', physical: 'VARCHAR' },
  { name: 'city', physical: 'VARCHAR' },
  { name: 'age', physical: 'BIGINT' },
  { name: 'wage', physical: 'DOUBLE' },
  { name: 'union', physical: 'BOOLEAN' },
  { name: 'born', physical: 'DATE' },
  { name: 'seen', physical: 'TIMESTAMPTZ' },
  { name: 'limit', physical: 'BIGINT' },
];

const ROW = {
  sex: 'Female',
  city: 'New York',
  age: '64',
  wage: 7.5,
  union: true,
  born: '1960-02-29',
  seen: '2024-03-01 00:30:00+01',
  limit: null,
};

function ask(text: string): boolean | null {
  const parsed = parsePredicate(
    text,
    COLUMNS.map((column) => column.name),
  );
  if (!parsed.ok) throw new Error(parsed.error.message);
  return evaluate(parsed.predicate, ROW, COLUMNS);
}

test.each([
  ['sex = Female and age > 60 and not (city in (Lyon, "New York"))', false],
  ['wage between 5 and 7.5', true],
  ['wage not between 5 and 7.5', false],
  ['city contains "yor"', true],
  ['city contains "yor" match case', false],
  ['city starts with new and city ends with "york"', true],
  ['age > 63.5 and age < 64.5', true],
  ['age = 64.5', false],
  ['AGE >= 64', true],
  ['union = yes', true],
  ['born < 1960-03-01 and born >= 1960-02-29', true],
  ['born = "1960-02-29 00:00"', true],
  ['seen < 2024-03-01', true],
  ['seen = "2024-02-29T23:30:00Z"', true],
  ['limit is missing', true],
  ['sex is not missing', true],
  ['true', true],
  ['', true],
])('%s is %s', (text, expected) => {
  expect(ask(text)).toBe(expected);
});

test.each([
  ['limit = 3', null],
  ['not limit = 3', null],
  ['limit = 3 and age < 10', false],
  ['limit = 3 and age > 10', null],
  ['limit = 3 or age > 10', true],
  ['limit = 3 or age < 10', null],
  ['age < limit', null],
  ['limit in (1, 2)', null],
  ['limit in ()', false],
])('unknown: %s is %s', (text, expected) => {
  expect(ask(text)).toBe(expected);
});

test('whole numbers beyond 2^53 are compared digit by digit', () => {
  const columns: PredicateColumn[] = [{ name: 'n', physical: 'BIGINT' }];
  const equal: Predicate = { op: 'compare', column: 'n', comparator: '=', value: '9007199254740993' };
  expect(evaluate(equal, { n: '9007199254740993' }, columns)).toBe(true);
  expect(evaluate(equal, { n: 9007199254740992n }, columns)).toBe(false);
});

test('a predicate that does not fit is refused before the first row', () => {
  const unfit: Predicate[] = [
    { op: 'missing', column: 'gone' },
    { op: 'compare', column: 'age', comparator: '=', value: 'old' },
    { op: 'compare', column: 'born', comparator: '=', value: '1960-02-30' },
    { op: 'compare-columns', left: 'age', comparator: '<', right: 'sex' },
    { op: 'contains', column: 'wage', text: '7', matchCase: false },
  ];
  for (const predicate of unfit)
    expect(() => compilePredicate(predicate, COLUMNS)).toThrow(PredicateMismatch);
});
