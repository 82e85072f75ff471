import { expect, test } from 'vitest';
import { standardisedWasserstein, wasserstein } from './index.ts';
import { A, B, definedValue } from './test-values.ts';

// scipy 1.17.1: scipy.stats.wasserstein_distance, and over np.std(A, ddof=1).
test('the distances are those of scipy', () => {
  expect(definedValue(wasserstein(A, B))).toBeCloseTo(1.75, 13);
  expect(definedValue(wasserstein(A, B.slice(0, 7)))).toBeCloseTo(1.303571428571429, 13);
  expect(definedValue(standardisedWasserstein(A, B))).toBeCloseTo(0.6468621286574268, 13);
});

test('a shift is its own distance; scaling both leaves the standardised one', () => {
  expect(
    definedValue(
      wasserstein(
        A,
        A.map((value) => value + 3),
      ),
    ),
  ).toBeCloseTo(3, 12);
  const scaled = standardisedWasserstein(
    A.map((value) => value * 50),
    B.map((value) => value * 50),
  );
  expect(definedValue(scaled)).toBeCloseTo(0.6468621286574268, 12);
});

test('nothing, one value and a constant are reasons', () => {
  expect(wasserstein([], A)).toEqual({ ok: false, reason: 'empty' });
  expect(standardisedWasserstein([1], A)).toEqual({ ok: false, reason: 'too-few' });
  expect(standardisedWasserstein([1, 1], A)).toEqual({ ok: false, reason: 'constant' });
});
