import { expect, test } from 'vitest';
import { proportionDifference } from './index.ts';
import { definedValue } from './test-values.ts';

// Newcombe (1998), table II, method 10: printed to four places.
test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [10, 10, 0, 20, 0.6791, 1.0],
])('%d/%d minus %d/%d', (a, m, b, n, low, high) => {
  const interval = definedValue(proportionDifference({ successes: a, n: m }, { successes: b, n }));
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
  expect(interval.estimate).toBeCloseTo(a / m - b / n, 14);
});

test('changing sides changes the sign', () => {
  const there = definedValue(proportionDifference({ successes: 5, n: 9 }, { successes: 2, n: 12 }));
  const back = definedValue(proportionDifference({ successes: 2, n: 12 }, { successes: 5, n: 9 }));
  expect(back.low).toBeCloseTo(-there.high, 14);
  expect(back.high).toBeCloseTo(-there.low, 14);
  expect(proportionDifference({ successes: 0, n: 0 }, { successes: 2, n: 12 })).toEqual({
    ok: false,
    reason: 'empty',
  });
});
