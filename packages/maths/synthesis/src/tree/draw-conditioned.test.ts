import { type CategoryColumn, findColumn, type NumberColumn, type Table } from '@assay/stats';
import { describe, expect, it } from 'vitest';
import type { Condition, ConditionPlan } from '../conditions/condition.ts';
import { mixedTable, modelAll } from '../testing/mixed-table.ts';
import { tableTexts } from '../testing/table-texts.ts';
import { treeGenerator } from './tree-generator.ts';

const DAY = 86_400_000;
const real = mixedTable(6000);
const settings = { ...treeGenerator.defaults, target: 'flag' };
const plan = [{ name: 'id', make: 'sequence' } as const, ...modelAll(real)];
const model = treeGenerator.fit({ table: real, plan, settings, seed: 1 });
const numbers = (table: Table, name: string) => (findColumn(table, name) as NumberColumn).values;
const texts = (table: Table, name: string) => {
  const { codes, levels } = findColumn(table, name) as CategoryColumn;
  return [...codes].map((code) => levels[code]);
};
const sample = (conditions: readonly Condition[], rows: number, from = 0, to = rows) =>
  treeGenerator.sample(model, { seed: 'run', from, to, conditions: { rows, conditions } });
const problems = (conditions: readonly Condition[], rows = 100) =>
  treeGenerator.check(model, { rows, conditions } satisfies ConditionPlan);

describe('conditions by construction', () => {
  const rare: Condition = {
    where: [
      { column: 'price', min: 80, max: 85.5 },
      { column: 'town', levels: ['town 3', 'hamlet 7'] },
      { column: 'day', min: 19_100 * DAY, max: 19_150 * DAY + 5 },
    ],
    count: 400,
  };
  const gain: Condition = { where: [{ column: 'gain', min: 1 }], count: 100 };
  const table = sample([rare, gain], 1000);

  it('gives as many rows as asked for, and the same ones over shards', () => {
    const [price, town, day] = [numbers(table, 'price'), texts(table, 'town'), numbers(table, 'day')];
    const met = town.filter(
      (name, row) =>
        (name === 'town 3' || name === 'hamlet 7') &&
        price[row]! >= 80 &&
        price[row]! <= 85.5 &&
        day[row]! >= 19_100 * DAY &&
        day[row]! <= 19_150 * DAY,
    );
    expect(met.length).toBeGreaterThanOrEqual(400);
    expect(met).toContain('town 3');
    const shards = [0, 300, 301].map((from, at) => sample([rare, gain], 1000, from, [300, 301, 1000][at]!));
    expect(shards.flatMap(tableTexts)).toEqual(tableTexts(table));
  });

  it('fits the other columns to a condition, also those drawn before it', () => {
    // Where gain is above zero, the flag is yes in 0.3 * 0.5 of 0.3 * 0.5 + 0.7 * 0.05 rows: 81%, against 30% overall.
    const conditioned = sample([{ where: [{ column: 'gain', min: 1 }], count: 2000 }], 2000);
    const yes = texts(conditioned, 'flag').filter((flag) => flag === 'yes').length / 2000;
    const flags = texts(real, 'flag').filter((_, row) => numbers(real, 'gain')[row]! > 0);
    expect(Math.abs(yes - flags.filter((flag) => flag === 'yes').length / flags.length)).toBeLessThan(0.05);
  });

  it('reaches a column that is looked up through the one that determines it', () => {
    const conditioned = sample([{ where: [{ column: 'points', min: 40 }], count: 200 }], 200);
    expect(Math.min(...numbers(conditioned, 'points'))).toBe(40);
    expect(new Set(texts(conditioned, 'grade'))).toEqual(new Set(['grade 4', 'grade 5']));
  });

  it('gives missing values where they are asked for', () => {
    const conditioned = sample([{ where: [{ column: 'flag', levels: ['no'] }], count: 50 }], 50);
    expect(new Set(texts(conditioned, 'flag'))).toEqual(new Set(['no']));
    expect(problems([{ where: [{ column: 'flag', levels: [null] }], count: 1 }])).toMatchObject([
      { condition: 0, reason: 'level-never-seen', column: 'flag', allowed: ['no', 'yes'] },
    ]);
  });

  it('explains what cannot be met, before the run', () => {
    const term = (where: Condition['where'], count = 1) => problems([{ where, count }]);
    expect(problems([rare, gain], 1000)).toEqual([]);
    expect(problems([rare, gain], 499)).toMatchObject([{ condition: -1, reason: 'more-rows-than-the-run' }]);
    expect(term([])).toMatchObject([{ reason: 'no-terms' }]);
    expect(term([{ column: 'flag', levels: ['yes'] }], 1.5)).toMatchObject([{ reason: 'count-not-whole' }]);
    expect(term([{ column: 'nobody', min: 1 }])).toMatchObject([{ reason: 'unknown-column' }]);
    expect(term([{ column: 'id', min: 1 }])).toMatchObject([{ reason: 'column-is-made', column: 'id' }]);
    expect(term([{ column: 'flag', min: 1 }])).toMatchObject([{ reason: 'range-of-a-category' }]);
    expect(term([{ column: 'gain', levels: ['1'] }])).toMatchObject([
      { reason: 'levels-of-a-number', allowed: { min: 0 } },
    ]);
    expect(term([{ column: 'points', min: 51 }])).toMatchObject([
      { reason: 'outside-the-range', allowed: { min: 0, max: 50 } },
    ]);
    expect(
      term([
        { column: 'points', min: 20 },
        { column: 'points', max: 10 },
      ]),
    ).toMatchObject([{ reason: 'terms-exclude-each-other', column: 'points' }]);
    expect(
      term([
        { column: 'points', min: 20 },
        { column: 'grade', levels: ['grade 1'] },
      ]),
    ).toMatchObject([{ reason: 'terms-exclude-each-other', column: 'grade' }]);
    expect(() => sample([{ where: [{ column: 'points', min: 51 }], count: 1 }], 10)).toThrow(
      /condition 0 cannot be met at column points: outside-the-range/,
    );
  });
});
