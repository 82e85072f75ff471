import { expect, test } from 'vitest';
import { type ContingencyCube, tallyGroups } from './index.ts';
import { definedValue } from './test-cubes.ts';

const CUBE: ContingencyCube = {
  columns: ['sex', 'race'],
  cells: [
    { group: ['m', 'x'], outcome: 'yes', stratum: null, count: 3 },
    { group: ['f', 'x'], outcome: 'no', stratum: null, count: 2 },
    { group: ['f', null], outcome: 'yes', stratum: null, count: 4 },
    { group: ['f', 'y'], outcome: null, stratum: null, count: 1 },
    { group: ['f', 'x'], outcome: 'yes', stratum: 'other', count: 5 },
  ],
};

test('cells add up to groups and intersections, missing last', () => {
  expect(definedValue(tallyGroups(CUBE, ['sex'], ['yes']))).toEqual([
    { group: ['f'], rows: 12, known: 11, favourable: 9 },
    { group: ['m'], rows: 3, known: 3, favourable: 3 },
  ]);
  const both = definedValue(tallyGroups(CUBE, ['sex', 'race'], ['yes']));
  expect(both.map((tally) => tally.group)).toEqual([
    ['f', 'x'],
    ['f', 'y'],
    ['f', null],
    ['m', 'x'],
  ]);
});

test('a column that is not there, a count that is none and no rows are reasons', () => {
  expect(tallyGroups(CUBE, ['age'])).toEqual({ ok: false, reason: 'out-of-range' });
  expect(tallyGroups(CUBE, [])).toEqual({ ok: false, reason: 'out-of-range' });
  expect(tallyGroups({ columns: ['sex'], cells: [] }, ['sex'])).toEqual({ ok: false, reason: 'empty' });
  const broken = { group: ['m'], outcome: null, stratum: null, count: 0.5 };
  expect(tallyGroups({ columns: ['sex'], cells: [broken] }, ['sex'])).toEqual({
    ok: false,
    reason: 'out-of-range',
  });
  expect(tallyGroups({ columns: ['sex', 'race'], cells: [{ ...broken, count: 1 }] }, ['sex'])).toEqual({
    ok: false,
    reason: 'length-mismatch',
  });
});
