import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rocAuc } from '../index.ts';
import { definedValue, soak, weyl } from '../test-tables.ts';

it('is that of scikit-learn, with ties and with weights', () => {
  // scikit-learn 1.9.1: roc_auc_score on the same values.
  const scores = weyl(40, 0.6180339887498949).map((share) => Math.floor(share * 10));
  const positive = weyl(40, 0.7548776662466927).map((share, row) => (share + scores[row]! / 10 > 1 ? 1 : 0));
  const weights = weyl(40, 0.41421356237309515).map((share) => Math.floor(share * 4));
  expect(definedValue(rocAuc(positive, scores))).toBeCloseTo(0.7928388746803069, 14);
  expect(definedValue(rocAuc(positive, scores, weights))).toBeCloseTo(0.76010101010101, 14);
});

const cases = fc
  .array(fc.tuple(fc.integer({ min: -20, max: 20 }), fc.boolean(), fc.integer({ min: 1, max: 4 })), {
    maxLength: 40,
  })
  .map((rows) => [
    { s: 0, p: 0, w: 1 },
    { s: 1, p: 1, w: 2 },
    ...rows.map(([s, p, w]) => ({ s, p: p ? 1 : 0, w })),
  ]);

it('does not depend on the scale, and turns with the sides', () => {
  fc.assert(
    fc.property(cases, (rows) => {
      const scores = rows.map(({ s }) => s);
      const positive = rows.map(({ p }) => p);
      const auc = definedValue(rocAuc(positive, scores));
      expect(
        definedValue(
          rocAuc(
            positive,
            scores.map((s) => Math.exp(s / 7)),
          ),
        ),
      ).toBe(auc);
      expect(
        definedValue(
          rocAuc(
            positive,
            scores.map((s) => -s),
          ),
        ),
      ).toBeCloseTo(1 - auc, 14);
      expect(
        definedValue(
          rocAuc(
            positive.map((p) => 1 - p),
            scores,
          ),
        ),
      ).toBeCloseTo(1 - auc, 14);
    }),
    { numRuns: 100 * soak },
  );
});

it('counts a weight as that many rows', () => {
  fc.assert(
    fc.property(cases, (rows) => {
      const repeated = rows.flatMap((row) => new Array<typeof row>(row.w).fill(row));
      expect(
        definedValue(
          rocAuc(
            rows.map(({ p }) => p),
            rows.map(({ s }) => s),
            rows.map(({ w }) => w),
          ),
        ),
      ).toBeCloseTo(
        definedValue(
          rocAuc(
            repeated.map(({ p }) => p),
            repeated.map(({ s }) => s),
          ),
        ),
        13,
      );
    }),
    { numRuns: 50 * soak },
  );
});

it('says why there is none', () => {
  expect(rocAuc([1], [1, 2])).toEqual({ ok: false, reason: 'length-mismatch' });
  expect(rocAuc([], [])).toEqual({ ok: false, reason: 'empty' });
  expect(rocAuc([1, 1], [1, 2])).toEqual({ ok: false, reason: 'one-class' });
  expect(rocAuc([1, 0], [1, Number.NaN])).toEqual({ ok: false, reason: 'not-finite' });
  expect(rocAuc([1, 0], [1, 2], [1, -1])).toEqual({ ok: false, reason: 'out-of-range' });
  expect(rocAuc([1, 0], [1, 2], [1, 0])).toEqual({ ok: false, reason: 'one-class' });
  expect(rocAuc([1, 0], [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])).toEqual({
    ok: true,
    value: 1,
  });
});
