import { expect, it } from 'vitest';
import { columnProblems } from './column-problems.ts';

const column = { index: 2, name: 'age', sourceName: 'age' };
const facts = { rows: 10, missing: 0, distinct: 7 };
const nothing: ReadonlySet<number> = new Set();

it('finds nothing odd about an ordinary column', () => {
  expect(columnProblems(column, facts, [{ column: 'age', severity: 'info' }], nothing)).toEqual([]);
});

it('names what is odd, the gravest first', () => {
  expect(
    columnProblems(
      { ...column, sourceName: ' ' },
      { rows: 10, missing: 6, distinct: 1 },
      [{ column: 'age', severity: 'warning' }],
      new Set([2]),
    ),
  ).toEqual(['personal-data', 'notice', 'no-header', 'mostly-missing']);
});

it('tells a changed name, a constant and an empty column', () => {
  expect(columnProblems({ ...column, sourceName: 'Age ' }, facts, [], nothing)).toEqual(['renamed']);
  expect(columnProblems(column, { rows: 10, missing: 0, distinct: 1 }, [], nothing)).toEqual(['constant']);
  expect(columnProblems(column, { rows: 10, missing: 10, distinct: 0 }, [], nothing)).toEqual([
    'all-missing',
  ]);
  expect(columnProblems(column, { rows: 10, missing: 5, distinct: 2 }, [], nothing)).toEqual([]);
  expect(columnProblems(column, { rows: 0, missing: 0, distinct: 0 }, [], nothing)).toEqual([]);
});
