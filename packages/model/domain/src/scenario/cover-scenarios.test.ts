import { type Scenario, type ScenarioMinimum, scenario, scenarioMinimum } from '@assay/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_SCENARIOS } from './change-scenarios.ts';
import { coverScenarios, rowsNeeded, scenarioCoverage } from './cover-scenarios.ts';

const of = (n: number, more: Partial<Scenario> = {}): Scenario =>
  scenario.parse({
    id: `01931b90-0000-7000-8000-${String(n).padStart(12, '0')}`,
    name: `Scenario ${n}`,
    where: { op: 'true' },
    revision: 1,
    retired: false,
    ...more,
  });
const idOf = (n: number) => of(n).id;
const cover = (scenarios: Scenario[], found: [number, number | string][], rows = 200) =>
  coverScenarios({
    list: { number: 4, sha256: '0'.repeat(64), document: { ...NO_SCENARIOS, scenarios } },
    rows,
    found: new Map(
      found.map(([n, what]) => [idOf(n), typeof what === 'number' ? { matching: what } : { reason: what }]),
    ),
  });

describe('coverage of scenarios', () => {
  it('needs whole rows: a share is rounded up exactly, and one row at least', () => {
    const share = (numerator: number, denominator: number): ScenarioMinimum =>
      scenarioMinimum.parse({ kind: 'share', numerator, denominator });
    expect(rowsNeeded({ kind: 'rows', rows: 5 }, 3)).toBe(5);
    // 0.05 of 1,000 is 50, not 51, as 0.05 * 1000 rounded up would be.
    expect(rowsNeeded(share(50_000, 1_000_000), 1000)).toBe(50);
    expect(rowsNeeded(share(50_000, 1_000_000), 1001)).toBe(51);
    expect(rowsNeeded(share(1, 1_000_000), 10)).toBe(1);
    expect(rowsNeeded(share(1, 2), 0)).toBe(1);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 0, max: 100_000_000 }),
        (a, b, rows) => {
          const [numerator, denominator] = [Math.min(a, b), Math.max(a, b)];
          const needed = rowsNeeded(share(numerator, denominator), rows);
          const atLeast = (n: number) => BigInt(n) * BigInt(denominator) >= BigInt(numerator) * BigInt(rows);
          expect(needed >= 1 && atLeast(needed)).toBe(true);
          expect(needed === 1 || !atLeast(needed - 1)).toBe(true);
        },
      ),
    );
  });

  it('leaves out what is retired or not yet expressed, and counts what cannot be asked as not covered', () => {
    const list = [
      of(1, { importance: 'must', minimum: { kind: 'rows', rows: 10 } }),
      of(2, { importance: 'must', minimum: { kind: 'share', numerator: 1, denominator: 10 } }),
      of(3, { importance: 'should' }),
      of(4, { importance: 'could', where: null }),
      of(5, { retired: true }),
      of(6, { importance: 'should' }),
    ];
    const covered = cover(list, [
      [1, 10],
      [2, 19],
      [3, 'There is no column "age".'],
      [5, 200],
      [6, 0],
    ]);
    expect(covered).toMatchObject({ list: { number: 4 }, rows: 200 });
    expect(
      covered?.items.map(({ scenario: { id }, state, matching, needed }) => [id, state, matching, needed]),
    ).toEqual([
      [idOf(1), 'covered', 10, 10],
      [idOf(2), 'short', 19, 20],
      [idOf(3), 'not-expressible', null, 1],
      [idOf(4), 'not-expressed', null, null],
      [idOf(6), 'missing', 0, 1],
    ]);
    if (covered === null) return;
    expect(scenarioCoverage(covered)).toEqual({
      covered: 1,
      expressed: 4,
      all: 5,
      value: 0.25,
      reason: null,
    });
    expect(scenarioCoverage(covered, 'must')).toMatchObject({ covered: 1, expressed: 2, value: 0.5 });
    expect(scenarioCoverage(covered, 'could')).toEqual({
      covered: 0,
      expressed: 0,
      all: 1,
      value: null,
      reason: 'none-expressed',
    });
  });

  it('is nothing where nothing counts', () => {
    expect(cover([], [])).toBeNull();
    expect(cover([of(1, { retired: true })], [[1, 7]])).toBeNull();
  });
});
