import { expect, test } from 'vitest';
import { fairlearnParity, selectionRates } from './index.ts';
import { cubeOf, definedValue } from './test-cubes.ts';

const rates = definedValue(selectionRates(cubeOf({ a: [60, 100], b: [45, 90], c: [8, 40] }), ['g'], ['yes']));

// fairlearn 0.15.0: demographic_parity_difference and _ratio, method 'between_groups', over the same rows.
test('Fairlearn: unsigned, between the extreme groups', () => {
  const parity = definedValue(fairlearnParity(rates));
  expect(parity.difference).toBeCloseTo(0.4, 14);
  expect(definedValue(parity.ratio)).toBeCloseTo(0.33333333333333337, 14);
  expect([parity.lowest, parity.highest]).toEqual([['c'], ['a']]);
});

test('one assessed group and rates of zero are reasons', () => {
  const small = definedValue(selectionRates(cubeOf({ a: [6, 10], b: [45, 90] }), ['g'], ['yes']));
  expect(fairlearnParity(small)).toEqual({ ok: false, reason: 'too-few' });
  const none = definedValue(selectionRates(cubeOf({ a: [0, 40], b: [0, 90] }), ['g'], ['yes']));
  expect(definedValue(fairlearnParity(none)).ratio).toEqual({ ok: false, reason: 'zero-denominator' });
});
