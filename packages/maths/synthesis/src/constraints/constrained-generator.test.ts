import { createStream, drawUniform } from '@assay/random';
import { categoryColumn, findColumn, type NumberColumn, type Table, tableOf } from '@assay/stats';
import { describe, expect, it } from 'vitest';
import type { SampleRequest } from '../generator.ts';
import { independentGenerator } from '../independent/independent-generator.ts';
import { generatorContract } from '../testing/generator-contract.ts';
import { modelAll } from '../testing/mixed-table.ts';
import { tableTexts } from '../testing/table-texts.ts';
import { treeGenerator } from '../tree/tree-generator.ts';
import { checkConstraints } from './check-constraints.ts';
import { constrainedGenerator } from './constrained-generator.ts';
import type { Constraint } from './constraint.ts';
import { rowsThatHold } from './rows-that-hold.ts';

/** Orders with a start before an end, prices that add up, and towns that lie in their countries; some break them. */
function orders(rows: number): Table {
  const streams = ['start', 'length', 'goods', 'post', 'town', 'odd'].map((name) =>
    createStream('orders', name),
  );
  const unit = (stream: number, row: number) => drawUniform(streams[stream]!, row);
  const column = (name: string, scale: NumberColumn['scale'], of: (row: number) => number): NumberColumn => ({
    kind: 'number',
    name,
    scale,
    values: Float64Array.from({ length: rows }, (_, row) => of(row)),
  });
  const goods = (row: number) => Math.round(10_000 * unit(2, row)) / 100;
  const post = (row: number) => Math.round(900 * unit(3, row)) / 100;
  const start = (row: number) => 86_400_000 * Math.floor(19_000 + 300 * unit(0, row));
  const odd = (row: number) => unit(5, row) < 0.05;
  const town = (row: number) => Math.floor(6 * unit(4, row));
  const rowNumbers = Array.from({ length: rows }, (_, row) => row);
  return tableOf([
    column('start', 'datetime', (row) => (unit(5, row) > 0.9 ? Number.NaN : start(row))),
    column(
      'end',
      'datetime',
      (row) => start(row) + (odd(row) ? -5 : 1) * 86_400_000 * Math.floor(20 * unit(1, row)),
    ),
    column('goods', 'decimal', goods),
    column('post', 'decimal', post),
    column('total', 'decimal', (row) => Math.round(100 * (goods(row) + post(row))) / 100),
    column('tax', 'decimal', (row) => Math.round(20 * (goods(row) + post(row))) / 100),
    categoryColumn(
      'town',
      rowNumbers.map((row) => `town ${town(row)}`),
    ),
    categoryColumn(
      'country',
      rowNumbers.map((row) => `country ${town(row) % 3}`),
    ),
  ]);
}

const CONSTRAINTS: readonly Constraint[] = [
  { kind: 'order', low: 'start', high: 'end' },
  { kind: 'sum', total: 'total', parts: ['goods', 'post'] },
  { kind: 'formula', column: 'tax', formula: 'round(0.2 * total, 2)' },
  { kind: 'combinations', columns: ['town', 'country'] },
  { kind: 'range', column: 'post', min: 1, max: 8.5 },
  { kind: 'range', column: 'total', max: 100 },
  { kind: 'check', expression: "not (country = 'country 1' and goods > 60)" },
];

const real = orders(3000);

generatorContract(constrainedGenerator(treeGenerator), {});

