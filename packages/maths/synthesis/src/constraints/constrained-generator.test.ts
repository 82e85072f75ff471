import { createStream, drawUniform } from '@assay/random';
import {
  categoryColumn,
  findColumn,
  type NumberColumn,
  type Table,
  tableOf,
  takeRows,
  valueAt,
} from '@assay/stats';
import { describe, expect, it } from 'vitest';
import { copulaGenerator } from '../copula/copula-generator.ts';
import type { SampleRequest } from '../generator.ts';
import type { RowTest } from '../hold/row-test.ts';
import { termsTest } from '../hold/terms-test.ts';
import { independentGenerator } from '../independent/independent-generator.ts';
import { generatorContract } from '../testing/generator-contract.ts';
import { modelAll } from '../testing/mixed-table.ts';
import { tableTexts } from '../testing/table-texts.ts';
import { treeGenerator } from '../tree/tree-generator.ts';
import { checkConstraints } from './check-constraints.ts';
import { constrainedGenerator } from './constrained-generator.ts';
import type { Constraint } from './constraint.ts';
import { constraintTest } from './constraint-test.ts';
import { planConstraints } from './plan-constraints.ts';

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
  { kind: 'dependency', from: ['country'], column: 'post' },
  { kind: 'range', column: 'goods', min: 1, max: 85.5 },
];
/** What no construction knows: it is met by drawing again. */
const TEST: RowTest = (table) => {
  const [country, goods] = ['country', 'goods'].map((name) => findColumn(table, name)!);
  return (row) => !(valueAt(country!, row) === 'country 1' && Number(valueAt(goods!, row)) > 60);
};

const real = orders(3000);
const numbers = (table: Table, name: string) => (findColumn(table, name) as NumberColumn).values;

/** Rows that break a constraint, or the test. */
function broken(
  table: Table,
  tests: readonly RowTest[] = [...CONSTRAINTS.map(constraintTest), TEST],
): number {
  const asked = tests.map((test) => test(table));
  let rows = 0;
  for (let row = 0; row < table.rows; row += 1) if (asked.some((test) => test(row) === false)) rows += 1;
  return rows;
}

generatorContract(constrainedGenerator(treeGenerator), {});

describe.each([
  ['tree', constrainedGenerator(treeGenerator, [TEST])],
  ['copula', constrainedGenerator(copulaGenerator, [TEST])],
  ['independent', constrainedGenerator(independentGenerator, [TEST])],
] as const)('constraints with %s', { timeout: 60_000 }, (_, chosen) => {
  // They differ in their settings and models, which this test does not look at.
  const generator = chosen as ReturnType<typeof constrainedGenerator<object, unknown>>;
  const model = generator.fit({
    table: real,
    plan: [{ name: 'id', make: 'sequence' }, ...modelAll(real), { name: 'code', make: 'code', digits: 5 }],
    settings: { inner: { ...generator.defaults.inner, target: 'tax' }, constraints: CONSTRAINTS },
    seed: 1,
  });
  const sample = (request: Omit<SampleRequest, 'seed'>) =>
    generator.sample(JSON.parse(JSON.stringify(model)), { seed: 'run', ...request });
  const rows = 8300;
  const made = sample({ from: 0, to: rows });

  it('hold in every row, and keep columns, order and precision', () => {
    expect(broken(made)).toBe(0);
    const names = real.columns.map(({ name }) => name);
    expect(made.columns.map(({ name }) => name)).toEqual(['id', ...names, 'code']);
    const towns = tableTexts(tableOf([findColumn(made, 'town')!, findColumn(made, 'country')!]));
    for (const text of towns) {
      const [town, country] = text.split('|').map((part) => Number(part.split(' ')[1]));
      expect(country).toBe(town! % 3);
    }
    const postOf = new Map<string, number>();
    for (const [row, post] of numbers(made, 'post').entries()) {
      const country = towns[row]!.split('|')[1]!;
      expect(postOf.get(country) ?? post).toBe(post);
      postOf.set(country, post);
    }
    for (const total of numbers(made, 'total')) expect(Math.round(total * 100) / 100).toBe(total);
    for (const end of numbers(made, 'end')) expect(end % 86_400_000).toBe(0);
  });

  it('do not depend on shards, nor do conditions', () => {
    const conditions = {
      rows,
      conditions: [{ where: [{ column: 'goods', min: 80 }], count: 900, test: TEST }],
    };
    const whole = sample({ from: 0, to: rows, conditions });
    const ends = [10, 8200, rows];
    const parts = (more: object) =>
      ends.flatMap((to, at) => tableTexts(sample({ from: ends[at - 1] ?? 0, to, ...more })));
    expect(parts({})).toEqual(tableTexts(made));
    expect(parts({ conditions })).toEqual(tableTexts(whole));
    expect(broken(whole)).toBe(0);
    expect(numbers(whole, 'goods').filter((value) => value >= 80).length).toBeGreaterThanOrEqual(900);
    // What is made by row number stays with its row.
    expect(tableTexts(tableOf([findColumn(whole, 'id')!, findColumn(whole, 'code')!]))).toEqual(
      tableTexts(tableOf([findColumn(made, 'id')!, findColumn(made, 'code')!])),
    );
  });

  it('report how many of the rows that were judged were kept', () => {
    const seen: [number, number][] = [];
    const control = {
      throwIfAborted() {},
      progress() {},
      acceptance: (kept: number, drawn: number) => seen.push([kept, drawn]),
    };
    sample({ from: 0, to: 3000, control });
    const [kept, drawn] = seen.at(-1)!;
    expect(kept).toBeLessThanOrEqual(drawn);
    expect(kept / drawn).toBeGreaterThan(0.7);
  });

  it('go together with conditions, on combinations and on what is computed', () => {
    const where = [
      { column: 'country', levels: ['country 2'] },
      { column: 'goods', min: 50 },
      { column: 'total', max: 80 },
    ];
    const conditions = { rows: 500, conditions: [{ where, count: 200 }] };
    expect(generator.check(model, conditions)).toEqual([]);
    const table = sample({ from: 0, to: 500, conditions });
    const meets = termsTest(where)(table);
    let met = 0;
    for (let row = 0; row < 500; row += 1) if (meets(row)) met += 1;
    expect(met).toBeGreaterThanOrEqual(200);
    expect(broken(table)).toBe(0);
    const onMade = { rows: 1, conditions: [{ where: [{ column: 'id', min: 5 }], count: 1 }] };
    expect(generator.check(model, onMade)).toMatchObject([{ reason: 'column-is-made', column: 'id' }]);
  });

  it('give up where next to nothing is kept', () => {
    const never = constrainedGenerator(treeGenerator, [() => () => false]);
    const free = constrainedGenerator(treeGenerator).fit({
      table: takeRows(real, [0, 1, 2, 3]),
      plan: modelAll(real),
      settings: { inner: treeGenerator.defaults, constraints: [] },
      seed: 1,
    });
    const told: number[] = [];
    const control = {
      throwIfAborted() {
        // Stopped long before the limit: a test need not wait for it.
        if (told.push(1) > 3) throw new Error('stopped');
      },
      progress() {},
    };
    expect(() => never.sample(free, { seed: 1, from: 0, to: 5, control })).toThrow('stopped');
  });

  it('say what was left out, and how columns are made', () => {
    const { settings, columns } = generator.describe(model);
    const sound = CONSTRAINTS.filter(({ kind }) => kind === 'range' || kind === 'order').map(constraintTest);
    expect(settings.leftOut).toBe(broken(real, [...sound, TEST]));
    const how = (name: string) => columns.find((column) => column.name === name);
    expect(how('total')).toMatchObject({ how: 'computed', detail: '`goods` + `post`' });
    expect(how('end')).toMatchObject({ how: 'gap', detail: 'start' });
    expect(how('post')).toMatchObject({ how: 'follows', given: ['country'] });
    expect(how('country')).toMatchObject({ how: 'joint', given: ['town'] });
  });
});

