import { type LabellingRates, labellingRates } from '@assay/contracts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { costOfRows, costOfTime, hourOf, thousandthsEach, unitsOf } from './money.ts';
import { currencyMayBe, ratesInForce } from './rates-at.ts';

const runs = process.env.ASSAY_SOAK === '1' ? 10_000 : 100;
const moment = fc.option(fc.integer({ min: 0, max: 20 }), { nil: null });
const ANN = '00000000-0000-4000-8000-000000000001';
const BEN = '00000000-0000-4000-8000-000000000002';
const rates: LabellingRates = labellingRates.parse({
  type: 'assay.labelling-rates',
  version: 1,
  currency: 'EUR',
  annotator: 1800,
  expert: 6000,
  people: [{ personId: BEN, hour: 2400 }],
  machine: { by: 'rows', thousand: 45 },
});

it('holds at each moment what was saved last of what holds from then or earlier', () => {
  fc.assert(
    fc.property(fc.array(moment, { maxLength: 12 }), (moments) => {
      const saved = moments.map((from, at) => ({ number: at + 1, from, rates: `rates ${at + 1}` }));
      const line = ratesInForce(saved);
      for (let now = -1; now <= 21; now += 1) {
        const holds = (from: number | null) => (from ?? Number.NEGATIVE_INFINITY) <= now;
        const last = saved.filter(({ from }) => holds(from)).at(-1);
        expect(line.filter(({ from }) => holds(from)).at(-1)?.rates).toBe(last?.rates);
      }
      const starts = line.map(({ from }) => from ?? Number.NEGATIVE_INFINITY);
      expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
    }),
    { numRuns: runs },
  );
});

it('lets a currency change for all work at once or not at all', () => {
  const euro = { number: 1, from: null, rates: { currency: 'EUR' } };
  expect(currencyMayBe('EUR', 5, [euro])).toBe(true);
  expect(currencyMayBe('USD', 5, [euro])).toBe(false);
  expect(currencyMayBe('USD', null, [euro])).toBe(true);
  // What was replaced from its moment on holds no more.
  expect(currencyMayBe('USD', 9, [euro, { number: 2, from: null, rates: { currency: 'USD' } }])).toBe(true);
});

it('charges whose rate it is: a person’s own, else that of the work', () => {
  expect(hourOf(rates, 'answer', ANN)).toBe(1800);
  expect(hourOf(rates, 'redone', ANN)).toBe(1800);
  expect(hourOf(rates, 'control', ANN)).toBe(1800);
  expect(hourOf(rates, 'review', ANN)).toBe(6000);
  expect(hourOf(rates, 'review', BEN)).toBe(2400);
  expect(hourOf({ ...rates, expert: null }, 'review', ANN)).toBeNull();
});

it('adds up without losing anything, and rounds once at the end', () => {
  // 18.00 an hour is half a cent a second: 20 seconds are 10 cents.
  expect(unitsOf(costOfTime(20_000n, 1800))).toBe(10);
  // Two answers of one second: one cent together, half a cent (500 thousandths) each.
  const two = costOfTime(1000n, 1800) + costOfTime(1000n, 1800);
  expect([unitsOf(two), thousandthsEach(two, 2)]).toEqual([1, 500]);
  // Half a unit goes up.
  expect(unitsOf(costOfTime(1000n, 1800))).toBe(1);
  // 0.45 for a thousand rows: 45 thousandths of a cent each.
  expect(
    thousandthsEach(costOfRows({ by: 'rows', thousand: 45 }, 10n, { rows: 99n, workerMs: 0n }), 10),
  ).toBe(45);
  // 36.00 an hour for a run of ten minutes and 600 rows: 600 cents, one for each row.
  const byHours = costOfRows({ by: 'hours', hour: 3600 }, 7n, { rows: 600n, workerMs: 600_000n });
  expect(unitsOf(byHours)).toBe(7);
  expect(costOfRows({ by: 'hours', hour: 3600 }, 0n, { rows: 0n, workerMs: 5n })).toBe(0n);
});

it('costs the same however time is cut into pieces', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 10_000_000 }), { maxLength: 20 }),
      fc.nat({ max: 1_000_000_000 }),
      (pieces, hour) => {
        const sum = pieces.reduce((all, each) => all + BigInt(each), 0n);
        const apart = pieces.reduce((all, each) => all + costOfTime(BigInt(each), hour), 0n);
        expect(apart).toBe(costOfTime(sum, hour));
      },
    ),
    { numRuns: runs },
  );
});

it('refuses what is no money', () => {
  for (const wrong of [{ currency: 'EURO' }, { annotator: 0.5 }, { annotator: -1 }, { extra: 1 }]) {
    expect(labellingRates.safeParse({ ...rates, ...wrong }).success).toBe(false);
  }
  const twice = { ...rates, people: [...rates.people, ...rates.people] };
  expect(labellingRates.safeParse(twice).success).toBe(false);
});
