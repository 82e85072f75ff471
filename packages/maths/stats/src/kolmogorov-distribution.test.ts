import { expect, test } from 'vitest';
import { kolmogorovTail } from './index.ts';

// scipy 1.17.1: scipy.stats.kstwo.sf(d, n). Each region of the calculation has a row.
test.each([
  [10, 0.2, 0.7487190399999999],
  [10, 0.05, 1],
  [10, 0.08, 0.9999978058034054],
  [10, 0.6, 0.0005681672],
  [10, 0.95, 1.9531250000000172e-13],
  [100, 0.05, 0.9532159710635725],
  [100, 0.12, 0.1033037490181987],
  [100, 0.3, 1.7719869892662917e-8],
  [1000, 0.01, 0.9999496745370611],
  [1000, 0.03, 0.3226902143914636],
  [1000, 0.08, 5.154189384789824e-6],
  [500_000, 0.0005, 0.9996286945544336],
  [500_000, 0.001, 0.6989801443663661],
  [500_000, 0.004, 2.2445978493851467e-7],
])('n = %d, d = %d', (n, d, expected) => {
  expect(kolmogorovTail(d, n) / expected).toBeCloseTo(1, 9);
});

test('the ends are 1 and 0', () => {
  expect(kolmogorovTail(0, 5)).toBe(1);
  expect(kolmogorovTail(1, 5)).toBe(0);
});
