import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  categoryWeights,
  cohenKappa,
  fleissKappa,
  gwetAc,
  krippendorffAlpha,
  type MeasurementLevel,
  majorityLabels,
  pairTable,
  percentAgreement,
  tallyUnits,
} from './index.ts';
import {
  COHEN_1960,
  definedValue,
  FLEISS_1971,
  KRIPPENDORFF_C,
  ratingsOfRaters,
  tallyOfCounts,
} from './published-examples.ts';

const soak = process.env.ASSAY_SOAK ? 100 : 1;
const exampleC = () => definedValue(tallyUnits(KRIPPENDORFF_C));
const SCALE = [1, 2, 3, 4, 5];

test.each([
  // As published, and to 12 digits as the package krippendorff 0.9.0 for Python prints them.
  ['nominal', 0.743, 0.743421052632],
  ['ordinal', 0.815, 0.815387503755],
  ['interval', 0.849, 0.849107142857],
  ['ratio', 0.797, 0.797402774711],
] as const)("Krippendorff's example C, %s", (level, published, exact) => {
  const alpha = definedValue(krippendorffAlpha(exampleC(), level, SCALE));
  expect(alpha.value).toBeCloseTo(published, 3);
  expect(Math.abs(alpha.value - exact)).toBeLessThan(1e-11);
  // One unit has a single rating, which says nothing of agreement.
  expect(alpha).toMatchObject({ units: 11, ratings: 40 });
});

test("Krippendorff's examples A and B: two observers, twelve units of two and of five categories", () => {
  const binary = ratingsOfRaters(['0100000001', '1110010000'], '01');
  expect(definedValue(krippendorffAlpha(definedValue(tallyUnits(binary)), 'nominal')).value).toBeCloseTo(
    0.095,
    3,
  );
  const letters = ratingsOfRaters(['aabbdcccedda', 'babbbccceddd'], 'abcde');
  expect(definedValue(krippendorffAlpha(definedValue(tallyUnits(letters)), 'nominal')).value).toBeCloseTo(
    0.692,
    3,
  );
});

test('Cohen 1960, plain; weighted as scikit-learn 1.9.1 (cohen_kappa_score) prints it', () => {
  const plain = definedValue(cohenKappa(COHEN_1960));
  expect(plain.value).toBeCloseTo(0.492, 3);
  expect(plain).toMatchObject({ observed: 0.7, expected: 0.41, units: 200 });
  expect(definedValue(cohenKappa(COHEN_1960, 'linear')).value).toBeCloseTo(0.4736842105263158, 12);
  expect(definedValue(cohenKappa(COHEN_1960, 'quadratic')).value).toBeCloseTo(0.4545454545454546, 12);
});

test('Fleiss 1971', () => {
  const kappa = definedValue(fleissKappa(tallyOfCounts(FLEISS_1971)));
  expect(kappa.value).toBeCloseTo(0.43, 3);
  // statsmodels 0.15.0, fleiss_kappa.
  expect(kappa.value).toBeCloseTo(0.43024452006014074, 12);
});

test('Fleiss with ratings missing, AC1 and AC2 as irrCAC 0.4.4 prints them for example C', () => {
  const tally = exampleC();
  expect(definedValue(fleissKappa(tally)).value).toBeCloseTo(0.761169275422, 11);
  expect(definedValue(percentAgreement(tally)).value).toBeCloseTo(0.818181818182, 11);
  expect(definedValue(gwetAc(tally)).value).toBeCloseTo(0.775444068127, 11);
  expect(definedValue(gwetAc(tally, 'ordinal')).value).toBeCloseTo(0.898939769908, 11);
  expect(definedValue(gwetAc(tally, 'linear')).value).toBeCloseTo(0.858739136433, 11);
  expect(definedValue(gwetAc(tally, 'quadratic')).value).toBeCloseTo(0.914000723552, 11);
});

test('unanimous ratings are undefined where chance agrees as fully, and 1 by AC1', () => {
  const tally = definedValue(tallyUnits(ratingsOfRaters(['aaaa', 'aaaa', 'aa.a'], 'ab')));
  expect(krippendorffAlpha(tally, 'nominal')).toEqual({ ok: false, reason: 'unanimous' });
  expect(fleissKappa(tally)).toEqual({ ok: false, reason: 'unanimous' });
  expect(definedValue(gwetAc(tally)).value).toBe(1);
  expect(definedValue(percentAgreement(tally))).toEqual({ value: 1, units: 4, ratings: 11 });
  const pair = definedValue(pairTable(ratingsOfRaters(['aaaa', 'aaaa'], 'ab'), 0, 1));
  expect(cohenKappa(pair)).toEqual({ ok: false, reason: 'unanimous' });
});

