import { expect, test } from 'vitest';
import { cramersV, cramersVCorrected } from './index.ts';
import { definedValue } from './test-values.ts';

const TABLE = [
  [12, 5, 7],
  [3, 14, 9],
];

// scipy 1.17.1: scipy.stats.contingency.association(method='cramer'); the corrected one by Bergsma's formula.
test('the plain and the corrected coefficient', () => {
  expect(definedValue(cramersV(TABLE))).toBeCloseTo(0.4438224005296215, 13);
  expect(definedValue(cramersVCorrected(TABLE))).toBeCloseTo(0.39926854573347403, 13);
});

test('independence is 0, a bijection 1, one row a reason', () => {
  const independent = [
    [10, 10],
    [20, 20],
  ];
  expect(cramersV(independent)).toEqual({ ok: true, value: 0 });
  expect(cramersVCorrected(independent)).toEqual({ ok: true, value: 0 });
  const bijection = [
    [10, 0],
    [0, 20],
  ];
  expect(definedValue(cramersV(bijection))).toBeCloseTo(1, 14);
  expect(definedValue(cramersVCorrected(bijection))).toBeCloseTo(1, 14);
  expect(cramersV([[1, 2]])).toEqual({ ok: false, reason: 'constant' });
  expect(
    cramersVCorrected([
      [1, 0],
      [0, 1],
    ]),
  ).toEqual({ ok: false, reason: 'too-few' });
});
