import { expect, test } from 'vitest';
import { luminance } from '../luminance.ts';
import { greyOf, referenceColours } from '../testing/patterns.ts';
import { areaAverage } from './area-average.ts';

test('as means of blocks after repeating pixels by numpy 2.4.6 (np.kron)', () => {
  const found = areaAverage(luminance(referenceColours()), 5, 3);
  const expected = [
    114.42162162, 129.83513514, 126.52972973, 133.25135135, 127.10540541, 122.51621622, 126.61891892,
    123.27567568, 133.02162162, 123.85675676, 130.11621622, 121.82162162, 128.07297297, 121.39189189,
    130.09459459,
  ];
  for (const [cell, mean] of expected.entries()) expect(found[cell]).toBeCloseTo(mean, 7);
});

test('fewer pixels than cells are spread over them', () => {
  const found = areaAverage(
    greyOf(2, 1, (x) => x * 90),
    3,
    2,
  );
  for (const [cell, mean] of [0, 45, 90, 0, 45, 90].entries()) expect(found[cell]).toBeCloseTo(mean, 10);
});
