import { expect, test } from 'vitest';
import { type CubeCell, conditionalDifference } from './index.ts';
import { definedValue } from './test-cubes.ts';

const cells = (stratum: string | null, group: string, favourable: number, n: number): CubeCell[] => [
  { group: [group], outcome: 'yes', stratum, count: favourable },
  { group: [group], outcome: 'no', stratum, count: n - favourable },
];

test('a gap that lies in the strata alone vanishes within them', () => {
  const cube = {
    columns: ['g'],
    cells: [
      ...cells('easy', 'a', 80, 100),
      ...cells('easy', 'b', 16, 20),
      ...cells('hard', 'a', 4, 20),
      ...cells('hard', 'b', 20, 100),
    ],
  };
  const result = definedValue(conditionalDifference(cube, ['g'], ['yes'], ['b'], ['a']));
  expect(result.unadjusted).toBeCloseTo(36 / 120 - 84 / 120, 14);
  expect(result.adjusted).toBeCloseTo(0, 14);
  expect(result).toMatchObject({ strata: 2, strataLeftOut: 0, rowsLeftOut: 0 });
});

test('strata with one group only, or missing, are left out and counted', () => {
  const cube = {
    columns: ['g'],
    cells: [
      ...cells('x', 'a', 5, 10),
      ...cells('x', 'b', 2, 10),
      ...cells('y', 'a', 9, 9),
      ...cells(null, 'b', 0, 3),
    ],
  };
  const result = definedValue(conditionalDifference(cube, ['g'], ['yes'], ['b'], ['a']));
  expect(result.adjusted).toBeCloseTo(-0.3, 14);
  expect(result).toMatchObject({ strata: 1, strataLeftOut: 2, rowsLeftOut: 12 });
  expect(conditionalDifference(cube, ['g'], ['yes'], ['b'], ['nobody'])).toEqual({
    ok: false,
    reason: 'empty',
  });
});