it('a generator without constraints gives the very rows of the one that it wraps', () => {
  const plan = [{ name: 'id', make: 'uuid' as const }, ...modelAll(real)];
  const given = { table: real, plan, seed: 1 };
  const plain = treeGenerator.fit({ ...given, settings: treeGenerator.defaults });
  const wrapped = constrainedGenerator(treeGenerator);
  const model = wrapped.fit({ ...given, settings: wrapped.defaults });
  const request = { seed: 'run', from: 8000, to: 8400 };
  expect(tableTexts(wrapped.sample(model, request))).toEqual(
    tableTexts(treeGenerator.sample(plain, request)),
  );
});

describe('what cannot be had by construction', () => {
  it('is tested: a second low of one high, an order in a circle, the range of a total', () => {
    const orderOf = (low: string, high: string): Constraint => ({ kind: 'order', low, high });
    const sum: Constraint = { kind: 'sum', total: 'total', parts: ['goods', 'post'] };
    const range: Constraint = { kind: 'range', column: 'total', max: 90 };
    const plan = (...constraints: Constraint[]) => planConstraints(real, constraints);
    expect(plan(orderOf('post', 'goods'), orderOf('tax', 'goods'))).toMatchObject({
      derived: [{ column: 'goods', from: ['post'] }],
      tested: [{ low: 'tax' }],
    });
    expect(plan(sum, orderOf('total', 'goods'), range)).toMatchObject({
      derived: [{ column: 'total' }],
      tested: [{ kind: 'order' }, { kind: 'range' }],
    });
    expect(plan(orderOf('goods', 'post'), { kind: 'range', column: 'goods', min: 1 })).toMatchObject({
      tested: [],
    });
  });

  it('learns overlapping combinations as one', () => {
    const joints = planConstraints(real, [
      { kind: 'combinations', columns: ['town', 'country'] },
      { kind: 'combinations', columns: ['country', 'post'] },
    ]).joints;
    expect(joints).toEqual([['town', 'country', 'post']]);
  });
});

describe('constraints that cannot be used', () => {
  it.each<[string, Constraint[], string]>([
    ['an unknown column', [{ kind: 'order', low: 'nobody', high: 'end' }], 'unknown-column'],
    ['a sum of categories', [{ kind: 'sum', total: 'total', parts: ['town'] }], 'not-a-number'],
    ['an empty range', [{ kind: 'range', column: 'post', min: 2, max: 1 }], 'range-is-empty'],
    ['an expression', [{ kind: 'formula', column: 'tax', formula: 'post >' }], 'expression-not-understood'],
    ['two makers', [CONSTRAINTS[1]!, { kind: 'formula', column: 'total', formula: '1' }], 'derived-twice'],
    [
      'a maker of a combination',
      [CONSTRAINTS[3]!, { kind: 'dependency', from: ['post'], column: 'town' }],
      'derived-twice',
    ],
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
  ])('%s', (_, constraints, reason) => {
    expect(checkConstraints(real, constraints)).toContainEqual(expect.objectContaining({ reason }));
  });

  it('that no row meets leave nothing to learn from', () => {
    const fit = () =>
      constrainedGenerator(treeGenerator).fit({
        table: real,
        plan: modelAll(real),
        settings: {
          inner: treeGenerator.defaults,
          constraints: [{ kind: 'range', column: 'post', min: 100 }],
        },
        seed: 1,
      });
    expect(fit).toThrow('no fit row satisfies the constraints');
  });
});
