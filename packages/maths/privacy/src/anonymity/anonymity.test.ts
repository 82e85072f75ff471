import { categoryColumn, type Table, tableOf, takeRows } from '@assay/stats';
import { describe, expect, it } from 'vitest';
import { sampleReal, sampleSynthetic } from '../testing/strikes-sample.ts';
import { correctAttribution } from './correct-attribution.ts';
import { kAnonymity, kMap } from './k-anonymity.ts';
import { lDiversity } from './l-diversity.ts';
import { sensitiveCounts } from './sensitive-counts.ts';
import { tCloseness } from './t-closeness.ts';

/** The rows of the sample that have a speed, a missing time of day as a category of its own. */
const speed = sampleReal.columns.find(({ name }) => name === 'speed')!;
const known: Table = takeRows(
  sampleReal,
  Array.from({ length: sampleReal.rows }, (_, row) => row).filter(
    (row) => speed.kind === 'number' && !Number.isNaN(speed.values[row]!),
  ),
);

function value<T>(result: { ok: true; value: T } | { ok: false; reason: string }): T {
  if (!result.ok) throw new Error(`undefined because ${result.reason}`);
  return result.value;
}

describe('anonymity', () => {
  // k_anonymity, l_diversity and t_closeness of pycanon 1.3.6 on the same 71 rows, computed once.
  it.each([
    { quasi: ['phase'], k: 4, l: 2, categories: 0.27112676056338025, numbers: 0.2454728370221328 },
    { quasi: ['species', 'phase'], k: 2, l: 1, categories: 0.5211267605633803, numbers: 0.41690140845070417 },
  ])('equals pycanon over $quasi', ({ quasi, k, l, categories, numbers }) => {
    expect(value(kAnonymity(known, quasi)).k).toBe(k);
    const times = sensitiveCounts(known, quasi, 'time');
    expect(value(lDiversity(times)).distinct).toBe(l);
    expect(value(tCloseness(known, 'time', times))).toBeCloseTo(categories, 12);
    const speeds = sensitiveCounts(known, quasi, 'speed');
    expect(value(tCloseness(known, 'speed', speeds))).toBeCloseTo(numbers, 12);
  });

  it('takes entropy and recursive diversity by their definitions', () => {
    // By phase the times of day are 24 + 14 + 3, 8 + 5 + 1, 3 + 1 and 9 + 3. The least entropy is that of 3 + 1;
    // 3 < c * 1 holds from c = 4 on, as does 9 < c * 3, and 8 < 4 * 1 does not.
    const times = sensitiveCounts(known, ['phase'], 'time');
    const least = -0.75 * Math.log(0.75) - 0.25 * Math.log(0.25);
    expect(value(lDiversity(times)).entropy).toBeCloseTo(Math.exp(least), 12);
    expect(value(lDiversity(times, 3)).recursive).toBe(1);
    expect(value(lDiversity(times, 4)).recursive).toBe(2);
  });

  it('maps released rows to a population', () => {
    const quasi = ['a', 'b'];
    const population = tableOf([
      categoryColumn('a', ['x', 'x', 'x', 'y', 'z', null]),
      categoryColumn('b', ['1', '1', '2', '1', '1', '1']),
    ]);
    const released = tableOf([
      categoryColumn('a', ['x', 'x', 'w', null]),
      categoryColumn('b', ['1', '1', '1', '1']),
    ]);
    expect(value(kMap(released, population, quasi))).toEqual({
      k: 1,
      classes: 2,
      rows: 3,
      unique: 1,
      linked: 3,
      unlinked: 1,
    });
    expect(value(kAnonymity(population, quasi))).toEqual({ k: 1, classes: 5, rows: 6, unique: 4 });
    expect(kMap(takeRows(released, [2]), population, quasi)).toEqual({ ok: false, reason: 'empty' });
    expect(kAnonymity(takeRows(released, []), quasi)).toEqual({ ok: false, reason: 'empty' });
    const linked = sensitiveCounts(population, ['a'], 'b', takeRows(released, [0]));
    expect(value(lDiversity(linked)).distinct).toBe(2);
    expect(() => kAnonymity(population, ['c'])).toThrow(/no column c/);
  });
});

describe('correctAttribution', () => {
  // DisclosureProtection.compute_breakdown of SDMetrics 0.32.0, known phase, species and time, sensitive damage.
  it.each([
    { method: 'cap', score: 0.23646723646723636, protection: 0.17735042735042728 },
    { method: 'zero', score: 0.382716049382716, protection: 0.287037037037037 },
    { method: 'generalised', score: 0.22444048326401278, protection: 0.16833036244800959 },
  ] as const)('equals SDMetrics with $method', ({ method, score, protection }) => {
    const found = value(
      correctAttribution(sampleReal, sampleSynthetic, ['phase', 'species', 'time'], ['damage'], method),
    );
    expect(found.baseline).toBe(0.75);
    expect(found.protection).toBeCloseTo(protection, 12);
    expect(found.score).toBeCloseTo(score, 12);
  });

  it('has no score for a constant and no value without a match', () => {
    const one = tableOf([categoryColumn('a', ['x']), categoryColumn('b', ['1'])]);
    const other = tableOf([categoryColumn('a', ['y']), categoryColumn('b', ['1'])]);
    expect(value(correctAttribution(one, one, ['a'], ['b'], 'cap')).score).toBeNull();
    expect(correctAttribution(one, other, ['a'], ['b'], 'cap')).toEqual({ ok: false, reason: 'empty' });
  });
});
