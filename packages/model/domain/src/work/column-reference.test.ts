import type { ColumnProfile } from '@assay/contracts';
import { expect, test } from 'vitest';
import { columnReferenceOf } from './column-reference.ts';
import { placeInReference } from './place-in-reference.ts';

const base: ColumnProfile = {
  name: 'age',
  type: 'integer',
  role: 'feature',
  rows: 100,
  missing: 0,
  distinct: 40,
  constant: false,
  nearKey: false,
  top: [],
  rare: null,
  numeric: null,
  datetime: null,
  text: null,
};
const numeric: NonNullable<ColumnProfile['numeric']> = {
  finite: 100,
  min: 17,
  max: 90,
  mean: 40,
  sd: 10,
  quantiles: [],
  zeros: 0,
  negative: 0,
  infinities: { positive: 0, negative: 0 },
  zeroInflated: false,
  outliers: { low: 5, high: 75, below: 0, above: 2 },
  histogram: { edges: [17, 20, 30, 40, 50, 90], counts: [5, 20, 40, 25, 10] },
};

test('bins have at least twenty rows, and no edge is a value of one row', () => {
  const reference = columnReferenceOf({ ...base, numeric });
  expect(reference).toEqual({
    kind: 'number',
    of: 100,
    bins: [
      { upTo: 30, rows: 25 },
      { upTo: 40, rows: 40 },
      // What was left over is too few for a bin of its own.
      { upTo: null, rows: 35 },
    ],
    fences: { low: 5, high: 75 },
  });
  expect(JSON.stringify(reference)).not.toMatch(/17|90/);
  expect(placeInReference(reference, 29)).toEqual({
    kind: 'bin',
    at: 0,
    below: 0,
    here: 0.25,
    outlier: null,
  });
  expect(placeInReference(reference, '30')).toEqual({
    kind: 'bin',
    at: 1,
    below: 0.25,
    here: 0.4,
    outlier: null,
  });
  expect(placeInReference(reference, 76n)).toEqual({
    kind: 'bin',
    at: 2,
    below: 0.65,
    here: 0.35,
    outlier: 'high',
  });
  expect(placeInReference(reference, 4)).toMatchObject({ at: 0, outlier: 'low' });
  expect(placeInReference(reference, 'old')).toEqual({ kind: 'none' });
  expect(placeInReference(reference, null)).toEqual({ kind: 'none' });
});

test('rare values are not named', () => {
  const top = [
    { value: 'Private', count: 60 },
    { value: 'Gov', count: 20 },
    { value: 'Never worked', count: 19 },
  ];
  const reference = columnReferenceOf({ ...base, type: 'category', missing: 1, top });
  expect(JSON.stringify(reference)).not.toContain('Never');
  expect(placeInReference(reference, 'Private')).toEqual({ kind: 'value', share: 60 / 99 });
  expect(placeInReference(reference, 'Never worked')).toEqual({ kind: 'rare' });
  expect(placeInReference(reference, 'Made up')).toEqual({ kind: 'rare' });
});

test('dates lie in bins of time', () => {
  const datetime = {
    min: '2020-01-01',
    max: '2020-12-31',
    days: 366,
    gaps: [],
    histogram: { edges: ['2020-01-01', '2020-05-01', '2020-12-31'], counts: [40, 60] },
  };
  const reference = columnReferenceOf({ ...base, type: 'datetime', datetime });
  expect(placeInReference(reference, '2020-04-30 23:59:59')).toMatchObject({ at: 0, below: 0, here: 0.4 });
  expect(placeInReference(reference, '2020-05-01')).toMatchObject({ at: 1, below: 0.4 });
  expect(placeInReference(reference, 'May')).toEqual({ kind: 'none' });
});

test('what would tell of single people says nothing', () => {
  expect(columnReferenceOf({ ...base, role: 'identifier', numeric })).toEqual({
    kind: 'none',
    reason: 'identifier',
  });
  expect(columnReferenceOf({ ...base, rows: 30, missing: 11, numeric })).toEqual({
    kind: 'none',
    reason: 'too-few',
  });
  expect(columnReferenceOf({ ...base, type: 'text' })).toEqual({ kind: 'none', reason: 'free-text' });
});
