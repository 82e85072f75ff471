import { expect, test } from 'vitest';
import { energyDistance } from '../index.ts';
import { definedValue } from '../testing/defined-value.ts';
import { featureSet } from '../testing/feature-sets.ts';

test('as computed from its definition with cdist of scipy 1.17.1', () => {
  const { energy, share } = definedValue(energyDistance(featureSet(9, 0), featureSet(7, 2)));
  expect(energy).toBeCloseTo(0.057526825350055044, 14);
  expect(share).toBeCloseTo(0.1015932545786337, 14);
});

test('equal sets are at 0, in any order; the sides may be exchanged', () => {
  const set = featureSet(9, 0);
  expect(definedValue(energyDistance(set, set.toReversed())).energy).toBeCloseTo(0, 14);
  const other = featureSet(5, 3);
  expect(definedValue(energyDistance(set, other)).energy).toBeCloseTo(
    definedValue(energyDistance(other, set)).energy,
    14,
  );
});

test('two kinds with nothing in common are wholly apart', () => {
  const { energy, share } = definedValue(
    energyDistance(
      [
        [1, 0],
        [1, 0],
      ],
      [[0, 1]],
    ),
  );
  expect([energy, share]).toEqual([2, 1]);
});

test('what has no distance says why', () => {
  expect(energyDistance([], [[1]])).toEqual({ ok: false, reason: 'empty' });
  expect(energyDistance([[1]], [])).toEqual({ ok: false, reason: 'empty' });
  expect(energyDistance([[1]], [[0.5, 0.5]])).toEqual({ ok: false, reason: 'length-mismatch' });
  expect(energyDistance([[1]], [[1]])).toEqual({ ok: false, reason: 'constant' });
});
