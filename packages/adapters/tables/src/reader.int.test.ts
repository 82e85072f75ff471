import type { ColumnSpec, Predicate } from '@assay/contracts';
import { evaluate } from '@assay/domain';
import { unescapeFormula } from '@assay/formats';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, openBench } from './import-testing.ts';
import type { TableReader } from './reader.ts';

const soak = process.env.ASSAY_SOAK === '1' ? 100 : 1;
let bench: Bench;
let reader: TableReader;

const ROWS = 70_000;
const name = (i: number): string => (i % 10 === 3 ? '' : `n${i % 97}`);
const number = (i: number): string => (i % 13 === 0 ? '' : String((i * 37) % 1000));

beforeAll(async () => {
  bench = await openBench();
  const lines = ['id,name,n,x,day,at,flag,note'];
  for (let i = 0; i < ROWS; i++) {
    const day = `2021-0${1 + (i % 9)}-1${i % 9}`;
    lines.push(
      `${9007199254740000n + BigInt(i)},${name(i)},${number(i)},${i / 8},${day},${day}T10:00:0${i % 10}Z,${i % 2 === 0},"=f(${i % 5}), ""q"""`,
    );
  }
  const staged = await bench.stage(`${lines.join('\n')}\n`);
  const done = await bench.commit(staged);
  reader = await bench.tables.open(done.manifest, bench.localPathOf);
});
afterAll(async () => {
  await reader.close();
  await bench.close();
});

async function collect(stream: AsyncGenerator<Uint8Array>): Promise<Buffer> {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

describe('page', () => {
  it('gives typed cells in file order with the total', async () => {
    const page = await reader.page({ limit: 2 });
    expect(page.total).toBe(ROWS);
    expect(page.rows).toEqual([
      {
        row: 0,
        cells: [9007199254740000, 'n0', null, 0, '2021-01-10', '2021-01-10T10:00:00Z', true, '=f(0), "q"'],
      },
      {
        row: 1,
        cells: [9007199254740001, 'n1', 37, 0.125, '2021-02-11', '2021-02-11T10:00:01Z', false, '=f(1), "q"'],
      },
    ]);
  });

  it.each([
    ['ascending', 'asc'],
    ['descending', 'desc'],
  ] as const)('walks every row once by key, %s, missing last', async (_, direction) => {
    const predicate: Predicate = { op: 'compare', column: 'x', comparator: '<', value: 300 };
    const seen: { row: number; n: unknown }[] = [];
    let after: Parameters<TableReader['page']>[0]['after'];
    for (;;) {
      const page = await reader.page({
        predicate,
        sort: [
          { column: 'n', direction },
          { column: 'flag', direction: 'desc' },
        ],
        columns: ['n'],
        limit: 500,
        ...(after === undefined ? {} : { after }),
      });
      expect(page.total).toBe(2400);
      seen.push(...page.rows.map((row) => ({ row: row.row, n: row.cells[0] })));
      if (page.next === null) break;
      after = page.next;
    }
    expect(new Set(seen.map((row) => row.row)).size).toBe(2400);
    const numbers = seen.map((row) => row.n).filter((value) => value !== null) as number[];
    expect(numbers).toEqual([...numbers].sort((a, b) => (direction === 'asc' ? a - b : b - a)));
    expect(seen.slice(numbers.length).every((row) => row.n === null)).toBe(true);
  });

  it('goes to an offset and finds a row by number', async () => {
    const page = await reader.page({ offset: 65_536, limit: 1 });
    expect(page.rows[0]?.row).toBe(65_536);
    expect(await reader.row(65_536)).toEqual(page.rows[0]?.cells);
    expect((await reader.row(992))?.[0]).toBe('9007199254740992');
    expect(await reader.row(ROWS)).toBeNull();
  });

  it('matches as the pure evaluator does', async () => {
    const rows = (await reader.page({ limit: 200, columns: ['name', 'n', 'x', 'day', 'flag'] })).rows;
    const columns = reader.manifest.columns.filter((spec) =>
      ['name', 'n', 'x', 'day', 'flag'].includes(spec.name),
    );
    const comparator = fc.constantFrom('=', '!=', '<', '<=', '>', '>=') as fc.Arbitrary<'=' | '<'>;
    const leaf: fc.Arbitrary<Predicate> = fc.oneof(
      fc.record({
        op: fc.constant('compare' as const),
        column: fc.constant('n'),
        comparator,
        value: fc.integer({ min: 0, max: 1000 }),
      }),
      fc.record({
        op: fc.constant('compare' as const),
        column: fc.constant('x'),
        comparator,
        value: fc.constantFrom(0.5, 3, 12.125),
      }),
      fc.record({
        op: fc.constant('compare' as const),
        column: fc.constant('day'),
        comparator,
        value: fc.constantFrom('2021-03-12', '2021-05-14'),
      }),
      fc.record({ op: fc.constant('missing' as const), column: fc.constantFrom('name', 'n') }),
      fc.record({
        op: fc.constant('contains' as const),
        column: fc.constant('name'),
        text: fc.constantFrom('1', 'N2', '%'),
        matchCase: fc.boolean(),
      }),
      fc.record({
        op: fc.constant('in' as const),
        column: fc.constant('n'),
        values: fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 1, maxLength: 5 }),
      }),
      fc.record({
        op: fc.constant('between' as const),
        column: fc.constant('n'),
        low: fc.constant(100),
        high: fc.constant(400),
      }),
      fc.record({
        op: fc.constant('compare-columns' as const),
        left: fc.constant('n'),
        comparator,
        right: fc.constant('x'),
      }),
    );
    const tree: fc.Arbitrary<Predicate> = fc.oneof(
      leaf,
      fc.record({
        op: fc.constantFrom('and' as const, 'or' as const),
        args: fc.array(leaf, { minLength: 1, maxLength: 3 }),
      }),
      leaf.map((arg): Predicate => ({ op: 'not', arg })),
    );
    await fc.assert(
      fc.asyncProperty(tree, async (predicate) => {
        const firstRows: Predicate = {
          op: 'and',
          args: [predicate, { op: 'compare', column: 'x', comparator: '<', value: 25 }],
        };
        const page = await reader.page({ predicate: firstRows, limit: 1000, columns: ['n'] });
        const expected = rows.filter(({ cells }) => {
          const row = Object.fromEntries(
            ['name', 'n', 'x', 'day', 'flag'].map((column, i) => [column, cells[i] ?? null]),
          );
          return evaluate(predicate, row, columns) === true;
        });
        expect(page.rows.map((row) => row.row)).toEqual(expected.map((row) => row.row));
      }),
      { numRuns: 40 * soak },
    );
  });
});

