import { expect, test } from 'vitest';
import { aif360Parity, selectionRates } from './index.ts';
import { cubeOf, definedValue } from './test-cubes.ts';

const rates = definedValue(selectionRates(cubeOf({ a: [60, 100], b: [45, 90], c: [8, 40] }), ['g'], ['yes']));

// aif360 0.6.1: BinaryLabelDatasetMetric.mean_difference and disparate_impact, b against a.
test('AIF360: signed, against the named privileged group', () => {
  const two = definedValue(selectionRates(cubeOf({ a: [60, 100], b: [45, 90] }), ['g'], ['yes']));
  const parity = definedValue(aif360Parity(two, ['a']));
  expect(parity.pooled.difference.estimate).toBeCloseTo(-0.1, 14);
  expect(definedValue(parity.pooled.ratio)).toBeCloseTo(0.8333333333333334, 14);
  const reversed = definedValue(aif360Parity(two, ['b']));
  expect(reversed.pooled.difference.estimate).toBeCloseTo(0.1, 14);
});

test('AIF360: several unprivileged groups are pooled, and listed', () => {
  const parity = definedValue(aif360Parity(rates, ['a']));
  expect(parity.pooled.difference.estimate).toBeCloseTo(53 / 130 - 0.6, 14);
  expect(parity.groups.map((group) => group.group)).toEqual([['b'], ['c']]);
  expect(parity.groups[1]!.difference.high).toBeLessThan(0);
});

test('an unknown or small privileged group and rates of zero are reasons', () => {
  expect(aif360Parity(rates, ['x'])).toEqual({ ok: false, reason: 'out-of-range' });
  const small = definedValue(selectionRates(cubeOf({ a: [6, 10], b: [45, 90] }), ['g'], ['yes']));
  expect(aif360Parity(small, ['a'])).toEqual({ ok: false, reason: 'too-few' });
  const none = definedValue(selectionRates(cubeOf({ a: [0, 40], b: [0, 90] }), ['g'], ['yes']));
  expect(definedValue(aif360Parity(none, ['a'])).pooled.ratio).toEqual({
    ok: false,
    reason: 'zero-denominator',
  });
});