test('one rater alone agrees with nobody', () => {
  const ratings = ratingsOfRaters(['abab', '....'], 'ab');
  const tally = definedValue(tallyUnits(ratings));
  for (const undefinedOne of [
    krippendorffAlpha(tally, 'nominal'),
    fleissKappa(tally),
    gwetAc(tally),
    percentAgreement(tally),
  ]) {
    expect(undefinedOne).toEqual({ ok: false, reason: 'too-few' });
  }
  expect(cohenKappa(definedValue(pairTable(ratings, 0, 1)))).toEqual({ ok: false, reason: 'empty' });
});

test('values that do not fit are refused with their reason', () => {
  const tally = exampleC();
  expect(krippendorffAlpha(tally, 'interval', [1, 2])).toEqual({ ok: false, reason: 'length-mismatch' });
  expect(krippendorffAlpha(tally, 'ratio', [-1, 2, 3, 4, 5])).toEqual({ ok: false, reason: 'out-of-range' });
  expect(krippendorffAlpha(tally, 'interval', [Number.NaN, 2, 3, 4, 5])).toEqual({
    ok: false,
    reason: 'not-finite',
  });
  expect(tallyUnits({ ...KRIPPENDORFF_C, categories: 2 })).toEqual({ ok: false, reason: 'out-of-range' });
});

test('a tie is nobody’s majority', () => {
  const ratings = ratingsOfRaters(['aab.', 'abb.', 'ab..'], 'ab');
  expect([...definedValue(majorityLabels(ratings))]).toEqual([0, 1, 1, -1]);
  expect([...definedValue(majorityLabels(ratingsOfRaters(['ab', 'bb'], 'ab')))]).toEqual([-2, 1]);
});

const someRatings = fc
  .record({ raters: fc.integer({ min: 2, max: 5 }), units: fc.integer({ min: 2, max: 30 }) })
  .chain(({ raters, units }) =>
    fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd', '.'), { minLength: units, maxLength: units }), {
      minLength: raters,
      maxLength: raters,
    }),
  )
  .map((lines) => lines.map((line) => line.join('')));

test('nobody’s order matters; two raters of two categories: AC2 of identity is AC1, all weights are one', () => {
  fc.assert(
    fc.property(
      someRatings,
      fc.constantFrom<MeasurementLevel>('nominal', 'ordinal', 'interval', 'ratio'),
      (lines, level) => {
        const of = (each: readonly string[]) =>
          krippendorffAlpha(definedValue(tallyUnits(ratingsOfRaters(each, 'abcd'))), level, [1, 2, 3, 5]);
        const [plain, turned] = [of(lines), of([...lines].reverse())];
        const backwards = of(lines.map((line) => [...line].reverse().join('')));
        expect(turned.ok).toBe(plain.ok);
        expect(backwards.ok).toBe(plain.ok);
        if (!plain.ok || !turned.ok || !backwards.ok) return;
        expect(turned.value.value).toBeCloseTo(plain.value.value, 12);
        expect(backwards.value.value).toBeCloseTo(plain.value.value, 12);
        expect(plain.value.value).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 100 * soak },
  );
  for (const kind of ['linear', 'quadratic', 'ordinal'] as const) {
    expect([...categoryWeights(kind, 2)]).toEqual([...categoryWeights('identity', 2)]);
  }
});

test('alpha by its definition, pair by pair of values', () => {
  fc.assert(
    fc.property(someRatings, (lines) => {
      const ratings = ratingsOfRaters(lines, 'abcd');
      const alpha = krippendorffAlpha(definedValue(tallyUnits(ratings)), 'nominal');
      const units = Array.from({ length: ratings.units }, (_, unit) =>
        [...ratings.code].filter((_code, at) => ratings.unit[at] === unit),
      ).filter((codes) => codes.length > 1);
      const all = units.flat();
      const apart = (codes: readonly number[]) =>
        codes.reduce((sum, left) => sum + codes.filter((right) => right !== left).length, 0);
      const expected = apart(all) / (all.length * (all.length - 1));
      const observed = units.reduce((sum, codes) => sum + apart(codes) / (codes.length - 1), 0) / all.length;
      if (!alpha.ok) expect(units.length === 0 || apart(all) === 0).toBe(true);
      else expect(alpha.value.value).toBeCloseTo(1 - observed / expected, 10);
    }),
    { numRuns: 100 * soak },
  );
});
