import { type CategoryColumn, findColumn, type NumberColumn, type Table } from '@assay/stats';
import { describe, expect, it } from 'vitest';
import { tableTexts } from '../testing/table-texts.ts';
import { checkRules } from './check-rules.ts';
import type { RuleColumn, RulesDocument } from './document.ts';
import { rulesGenerator } from './rules-generator.ts';

const NOTHING: Table = { rows: 0, columns: [] };

function sample(columns: readonly RuleColumn[], from: number, to: number): Table {
  const document: RulesDocument = { version: 1, columns };
  const model = rulesGenerator.fit({ table: NOTHING, plan: [], settings: { document }, seed: 0 });
  const stored = JSON.parse(JSON.stringify(model)) as typeof model;
  expect(stored).toEqual(model);
  return rulesGenerator.sample(stored, { seed: 'run', from, to });
}

const SHOP: readonly RuleColumn[] = [
  { name: 'order', rule: { make: 'sequence', prefix: 'A-', digits: 5 } },
  { name: 'customer', rule: { make: 'faker', meaning: 'person-name' }, missing: 0.2 },
  { name: 'day', rule: { make: 'date', from: '2024-02-27', to: '2024-03-01' } },
  { name: 'kind', rule: { make: 'category', weights: { book: 3, game: 1, never: 0 } } },
  {
    name: 'price',
    rule: {
      make: 'cases',
      cases: [
        {
          when: "kind = 'game'",
          rule: { make: 'number', distribution: { shape: 'normal', mean: 50, deviation: 5 } },
        },
      ],
      otherwise: { make: 'number', distribution: { shape: 'log-normal', median: 12, spread: 0.4 }, max: 40 },
    },
  },
  {
    name: 'count',
    rule: { make: 'number', decimals: 0, distribution: { shape: 'bins', edges: [1, 2, 9], weights: [3, 1] } },
  },
  { name: 'total', rule: { make: 'formula', formula: 'round(price * count, 2)', as: 'decimal' } },
  { name: 'shelf', rule: { make: 'pattern', pattern: '(N|S)[A-C]{2}-\\d{3}x?' } },
];

describe('rules', () => {
  const table = sample(SHOP, 0, 4000);
  const numbers = (name: string) => (findColumn(table, name) as NumberColumn).values;
  const texts = (name: string) => {
    const { codes, levels } = findColumn(table, name) as CategoryColumn;
    return [...codes].map((code) => levels[code] ?? null);
  };

  it('make the same rows over shards, without any data', () => {
    const shards = [0, 1, 5, 2000].map((from, at) => sample(SHOP, from, [1, 5, 2000, 4000][at]!));
    expect(shards.flatMap(tableTexts)).toEqual(tableTexts(table));
  });

  it('follow distributions, cases, formulas, patterns and meanings', () => {
    const kind = texts('kind');
    expect(kind.filter((each) => each === 'book').length / 4000).toBeCloseTo(0.75, 1);
    expect((findColumn(table, 'kind') as CategoryColumn).levels).toEqual(['book', 'game', 'never']);
    expect(kind).not.toContain('never');
    const mean = (of: string) => {
      const among = [...numbers('price')].filter((_, row) => kind[row] === of);
      return among.reduce((sum, price) => sum + price, 0) / among.length;
    };
    expect(Math.abs(mean('game') - 50)).toBeLessThan(1);
    expect(Math.abs(mean('book') - 12 * Math.exp(0.08))).toBeLessThan(0.5);
    numbers('total').forEach((total, row) => {
      expect(total).toBe(Math.round(numbers('price')[row]! * numbers('count')[row]! * 100) / 100);
    });
    for (const shelf of texts('shelf')) expect(shelf).toMatch(/^[NS][ABC]{2}-\d{3}x?$/);
    const days = new Set([...numbers('day')].map((day) => new Date(day).toISOString().slice(0, 10)));
    expect([...days].sort()).toEqual(['2024-02-27', '2024-02-28', '2024-02-29', '2024-03-01']);
    expect(texts('customer').filter((each) => each === null).length / 4000).toBeCloseTo(0.2, 1);
    expect(new Set(texts('order')).size).toBe(4000);
  });

  it('reproduce a joint table of three columns within its noise floor', () => {
    // Rows by place, size and answer: a table with an interaction that no two of its columns show.
    const joint = {
      n: { s: { y: 40, n: 160 }, l: { y: 160, n: 40 } },
      w: { s: { y: 270, n: 30 }, l: { y: 50, n: 250 } },
    };
    const sum = (of: object): number =>
      Object.values(of).reduce(
        (total: number, each) => total + (typeof each === 'number' ? each : sum(each)),
        0,
      );
    const places = Object.entries(joint);
    const category = (weights: Record<string, number>) => ({ make: 'category', weights }) as const;
    const columns: RuleColumn[] = [
      { name: 'place', rule: category(Object.fromEntries(places.map(([place, of]) => [place, sum(of)]))) },
      {
        name: 'size',
        rule: {
          make: 'cases',
          cases: places.map(([place, of]) => ({
            when: `place = '${place}'`,
            rule: category({ s: sum(of.s), l: sum(of.l) }),
          })),
          otherwise: category({ s: 1, l: 1 }),
        },
      },
      {
        name: 'answer',
        rule: {
          make: 'cases',
          cases: places.flatMap(([place, of]) =>
            Object.entries(of).map(([size, answers]) => ({
              when: `place = '${place}' and size = '${size}'`,
              rule: category(answers),
            })),
          ),
          otherwise: category({ y: 1, n: 1 }),
        },
      },
    ];
    const rows = 20_000;
    const counts = new Map<string, number>();
    for (const text of tableTexts(sample(columns, 0, rows))) counts.set(text, (counts.get(text) ?? 0) + 1);
    let distance = 0;
    let floor = 0;
    for (const [place, of] of places)
      for (const [size, answers] of Object.entries(of))
        for (const [answer, count] of Object.entries(answers)) {
          const share = count / sum(joint);
          distance += Math.abs((counts.get(`${place}|${size}|${answer}`) ?? 0) / rows - share) / 2;
          floor += Math.sqrt(((2 / Math.PI) * share * (1 - share)) / rows) / 2;
        }
    // The floor is what is expected of a perfect sampler; twice that would be far outside.
    expect(distance).toBeLessThan(1.6 * floor);
  });

  it('stop when told', () => {
    const control = {
      throwIfAborted() {
        throw new Error('stopped');
      },
      progress() {},
    };
    const model = rulesGenerator.fit({
      table: NOTHING,
      plan: [],
      settings: { document: { version: 1, columns: SHOP } },
      seed: 0,
    });
    expect(() => rulesGenerator.sample(model, { seed: 1, from: 0, to: 9, control })).toThrow('stopped');
  });
});

