import { expect, test } from 'vitest';
import { selectionRates } from './index.ts';
import { cubeOf, definedValue } from './test-cubes.ts';

test('groups under thirty and without outcomes are not assessable, and say why', () => {
  const cube = cubeOf({ a: [20, 40], b: [29, 29], c: [30, 30] });
  const unknown = { group: ['d'], outcome: null, stratum: null, count: 70 };
  const rates = definedValue(selectionRates({ ...cube, cells: [...cube.cells, unknown] }, ['g'], ['yes']));
  expect(rates.map(({ rate }) => rate.status)).toEqual([
    'assessed',
    'not-assessable',
    'assessed',
    'not-assessable',
  ]);
  expect(rates[1]!.rate).toEqual({ status: 'not-assessable', reason: 'group-too-small', n: 29, needed: 30 });
  expect(rates[3]).toMatchObject({ unknown: 70, rate: { reason: 'no-known-outcome', n: 0 } });
  expect(selectionRates(cube, ['g'], [])).toEqual({ ok: false, reason: 'out-of-range' });
});
