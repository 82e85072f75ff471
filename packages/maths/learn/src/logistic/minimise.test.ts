import { expect, it } from 'vitest';
import { definedValue } from '../test-tables.ts';
import { minimise } from './minimise.ts';

const settings = { tolerance: 1e-9, iterations: 500 };

it('finds the lowest point of a narrow valley', () => {
  // (x - 1)^2 + 1000 (y + 2)^2 + 1e-3 z^4.
  const { at, value } = definedValue(
    minimise(
      ([x, y, z], slopes) => {
        slopes.set([2 * (x! - 1), 2000 * (y! + 2), 4e-3 * z! ** 3]);
        return (x! - 1) ** 2 + 1000 * (y! + 2) ** 2 + 1e-3 * z! ** 4;
      },
      Float64Array.of(30, 40, 5),
      settings,
    ),
  );
  expect(at[0]).toBeCloseTo(1, 8);
  expect(at[1]).toBeCloseTo(-2, 8);
  expect(value).toBeLessThan(1e-9);
});

it('says when there is no lowest point, or no number', () => {
  const slope = ([x]: Float64Array, slopes: Float64Array) => {
    slopes[0] = 1;
    return x!;
  };
  expect(minimise(slope, Float64Array.of(0), { ...settings, iterations: 20 }).ok).toBe(false);
  expect(minimise(() => Number.NaN, Float64Array.of(0), settings)).toEqual({
    ok: false,
    reason: 'not-finite',
  });
  const steep = ([x]: Float64Array, slopes: Float64Array) => {
    slopes[0] = 4 * x! ** 3;
    return x! ** 4;
  };
  expect(minimise(steep, Float64Array.of(9), { tolerance: 1e-9, iterations: 2 })).toEqual({
    ok: false,
    reason: 'not-converged',
  });
});