describe('a rules document', () => {
  const problems = (rule: unknown, more: object = {}) => {
    const checked = checkRules({ version: 1, columns: [SHOP[3], { name: 'x', rule, ...more }] });
    return checked.ok ? [] : checked.problems.map(({ path, message }) => `${path}: ${message}`);
  };

  it('is refused with the path of every problem', () => {
    expect(checkRules(7)).toMatchObject({ ok: false });
    expect(checkRules({ version: 2, columns: [] })).toMatchObject({
      problems: [{ path: 'version' }, { path: 'columns' }],
    });
    expect(problems({ make: 'spell' })).toEqual([expect.stringMatching(/^columns\[1\]\.rule\.make: /)]);
    expect(problems({ make: 'formula', formula: 'price + 1', as: 'decimal' })).toEqual([
      'columns[1].rule.formula: there is no earlier column named price',
    ]);
    expect(problems({ make: 'formula', formula: '1 +', as: 'text' })).toHaveLength(2);
    expect(problems({ make: 'category', weights: { a: 0 } })).toHaveLength(1);
    expect(problems({ make: 'pattern', pattern: '[z-a]' })).toEqual([
      'columns[1].rule.pattern: z-a is no range at character 2',
    ]);
    expect(problems({ make: 'date', from: '2024-02-30x', to: '2024-01-01' })).toHaveLength(1);
    expect(
      problems({ make: 'number', distribution: { shape: 'bins', edges: [1, 1], weights: [1] } }),
    ).toEqual(['columns[1].rule.distribution.edges: rising edges are expected, one more than weights']);
    expect(
      problems({
        make: 'cases',
        cases: [{ when: 'kind = 1', rule: { make: 'pattern', pattern: 'x' } }],
        otherwise: { make: 'number', distribution: { shape: 'exponential', mean: 1 } },
      }),
    ).toEqual(['columns[1].rule.cases[0].rule: gives category where otherwise gives decimal']);
    expect(
      problems({
        make: 'cases',
        cases: [{ when: 'true', rule: { make: 'uuid' } }],
        otherwise: { make: 'pattern', pattern: 'x' },
      }),
    ).toEqual(['columns[1].rule.cases[0].rule.make: uuid makes a whole column, not a case of one']);
    expect(problems({ make: 'uuid' }, { missing: 2 })).toEqual([
      'columns[1].missing: a share from 0 to 1 is expected',
    ]);
    expect(() => sample([{ name: '', rule: { make: 'pattern', pattern: 'x' } }], 0, 1)).toThrow(
      /columns\[0\]\.name/,
    );
  });
});
