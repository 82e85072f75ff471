import { expect, test } from 'vitest';
import { groupShares } from './index.ts';
import { cubeOf, definedValue } from './test-cubes.ts';

test('shares have Wilson intervals; a small group keeps its share but is not assessable', () => {
  const shares = definedValue(groupShares(cubeOf({ a: [0, 493], b: [0, 7] }), ['g']));
  expect(shares.map((share) => share.assessable)).toEqual([true, false]);
  // scipy 1.17.1: binomtest(7, 500).proportion_ci(method='wilson').
  expect(shares[1]!.share.estimate).toBe(0.014);
  expect(shares[1]!.share.low).toBeCloseTo(0.006797789790843488, 14);
  expect(shares[1]!.share.high).toBeCloseTo(0.028613069137785288, 14);
});