describe('scan, counts and statistics', () => {
  it('streams columns in row order with missing and exact integers', async () => {
    let at = 0;
    for await (const batch of reader.scan({ columns: ['id', 'n', 'name'], batch: 1000, exact: true })) {
      expect(batch.rowNumbers.length).toBeLessThanOrEqual(1000);
      for (let i = 0; i < batch.rowNumbers.length; i++, at++) {
        if (at % 1000 !== 7) continue;
        expect(batch.rowNumbers[i]).toBe(at);
        expect(batch.columns[0]?.values[i]).toBe(String(9007199254740000n + BigInt(at)));
        expect(batch.columns[1]?.values[i]).toBe(number(at) === '' ? null : number(at));
        expect(batch.columns[2]?.values[i]).toBe(name(at) === '' ? null : name(at));
      }
    }
    expect(at).toBe(ROWS);
  });

  it('counts by groups and says what a cap left out', async () => {
    const counts = await reader.countBy(['flag', 'day'], { cap: 2 });
    const all = await reader.countBy(['flag', 'day']);
    expect(all.groups.reduce((sum, group) => sum + group.count, 0)).toBe(ROWS);
    expect(counts.groups).toEqual(all.groups.slice(0, 2));
    expect(counts.rest.groups).toBe(all.groups.length - 2);
    expect(counts.rest.rows + counts.groups.reduce((sum, group) => sum + group.count, 0)).toBe(ROWS);
  });

  it('profiles one column under a predicate', async () => {
    const stats = await reader.columnStats('n', {
      op: 'compare',
      column: 'flag',
      comparator: '=',
      value: true,
    });
    const values = Array.from({ length: ROWS / 2 }, (_, i) => number(2 * i))
      .filter((text) => text !== '')
      .map(Number);
    expect(stats).toMatchObject({ rows: ROWS / 2, missing: ROWS / 2 - values.length });
    expect(stats.numeric?.mean).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / values.length, 9);
    values.sort((a, b) => a - b);
    expect(stats.numeric?.quantiles.find(({ p }) => p === 0.5)?.value).toBe(
      ((values[Math.floor((values.length - 1) / 2)] as number) +
        (values[Math.ceil((values.length - 1) / 2)] as number)) /
        2,
    );
  });

  it('overlaps operations and aborts one alone', async () => {
    const controller = new AbortController();
    const aborted = reader.page(
      { limit: 10, sort: [{ column: 'note', direction: 'asc' }] },
      controller.signal,
    );
    controller.abort();
    const [first, second] = await Promise.allSettled([aborted, reader.page({ limit: 1 })]);
    expect(first.status).toBe('rejected');
    expect(second.status).toBe('fulfilled');
  });
});

describe('export', () => {
  it('writes CSV that spreadsheets do not run and that imports as it was', async () => {
    const csv = await collect(reader.exportCsv());
    expect(csv.toString().split('\n')[1]).toContain(`"'=f(0), ""q"""`);
    const again = await bench.stage(csv);
    expect(again.rows).toBe(ROWS);
    expect(again.preview[0]?.map((cell) => (cell === null ? null : unescapeFormula(cell)))).toEqual([
      '9007199254740000',
      'n0',
      null,
      '0',
      '2021-01-10',
      '2021-01-10T10:00:00Z',
      'true',
      '=f(0), "q"',
    ]);
  });

  it('writes JSON lines with types kept, whole numbers beyond 2^53 as text', async () => {
    const lines = (await collect(reader.exportJsonLines())).toString().trimEnd().split('\n');
    expect(lines).toHaveLength(ROWS);
    const first: unknown = JSON.parse(lines[0] ?? '');
    const page = await reader.page({ limit: 1 });
    expect(first).toEqual(
      Object.fromEntries(page.columns.map((name, at) => [name, page.rows[0]?.cells[at] ?? null])),
    );
    const some = await collect(
      reader.exportJsonLines({ columns: ['n'], predicate: { op: 'missing', column: 'name' } }),
    );
    expect(some.toString().trimEnd().split('\n')).toHaveLength(ROWS / 10);
  });

  it('writes Parquet with the same types and leaves no temporary file', async () => {
    const before = await bench.left();
    const bytes = await collect(
      reader.exportParquet({ columns: ['n', 'day'], predicate: { op: 'missing', column: 'name' } }),
    );
    expect(await bench.left()).toEqual(before);
    const again = await bench.stage(bytes, { fileName: 'out.parquet' });
    expect(again.rows).toBe(ROWS / 10);
    expect(again.columns.map((spec: ColumnSpec) => [spec.name, spec.physical])).toEqual([
      ['n', 'BIGINT'],
      ['day', 'DATE'],
    ]);
  });
});
