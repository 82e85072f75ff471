import { type CategoryColumn, findColumn, type NumberColumn, type Table, tableOf } from '@assay/stats';
import { describe, expect, it } from 'vitest';
import type { Condition } from '../conditions/condition.ts';
import type { Constraint } from '../constraints/constraint.ts';
import { tableTexts } from '../testing/table-texts.ts';
import { constrainedRules } from './constrained-rules.ts';
import type { RuleColumn } from './document.ts';

const DAY = 86_400_000;
const normal = { shape: 'normal', mean: 50, deviation: 10 } as const;
const COLUMNS: readonly RuleColumn[] = [
  { name: 'id', rule: { make: 'sequence', prefix: 'A-', digits: 4 } },
  { name: 'kind', rule: { make: 'category', weights: { book: 8, game: 1, map: 1 } }, missing: 0.1 },
  { name: 'day', rule: { make: 'date', from: '2024-01-01', to: '2024-12-31' } },
  { name: 'price', rule: { make: 'number', distribution: normal, decimals: 1, max: 65 } },
  {
    name: 'count',
    rule: {
      make: 'cases',
      cases: [{ when: "kind = 'game'", rule: { make: 'number', distribution: normal, decimals: 0 } }],
      otherwise: {
        make: 'number',
        distribution: { shape: 'uniform', min: 1, max: 9 },
        decimals: 0,
      },
    },
  },
  { name: 'total', rule: { make: 'number', distribution: normal, decimals: 1 } },
  { name: 'tax', rule: { make: 'formula', formula: 'round(total / 10, 2)', as: 'decimal' } },
];
const CONSTRAINTS: readonly Constraint[] = [
  { kind: 'formula', column: 'total', formula: 'price * count' },
  { kind: 'range', column: 'price', min: 30, max: 65 },
  { kind: 'order', low: 'count', high: 'price', strict: true },
];

const generator = constrainedRules();
const fit = (constraints: readonly Constraint[], columns = COLUMNS) =>
  generator.fit({
    table: tableOf([]),
    plan: [],
    settings: { inner: { document: { version: 1, columns } }, constraints },
    seed: 1,
  });
const numbers = (table: Table, name: string) => (findColumn(table, name) as NumberColumn).values;
const texts = (table: Table, name: string) => {
  const { codes, levels } = findColumn(table, name) as CategoryColumn;
  return [...codes].map((code) => levels[code] ?? null);
};

describe('rules under constraints', () => {
  const model = fit(CONSTRAINTS);
  const sample = (from: number, to: number, conditions: readonly Condition[] = []) =>
    generator.sample(JSON.parse(JSON.stringify(model)), {
      seed: 'run',
      from,
      to,
      conditions: { rows: 9000, conditions },
    });

  it('compute, narrow, and draw again only what is left', () => {
    const made = sample(0, 2000);
    const [price, count, total] = [numbers(made, 'price'), numbers(made, 'count'), numbers(made, 'total')];
    for (let row = 0; row < 2000; row += 1) {
      expect(price[row]).toBeGreaterThanOrEqual(30);
      expect(price[row]).toBeLessThanOrEqual(65);
      expect(count[row]).toBeLessThan(price[row]!);
      expect(total[row]).toBeCloseTo(price[row]! * count[row]!, 6);
      // What comes after reads the computed value.
      expect(numbers(made, 'tax')[row]).toBeCloseTo(total[row]! / 10, 1);
    }
    expect(texts(made, 'id').slice(0, 2)).toEqual(['A-0001', 'A-0002']);
    expect(texts(made, 'kind').filter((kind) => kind === null).length / 2000).toBeCloseTo(0.1, 1);
  });

  it('meet conditions, the same over shards; the numbers of rows stay', () => {
    const conditions: Condition[] = [
      {
        where: [
          { column: 'kind', levels: ['map', null] },
          { column: 'day', min: Date.parse('2024-03-01') + 5, max: Date.parse('2024-03-04') },
          { column: 'price', min: 55.2, max: 58 },
        ],
        count: 1200,
      },
      { where: [{ column: 'count', min: 40 }], count: 300 },
    ];
    expect(generator.check(model, { rows: 9000, conditions })).toEqual([]);
    const made = sample(0, 9000, conditions);
    const [kind, day, price, count] = [
      texts(made, 'kind'),
      numbers(made, 'day'),
      numbers(made, 'price'),
      numbers(made, 'count'),
    ];
    const met = kind.filter(
      (each, row) =>
        (each === 'map' || each === null) &&
        price[row]! >= 55.2 &&
        price[row]! <= 58 &&
        day[row]! > Date.parse('2024-03-01') &&
        day[row]! <= Date.parse('2024-03-04'),
    );
    expect(met.length).toBeGreaterThanOrEqual(1200);
    // Of a map in ten rows and a missing kind in ten: as they stand to each other.
    expect(met.filter((each) => each === null).length / met.length).toBeCloseTo(0.1 / 0.19, 1);
    expect(count.filter((each) => each >= 40).length).toBeGreaterThanOrEqual(300);
    expect(new Set(day.map((each) => each % DAY))).toEqual(new Set([0]));
    expect(texts(made, 'id')).toEqual(texts(sample(0, 9000), 'id'));
    const parts = [sample(0, 3, conditions), sample(3, 8191, conditions), sample(8191, 9000, conditions)];
    expect(parts.flatMap(tableTexts)).toEqual(tableTexts(made));
  }, 60_000);

  it('say what they cannot do', () => {
    const problem = (where: Condition['where']) =>
      generator.check(model, { rows: 9, conditions: [{ where, count: 1 }] });
    expect(problem([{ column: 'kind', levels: ['film'] }])).toMatchObject([{ reason: 'level-never-seen' }]);
    expect(problem([{ column: 'id', levels: ['A-0001'] }])).toMatchObject([{ reason: 'column-is-made' }]);
    expect(problem([{ column: 'price', min: 66 }])).toMatchObject([{ reason: 'outside-the-range' }]);
    expect(problem([{ column: 'day', levels: ['x'] }])).toMatchObject([{ reason: 'levels-of-a-number' }]);
    expect(problem([{ column: 'nobody', min: 1 }])).toMatchObject([{ reason: 'unknown-column' }]);
    expect(() => fit([{ kind: 'combinations', columns: ['kind', 'day'] }])).toThrow(/learn from no rows/);
    expect(() => fit([{ kind: 'formula', column: 'price', formula: 'count * 2' }])).toThrow(
      /stands behind what it is computed from/,
    );
    expect(() => fit([{ kind: 'formula', column: 'id', formula: '1' }])).toThrow(/made by row number/);
  });
});
