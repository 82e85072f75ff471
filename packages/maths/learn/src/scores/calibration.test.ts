import fc from 'fast-check';
import { expect, it } from 'vitest';
import { brierScore, calibration } from '../index.ts';
import { definedValue, soak, weyl } from '../test-tables.ts';

const coarse = weyl(60, 0.6180339887498949).map((share) => Math.floor(share * 20) / 20);
const positive = weyl(60, 0.7548776662466927).map((share, row) => (share + coarse[row]! > 1 ? 1 : 0));

it('bins and the Brier score are those of scikit-learn', () => {
  // scikit-learn 1.9.1: calibration_curve(positive, p, n_bins=5, strategy='quantile'); brier_score_loss.
  const { bins, error } = definedValue(calibration(positive, weyl(60, 0.6180339887498949), 5));
  expect(bins.map(({ rows }) => rows)).toEqual([12, 12, 12, 12, 12]);
  const observed = [0.0, 0.3333333333333333, 0.6666666666666666, 0.5833333333333334, 0.75];
  const predicted = [
    0.10290681135084778, 0.29853382447596966, 0.5016749995802159, 0.6973020127053382, 0.8997656362466012,
  ];
  let gap = 0;
  for (const [at, bin] of bins.entries()) {
    expect(bin.observed.estimate).toBeCloseTo(observed[at]!, 14);
    expect(bin.predicted).toBeCloseTo(predicted[at]!, 13);
    gap += Math.abs(observed[at]! - predicted[at]!) / 5;
  }
  expect(error).toBeCloseTo(gap, 13);
  expect(definedValue(brierScore(positive, coarse))).toBeCloseTo(0.18241666666666664, 14);
});

it('equal probabilities stay together, and every row is in one bin', () => {
  const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.boolean()), {
    minLength: 1,
    maxLength: 40,
  });
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 12 }), (drawn, count) => {
      const p = drawn.map(([sixth]) => sixth / 6);
      const sides = drawn.map(([, side]) => (side ? 1 : 0));
      const { bins } = definedValue(calibration(sides, p, count));
      expect(bins.reduce((sum, bin) => sum + bin.rows, 0)).toBe(drawn.length);
      expect(bins.length).toBeLessThanOrEqual(Math.min(count, new Set(p).size));
      const hits = bins.reduce((sum, bin) => sum + bin.rows * bin.observed.estimate, 0);
      expect(hits).toBeCloseTo(
        sides.reduce((sum: number, side) => sum + side, 0),
        9,
      );
    }),
    { numRuns: 100 * soak },
  );
});

it('say why there are none', () => {
  expect(calibration([1], [2])).toEqual({ ok: false, reason: 'out-of-range' });
  expect(calibration([1], [1], 0)).toEqual({ ok: false, reason: 'out-of-range' });
  expect(calibration([], [])).toEqual({ ok: false, reason: 'empty' });
  expect(brierScore([1, 0], [1])).toEqual({ ok: false, reason: 'length-mismatch' });
  expect(brierScore([1], [Number.NaN])).toEqual({ ok: false, reason: 'not-finite' });
});
