import { expect, test } from 'vitest';
import { nearestDistances } from '../index.ts';
import { definedValue } from '../testing/defined-value.ts';
import { featureSet } from '../testing/feature-sets.ts';

/** Sorted rows of cdist of scipy 1.17.1 on the roots of the shares: the second, and among themselves the third. */
const SECOND = [
  0.2569367182676847, 0.25229879299234703, 0.18860342193502128, 0.1907651652722606, 0.23148961622143188,
  0.2209321673113518, 0.24925391470293468, 0.1788769337372659, 0.21765237272053348,
];
const AMONG_THEMSELVES = [
  0.2659539024875582, 0.2644121656163508, 0.045431273316637336, 0.2779680048977424, 0.2644121656163508,
  0.08844306280305105, 0.2779680048977424, 0.08844306280305105, 0.22733360385651777,
];

const near = (found: Float64Array, expected: readonly number[]): void => {
  expect(found.length).toBe(expected.length);
  for (const [index, value] of expected.entries()) expect(found[index]).toBeCloseTo(value, 13);
};

test('the second nearest, as scipy sorts them; a picture is no neighbour of itself', () => {
  const set = featureSet(9, 0);
  near(definedValue(nearestDistances(set, featureSet(7, 2), 2)), SECOND);
  near(definedValue(nearestDistances(set, set, 2)), AMONG_THEMSELVES);
});

test('the one that stands out is farthest', () => {
  const set = [...featureSet(9, 0), Float64Array.of(1, 0, 0, 0, 0, 0)];
  const distances = definedValue(nearestDistances(set, set, 3));
  expect(distances.indexOf(Math.max(...distances))).toBe(9);
});

test('what has no neighbours says why', () => {
  const set = featureSet(3, 0);
  expect(nearestDistances(set, set, 3)).toEqual({ ok: false, reason: 'too-few' });
  expect(nearestDistances(set, [], 1)).toEqual({ ok: false, reason: 'too-few' });
  expect(nearestDistances(set, set, 0)).toEqual({ ok: false, reason: 'out-of-range' });
  expect(nearestDistances([[1]], set, 1)).toEqual({ ok: false, reason: 'length-mismatch' });
});
