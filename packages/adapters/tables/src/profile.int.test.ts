import { tableDrift, tableProfile } from '@assay/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, openBench } from './import-testing.ts';
import type { TableReader } from './reader.ts';

let bench: Bench;
const readers: TableReader[] = [];
beforeAll(async () => {
  bench = await openBench();
});
afterAll(async () => {
  for (const reader of readers) await reader.close();
  await bench.close();
});

async function read(text: string): Promise<TableReader> {
  const staged = await bench.stage(text);
  const reader = await bench.tables.open((await bench.commit(staged)).manifest, bench.localPathOf);
  readers.push(reader);
  return reader;
}

const options = () => ({ signal: new AbortController().signal, onProgress: () => {} });

describe('profile', () => {
  it('counts, measures and relates exactly', async () => {
    const lines = ['code,group,half,x,y,day,const,void,cost'];
    for (let i = 0; i < 1000; i++) {
      const day = new Date(Date.UTC(2020, 0, 1 + (i % 50) + (i % 50 >= 25 ? 100 : 0)))
        .toISOString()
        .slice(0, 10);
      const group = i < 10 ? 'rare' : i % 2 === 0 ? 'a' : 'b';
      lines.push(
        `k${i},${group},h${i % 2},${i === 5 ? 'inf' : i + 0.5},${2 * i},${day},c,,${i % 10 === 0 ? i + 1 : 0}`,
      );
    }
    const reader = await read(`${[...lines, lines[500], lines[500], lines[501]].join('\n')}\n`);
    const profile = tableProfile.parse(await bench.tables.profile(reader, options()));
    const column = (name: string) => profile.columns.find((entry) => entry.name === name);
    expect(profile).toMatchObject({ rows: 1003, duplicateRows: 3, duplicateGroups: 2, pairRows: 1003 });
    expect(column('code')).toMatchObject({ distinct: 1000, nearKey: true, missing: 0 });
    expect(column('group')).toMatchObject({ distinct: 3, rare: { categories: 1, rows: 10 } });
    expect(column('group')?.top[0]).toEqual({ value: 'b', count: 497 });
    expect(column('const')).toMatchObject({ constant: true });
    expect(column('void')).toMatchObject({ missing: 1003, distinct: 0, constant: false });
    expect(column('x')?.numeric).toMatchObject({
      finite: 1002,
      infinities: { positive: 1, negative: 0 },
      min: 0.5,
      max: 999.5,
    });
    expect(column('cost')?.numeric).toMatchObject({ zeroInflated: true, zeros: 902 });
    expect(column('cost')?.numeric?.outliers).toMatchObject({ low: 0, high: 0, below: 0, above: 101 });
    expect(column('day')?.datetime).toMatchObject({
      min: '2020-01-01',
      max: '2020-05-29',
      days: 50,
      gaps: [{ after: '2020-01-25', before: '2020-05-05', days: 100 }],
    });
    const pair = (left: string, right: string, measure: string) =>
      profile.pairs.find(
        (entry) =>
          entry.measure === measure &&
          [entry.left, entry.right].sort().join() === [left, right].sort().join(),
      );
    expect(pair('x', 'y', 'pearson')?.value).toBeCloseTo(1, 12);
    expect(pair('x', 'y', 'spearman')).toMatchObject({ n: 1002 });
    // group decides half except for the ten rare rows.
    expect(pair('group', 'half', 'cramers-v-corrected')?.value).toBeGreaterThan(0.98);
    expect(pair('half', 'y', 'correlation-ratio')?.value).toBeLessThan(0.01);
    expect(column('y')?.numeric?.histogram?.counts.reduce((sum, count) => sum + count, 0)).toBe(1003);
  });

  it('gives the same profile twice', async () => {
    const reader = await read(
      `a,b\n${Array.from({ length: 5000 }, (_, i) => `${Math.sin(i)},v${i % 7}`).join('\n')}\n`,
    );
    const first = await bench.tables.profile(reader, options());
    expect(await bench.tables.profile(reader, options())).toEqual(first);
  });

  it('profiles a table without rows', async () => {
    const profile = tableProfile.parse(await bench.tables.profile(await read('a,b\n'), options()));
    expect(profile).toMatchObject({ rows: 0, duplicateRows: 0, pairs: [] });
  });

  it('profiles a wide table in memory as a narrow one in SQL', async () => {
    const cells = (r: number): string[] => [
      `k${r % 7}`,
      r % 9 === 0 ? '' : String((r * 37) % 101),
      String(r / 8),
      `2021-0${1 + (r % 3)}-1${r % 9}`,
      r % 2 === 0 ? 'true' : 'false',
    ];
    const names = ['kind', 'n', 'x', 'day', 'flag'];
    const filler = Array.from({ length: 200 }, (_, c) => `f${c}`);
    const rows = Array.from({ length: 60 }, (_, r) => cells(r));
    const narrow = await read([names, ...rows].map((row) => row.join(',')).join('\n'));
    const wide = await read(
      [[...names, ...filler], ...rows.map((row) => [...row, ...filler.map(() => '1')])]
        .map((row) => row.join(','))
        .join('\n'),
    );
    const expected = (await bench.tables.profile(narrow, options())).columns;
    const found = await bench.tables.profile(wide, options());
    const roles = expected.map(({ role: _, ...rest }) => rest);
    expect(found.columns.slice(0, 5).map(({ role: _, ...rest }) => rest)).toEqual(roles);
  });

  it('stops when it is aborted', async () => {
    const reader = await read(`a\n${Array.from({ length: 100 }, (_, i) => i).join('\n')}\n`);
    const controller = new AbortController();
    const run = bench.tables.profile(reader, {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(run).rejects.toThrow(/abort/i);
  });
});

describe('drift', () => {
  it('measures what changed, column by column', async () => {
    const table = (shift: number, extra: string, kind: (i: number) => string): string =>
      `x,kind,same,${extra}\n${Array.from({ length: 1000 }, (_, i) => `${i + shift + 0.5},${kind(i)},${i % 5 === 0 && shift > 0 ? '' : i % 3},t`).join('\n')}\n`;
    const before = await read(table(0, 'old', (i) => (i % 2 === 0 ? 'a' : 'b')));
    const after = await read(table(500, 'fresh', (i) => (i % 2 === 0 ? 'a' : 'c')));
    const drift = tableDrift.parse(await bench.tables.drift(before, after, options()));
    const column = (name: string) => drift.columns.find((entry) => entry.name === name);
    expect(column('x')).toMatchObject({ change: 'kept', ks: { statistic: 0.5 } });
    expect(column('x')?.psi).toBeGreaterThan(0.25);
    expect(column('kind')).toMatchObject({
      tvd: 0.5,
      newCategories: [{ value: 'c', count: 500 }],
      vanishedCategories: [{ value: 'b', count: 500 }],
    });
    expect(column('same')).toMatchObject({
      missingBefore: { count: 0, total: 1000 },
      missingAfter: { count: 200, total: 1000 },
    });
    expect(column('old')).toMatchObject({ change: 'removed', after: null });
    expect(column('fresh')).toMatchObject({ change: 'added', before: null });
  });

  it('finds nothing between a table and itself', async () => {
    const reader = await read(
      `x,k\n${Array.from({ length: 300 }, (_, i) => `${i * 1.5},k${i % 4}`).join('\n')}\n`,
    );
    const drift = await bench.tables.drift(reader, reader, options());
    expect(
      drift.columns.map(({ change, ks, psi, tvd }) => ({ change, ks: ks?.statistic ?? null, psi, tvd })),
    ).toEqual([
      { change: 'kept', ks: 0, psi: 0, tvd: null },
      { change: 'kept', ks: null, psi: 0, tvd: 0 },
    ]);
  });
});
