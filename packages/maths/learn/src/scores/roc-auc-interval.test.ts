import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rocAuc, rocAucInterval } from '../index.ts';
import { definedValue, soak, weyl } from '../test-tables.ts';

it('is DeLong’s, by pairs', () => {
  // NumPy 1.26.4, SciPy 1.17.1: the matrix of pairs (1, 1/2 or 0), the variances of its row and column means.
  const scores = weyl(60, 0.6180339887498949).map((share) => Math.floor(share * 20) / 20);
  const positive = weyl(60, 0.7548776662466927).map((share, row) => (share + scores[row]! > 1 ? 1 : 0));
  const interval = definedValue(rocAucInterval(positive, scores));
  expect(interval.estimate).toBeCloseTo(0.8002232142857143, 13);
  expect(interval.low).toBeCloseTo(0.6877085027260115, 13);
  expect(interval.high).toBeCloseTo(0.9127379258454171, 13);
});

it('holds the area, turns with the sides and widens with the confidence', () => {
  const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.boolean()), { maxLength: 40 });
  fc.assert(
    fc.property(rows, (drawn) => {
      const scores = [1, 5, 3, 7, ...drawn.map(([score]) => score)];
      const positive = [0, 1, 1, 0, ...drawn.map(([, side]) => (side ? 1 : 0))];
      const interval = definedValue(rocAucInterval(positive, scores));
      expect(interval.estimate).toBeCloseTo(definedValue(rocAuc(positive, scores)), 12);
      const turned = definedValue(
        rocAucInterval(
          positive,
          scores.map((score) => -score),
        ),
      );
      expect(turned.low).toBeCloseTo(1 - interval.high, 12);
      const wider = definedValue(rocAucInterval(positive, scores, 0.99));
      expect(wider.low).toBeLessThanOrEqual(interval.low);
      expect(wider.high).toBeGreaterThanOrEqual(interval.high);
    }),
    { numRuns: 100 * soak },
  );
});

it('says why there is none', () => {
  expect(rocAucInterval([1, 0, 0], [1, 2, 3])).toEqual({ ok: false, reason: 'too-few' });
  expect(rocAucInterval([0, 0], [1, 2])).toEqual({ ok: false, reason: 'one-class' });
  expect(rocAucInterval([0, 1], [1, 2], 1)).toEqual({ ok: false, reason: 'out-of-range' });
});
