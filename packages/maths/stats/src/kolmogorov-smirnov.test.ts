import { expect, test } from 'vitest';
import { kolmogorovSmirnov, kolmogorovSmirnovComplement } from './index.ts';
import { A, B, definedValue, GOLDEN, PLASTIC, weylSample } from './test-values.ts';

// scipy 1.17.1: scipy.stats.ks_2samp(a, b, method='asymp').
test.each([
  [A, B, 0.3333333333333333, 0.42343964334705064],
  [A.slice(0, 7), B.map((value) => value + 3), 0.7142857142857143, 0.013588088296543104],
])('small samples with ties', (a, b, statistic, pValue) => {
  const test = definedValue(kolmogorovSmirnov(a, b));
  expect(test.statistic).toBeCloseTo(statistic, 14);
  expect(test.pValue).toBeCloseTo(pValue, 12);
});

test.each([
  [300, 200, 1.0, 0.05, 0.05833333333333335, 0.7866393207881335],
  [1000, 1000, 1.1, 0, 0.038, 0.454659503072802],
  [1000, 1000, 1.5, 0, 0.15, 2.758171849513649e-10],
  [5000, 3000, 1.02, 0, 0.0086, 0.9989114837499855],
  [400, 400, 1.0, 0.5, 0.5025, 2.9468237640332554e-47],
  [200, 300, 1.0, 0.001, 0.011666666666666714, 1.0],
  [100_000, 90_000, 1.01, 0, 0.00369, 0.5378700446473905],
  [50, 60, 1.0, 0.3, 0.32, 0.00585339006718788],
])('%d against %d values, to the power %d, moved by %d', (n, m, power, offset, statistic, pValue) => {
  const test = definedValue(
    kolmogorovSmirnov(weylSample(n, GOLDEN, 1), weylSample(m, PLASTIC, power, offset)),
  );
  expect(test.statistic).toBeCloseTo(statistic, 12);
  expect(test.pValue / pValue).toBeCloseTo(1, 7);
});

test('the difference is located; the complement is 1 for the same sample', () => {
  expect(definedValue(kolmogorovSmirnov([1, 2, 3], [2.5, 3, 4])).at).toBe(2);
  expect(kolmogorovSmirnovComplement(A, A)).toEqual({ ok: true, value: 1 });
  expect(kolmogorovSmirnov([Number.NaN], A)).toEqual({ ok: false, reason: 'empty' });
});
