import type { Literal, PhysicalType, Predicate } from '@assay/contracts';
import { type Cell, compilePredicate, compileToSql, type PredicateColumn } from '@assay/domain';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';

const soak = process.env.ASSAY_SOAK ? 100 : 1;

const COLUMNS: PredicateColumn[] = [
  { name: 't', physical: 'VARCHAR' },
  { name: 'other "t"', physical: 'VARCHAR' },
  { name: 'i', physical: 'BIGINT' },
  { name: 'j', physical: 'BIGINT' },
  { name: 'd', physical: 'DOUBLE' },
  { name: 'b', physical: 'BOOLEAN' },
  { name: 'day', physical: 'DATE' },
  { name: 'at', physical: 'TIMESTAMP' },
  { name: 'zoned', physical: 'TIMESTAMPTZ' },
];

const TEXTS = [
  '',
  'a',
  'A',
  'ab',
  'Straße',
  'STRASSE',
  'ÉCOLE',
  'école',
  '100%',
  '1_0',
  'İ',
  'ΑΣ',
  '😀',
  '\uffee',
  "o'x",
  '2',
];
const INTEGERS = ['0', '-1', '2', '100', '9007199254740993', '9223372036854775807', '-9223372036854775808'];
const DOUBLES = [0, -0, 1.5, 2, -3.25, 1e300, 0.1, 9007199254740992, Infinity, -Infinity, NaN];
const DAYS = ['1960-02-29', '2024-01-01', '1999-12-31', '0001-01-01'];
const TIMES = [
  '2024-01-01 00:00:00',
  '2024-01-01 00:00:00.000001',
  '1969-12-31 23:59:59.999999',
  '2024-01-01 12:30:00',
];
const VALUES: Record<PhysicalType, readonly Exclude<Cell, null>[]> = {
  VARCHAR: TEXTS,
  BIGINT: INTEGERS,
  DOUBLE: DOUBLES,
  BOOLEAN: [true, false],
  DATE: DAYS,
  TIMESTAMP: TIMES,
  TIMESTAMPTZ: TIMES.map((time) => `${time}+00`),
};
/** Other ways to write literals that fit the type. */
const LITERALS: Record<PhysicalType, readonly Literal[]> = {
  VARCHAR: [...TEXTS, 2],
  BIGINT: [...INTEGERS, 2, 0.5, 1.5, '1.50', '9223372036854775808', 1e300],
  DOUBLE: [...DOUBLES.filter(Number.isFinite), 'inf', '-infinity', '0.10', '9007199254740993'],
  BOOLEAN: [true, false, 'Yes', 0],
  DATE: [...DAYS, ...TIMES, '2024-01-01T02:00+02:00'],
  TIMESTAMP: [...DAYS, ...TIMES, '2024-01-01T02:00+02:00', '2023-12-31T19:00:00-0500'],
  TIMESTAMPTZ: [...DAYS, ...TIMES, '2024-01-01T02:00+02', '2024-01-01T00:00Z'],
};

type Row = Record<string, Cell>;

let instance: DuckDBInstance;
let connection: DuckDBConnection;

beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");
  const fields = COLUMNS.map(({ name, physical }) => `"${name.replaceAll('"', '""')}" ${physical}`).join(
    ', ',
  );
  await connection.run(`CREATE TABLE rows (${fields}, __row BIGINT)`);
});

afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

const cell = ({ physical }: PredicateColumn): fc.Arbitrary<Cell> =>
  fc.option(fc.constantFrom(...VALUES[physical]), { freq: 5, nil: null });
const row: fc.Arbitrary<Row> = fc.record(
  Object.fromEntries(COLUMNS.map((column) => [column.name, cell(column)])),
);

const comparator = fc.constantFrom(
  '=' as const,
  '!=' as const,
  '<' as const,
  '<=' as const,
  '>' as const,
  '>=' as const,
);
const onColumn = (
  build: (column: PredicateColumn, literal: fc.Arbitrary<Literal>) => fc.Arbitrary<Predicate>,
) =>
  fc.constantFrom(...COLUMNS).chain((column) => build(column, fc.constantFrom(...LITERALS[column.physical])));
const pair = fc.constantFrom(
  ['t', 'other "t"'] as const,
  ['i', 'j'] as const,
  ['i', 'd'] as const,
  ['d', 'j'] as const,
  ['day', 'at'] as const,
  ['at', 'zoned'] as const,
  ['zoned', 'day'] as const,
  ['b', 'b'] as const,
);

const { predicate } = fc.letrec<{ predicate: Predicate }>((tie) => ({
  predicate: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    onColumn(({ name }, value) =>
      fc.record({ op: fc.constant('compare' as const), column: fc.constant(name), comparator, value }),
    ),
    onColumn(({ name }, value) =>
      fc.record({
        op: fc.constant('in' as const),
        column: fc.constant(name),
        values: fc.array(value, { maxLength: 4 }),
      }),
    ),
    onColumn(({ name }, value) =>
      fc.record({ op: fc.constant('between' as const), column: fc.constant(name), low: value, high: value }),
    ),
    onColumn(({ name }) => fc.constant({ op: 'missing' as const, column: name })),
    fc
      .tuple(pair, comparator)
      .map(([[left, right], comparator]) => ({ op: 'compare-columns' as const, left, comparator, right })),
    fc.record({
      op: fc.constantFrom('contains' as const, 'starts-with' as const, 'ends-with' as const),
      column: fc.constantFrom('t', 'other "t"', 'i'),
      text: fc.constantFrom(...TEXTS, '%', '_', 'ß', 'é', 'Σ', 'σ', '0'),
      matchCase: fc.boolean(),
    }),
    fc.constant({ op: 'true' as const }),
    fc.record({
      op: fc.constantFrom('and' as const, 'or' as const),
      args: fc.array(tie('predicate'), { maxLength: 3 }),
    }),
    fc.record({ op: fc.constant('not' as const), arg: tie('predicate') }),
  ),
}));

async function load(rows: readonly Row[]): Promise<void> {
  await connection.run('DELETE FROM rows');
  const params: (string | null)[] = [];
  const tuples = rows.map((values, index) => {
    const cells = COLUMNS.map(({ name, physical }) => {
      const value = values[name] ?? null;
      params.push(value === null ? null : Object.is(value, -0) ? '-0' : String(value));
      return `CAST($${params.length} AS ${physical})`;
    });
    return `(${cells.join(', ')}, ${index})`;
  });
  await connection.run(`INSERT INTO rows VALUES ${tuples.join(', ')}`, params);
}

test('DuckDB decides every predicate as evaluate does, unknown included', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 12 }),
      fc.array(predicate, { minLength: 1, maxLength: 20 }),
      async (rows, predicates) => {
        await load(rows);
        for (const asked of predicates) {
          const { sql, params } = compileToSql(asked, COLUMNS);
          const result = await connection.runAndReadAll(`SELECT ${sql} FROM rows ORDER BY __row`, [
            ...params,
          ]);
          const decide = compilePredicate(asked, COLUMNS);
          expect(
            result.getRows().map(([truth]) => truth),
            sql,
          ).toEqual(rows.map(decide));
        }
      },
    ),
    { numRuns: 60 * soak },
  );
});