describe.each([
  ['tree', constrainedGenerator(treeGenerator)],
  ['independent', constrainedGenerator(independentGenerator)],
] as const)('constraints with %s', (_, chosen) => {
  // The two differ in their settings and models, which this test does not look at.
  const generator = chosen as ReturnType<typeof constrainedGenerator<object, unknown>>;
  const model = generator.fit({
    table: real,
    plan: [{ name: 'id', make: 'sequence' }, ...modelAll(real)],
    settings: { inner: generator.defaults.inner, constraints: CONSTRAINTS },
    seed: 1,
  });
  const sample = (request: Omit<SampleRequest, 'seed'>) =>
    generator.sample(model, { seed: 'run', ...request });
  const made = sample({ from: 0, to: 3000 });

  it('hold in every row, and keep columns, order and precision', () => {
    expect(rowsThatHold(made, CONSTRAINTS)).toEqual(new Uint8Array(3000).fill(1));
    expect(made.columns.map(({ name }) => name)).toEqual(['id', ...real.columns.map(({ name }) => name)]);
    const towns = tableTexts(tableOf([findColumn(made, 'town')!, findColumn(made, 'country')!]));
    for (const text of towns) {
      const [town, country] = text.split('|').map((part) => Number(part.split(' ')[1]));
      expect(country).toBe(town! % 3);
    }
    for (const total of (findColumn(made, 'total') as NumberColumn).values)
      expect(Math.round(total * 100) / 100).toBe(total);
    for (const end of (findColumn(made, 'end') as NumberColumn).values) expect(end % 86_400_000).toBe(0);
  });

  it('do not depend on shards', () => {
    const shards = [0, 10, 11, 1500].map((from, at) => sample({ from, to: [10, 11, 1500, 3000][at]! }));
    expect(shards.flatMap(tableTexts)).toEqual(tableTexts(made));
  });

  it('report how many rows were kept', () => {
    const seen: [number, number][] = [];
    const control = {
      throwIfAborted() {},
      progress() {},
      acceptance: (kept: number, drawn: number) => seen.push([kept, drawn]),
    };
    sample({ from: 0, to: 3000, control });
    const [kept, drawn] = seen.at(-1)!;
    expect(kept).toBe(3000);
    expect(drawn).toBeGreaterThan(3000);
  });

  it('go together with conditions', () => {
    const where = [
      { column: 'country', levels: ['country 2'] },
      { column: 'goods', min: 50 },
    ];
    const conditions = { rows: 500, conditions: [{ where, count: 200 }] };
    expect(generator.check(model, conditions)).toEqual([]);
    const table = sample({ from: 0, to: 500, conditions });
    const goods = (findColumn(table, 'goods') as NumberColumn).values;
    const country = tableTexts(tableOf([findColumn(table, 'country')!]));
    expect(
      country.filter((text, row) => text === 'country 2' && goods[row]! >= 50).length,
    ).toBeGreaterThanOrEqual(200);
    expect(rowsThatHold(table, CONSTRAINTS)).toEqual(new Uint8Array(500).fill(1));
    const derived = { rows: 1, conditions: [{ where: [{ column: 'total', min: 5 }], count: 1 }] };
    expect(generator.check(model, derived)).toMatchObject([{ reason: 'column-is-derived', column: 'total' }]);
  });

  it('say what was left out, and how columns are made', () => {
    const { settings, columns } = generator.describe(model);
    expect(settings.leftOut).toBe(
      3000 - rowsThatHold(real, CONSTRAINTS).reduce((sum, each) => sum + each, 0),
    );
    expect(columns.find(({ name }) => name === 'total')?.how).toBe('computed: `goods` + `post`');
  });
});

describe('constraints that cannot be used', () => {
  it.each<[string, Constraint[], string]>([
    ['an unknown column', [{ kind: 'order', low: 'nobody', high: 'end' }], 'unknown-column'],
    ['a sum of categories', [{ kind: 'sum', total: 'total', parts: ['town'] }], 'not-a-number'],
    ['a combination of numbers', [{ kind: 'combinations', columns: ['town', 'post'] }], 'not-a-category'],
    ['an empty range', [{ kind: 'range', column: 'post', min: 2, max: 1 }], 'range-is-empty'],
    ['an expression', [{ kind: 'check', expression: 'post >' }], 'expression-not-understood'],
    ['two makers', [CONSTRAINTS[1]!, { kind: 'formula', column: 'total', formula: '1' }], 'derived-twice'],
    [
      'a circle',
      [
        { kind: 'formula', column: 'total', formula: 'tax * 5' },
        { kind: 'formula', column: 'tax', formula: 'total / 5' },
      ],
      'depend-on-each-other',
    ],
    [
      'ranges against an order',
      [
        { kind: 'order', low: 'post', high: 'goods' },
        { kind: 'range', column: 'post', min: 50 },
        { kind: 'range', column: 'goods', max: 40 },
      ],
      'exclude-each-other',
    ],
    ['what no row meets', [{ kind: 'check', expression: 'post > 100' }], 'no-row-holds'],
  ])('%s', (_, constraints, reason) => {
    expect(checkConstraints(real, constraints)).toContainEqual(expect.objectContaining({ reason }));
  });
});
