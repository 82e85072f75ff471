import { expect, test } from 'vitest';
import { populationStability, populationStabilityOfNumbers, stabilityBand } from './index.ts';
import { definedValue, GOLDEN, PLASTIC, weylSample } from './test-values.ts';

test('the index of full bins is the plain sum, as numpy 2.4.6 has it', () => {
  expect(definedValue(populationStability([10, 20, 30, 40], [25, 25, 40, 10]))).toBeCloseTo(
    0.5932573029279791,
    13,
  );
});

test('an empty bin counts as a share of 0.0001', () => {
  const expected = (0.5 - 1e-4) * Math.log(0.5 / 1e-4) + (0.5 - 1) * Math.log(0.5 / 1);
  expect(definedValue(populationStability([10, 0], [5, 5]))).toBeCloseTo(expected, 12);
});

test('numbers are binned by the reference; drift shows', () => {
  const reference = weylSample(2000, GOLDEN, 1);
  const same = definedValue(populationStabilityOfNumbers(reference, weylSample(2000, PLASTIC, 1)));
  const moved = definedValue(populationStabilityOfNumbers(reference, weylSample(2000, PLASTIC, 1, 0.5)));
  expect(stabilityBand(same)).toBe('stable');
  expect(stabilityBand(moved)).toBe('shifted');
  expect(populationStabilityOfNumbers([], [1])).toEqual({ ok: false, reason: 'empty' });
  expect(populationStabilityOfNumbers([1, 2], [])).toEqual({ ok: false, reason: 'empty' });
});

test('the bands begin at 0.1 and 0.25', () => {
  expect([0.0999, 0.1, 0.2499, 0.25].map(stabilityBand)).toEqual([
    'stable',
    'shifting',
    'shifting',
    'shifted',
  ]);
});
