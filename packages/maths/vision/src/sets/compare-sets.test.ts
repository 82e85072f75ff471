import { expect, test } from 'vitest';
import { compareSets, energyDistance } from '../index.ts';
import { definedValue } from '../testing/defined-value.ts';
import { featureSet } from '../testing/feature-sets.ts';

const [real, made] = [featureSet(9, 0), featureSet(7, 2)];
const SEED = { seed: 'test' };

test('as all splits enumerated, and 100,000 resamples drawn, with numpy 2.4.6 and cdist of scipy 1.17.1', () => {
  const { all, size, sameSize, floor } = definedValue(compareSets(real, made, SEED));
  expect(all.value).toBeCloseTo(0.1015932545786337, 6);
  expect(size).toBe(4);
  // Means over all splits there are; 100 of them are within four standard errors.
  expect(Math.abs(floor.value - 0.24597998241469618)).toBeLessThan((4 * 0.08248) / 10);
  expect(Math.abs(sameSize.value - 0.227766875366708)).toBeLessThan((4 * 0.061283) / 10);
  expect(Math.abs(floor.high - 0.43313658)).toBeLessThan(0.06);
  expect(Math.abs(floor.low - 0.13343776)).toBeLessThan(0.03);
  expect(all.low).toBeCloseTo(0, 10);
  expect(Math.abs(all.high - 0.29241723)).toBeLessThan(0.04);
});

test('of the same seed it is the same, of all pictures it is the energy distance', () => {
  expect(compareSets(real, made, SEED)).toEqual(compareSets(real, made, SEED));
  const one = definedValue(compareSets(real, made, SEED));
  const other = definedValue(compareSets(real, made, { seed: 'another' }));
  expect(one.floor.value).not.toBe(other.floor.value);
  expect(one.all.value).toBeCloseTo(definedValue(energyDistance(real, made)).share, 6);
});

/** Two kinds of pictures, a little blurred into each other by their number. */
const kinds = (count: number, share: (at: number) => number) =>
  Array.from({ length: count }, (_, at) => {
    const part = Math.min(1, Math.max(0, share(at)));
    return [part, 1 - part];
  });

test('sets of one kind are at the floor, sets of two are far beyond it and the interval says so', () => {
  const scattered = (at: number) => ((at * 37) % 101) / 101;
  const likes = definedValue(
    compareSets(
      kinds(60, scattered),
      kinds(50, (at) => scattered(at + 60)),
      SEED,
    ),
  );
  expect(likes.sameSize.value).toBeLessThan(2 * likes.floor.value);
  const apart = definedValue(
    compareSets(
      kinds(60, (at) => 0.3 * scattered(at)),
      kinds(50, (at) => 1 - 0.3 * scattered(at)),
      SEED,
    ),
  );
  expect(apart.sameSize.low).toBeGreaterThan(5 * apart.floor.high);
  expect(apart.all.low).toBeGreaterThan(0.5);
});

test('what cannot be compared says why, and a caller may stop it', () => {
  expect(compareSets(featureSet(3, 0), made, SEED)).toEqual({ ok: false, reason: 'too-few' });
  expect(compareSets(real, featureSet(1, 0), SEED)).toEqual({ ok: false, reason: 'too-few' });
  expect(compareSets(real, [[1], [1]], SEED)).toEqual({ ok: false, reason: 'length-mismatch' });
  const same = [[1], [1], [1], [1]];
  expect(compareSets(same, same, SEED)).toEqual({ ok: false, reason: 'constant' });
  const stopped = () => {
    throw new Error('stopped');
  };
  expect(() => compareSets(real, made, { ...SEED, throwIfAborted: stopped })).toThrow('stopped');
});
