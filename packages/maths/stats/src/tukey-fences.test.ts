import { expect, test } from 'vitest';
import { sortedFinite, tukeyFences } from './index.ts';
import { A, definedValue } from './test-values.ts';

// numpy 2.4.6: quartiles 2.175 and 5.725 of A.
test('one and a half interquartile ranges beyond the quartiles', () => {
  const fences = definedValue(tukeyFences(sortedFinite(A)));
  expect(fences.low).toBeCloseTo(2.175 - 1.5 * 3.55, 12);
  expect(fences.high).toBeCloseTo(5.725 + 1.5 * 3.55, 12);
  expect(definedValue(tukeyFences([4, 4, 4]))).toEqual({ low: 4, high: 4, q1: 4, q3: 4 });
  expect(tukeyFences([])).toEqual({ ok: false, reason: 'empty' });
});
