import type { VersionTable } from '@assay/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDeps, type TestDeps } from '../testing/test-deps.ts';
import { type Entry, readEntries, storeEntries, streamEntries } from './version-entries.ts';

const { signal } = new AbortController();
let test: TestDeps;
let orgId: string;
beforeAll(async () => {
  test = await createTestDeps();
  ({ orgId } = await test.organisation());
}, 120_000);
afterAll(() => test.close());

const entry = (run: number, row: number, id = 'label', text = `${run} ${row} ${id}`): Entry => ({
  run,
  row,
  id,
  text,
});

/** What stands after each of these, stored as changes of the one before. */
async function store(steps: readonly (readonly Entry[])[]): Promise<VersionTable> {
  let before: Parameters<typeof storeEntries>[3] = null;
  for (const entries of steps) {
    const { table } = await storeEntries(test.deps, orgId, entries, before, signal);
    before = { table, entries };
  }
  return before?.table ?? expect.fail('nothing was stored');
}

it('reads rows in order after changes at the beginning, between, at the end, and taken back', async () => {
  const base = [1, 2].flatMap((run) => Array.from({ length: 100 }, (_, row) => entry(run, 2 * row + 1)));
  const first = [
    entry(1, 0),
    ...base.slice(0, 50),
    entry(1, 101, 'label', 'a newer text'),
    entry(1, 101, 'other'),
    ...base.slice(52, 199),
    entry(2, 199, 'z'),
    entry(3, 0),
  ];
  const second = [...base.slice(0, 50), entry(1, 100), ...first.slice(51, -2), entry(3, 0, 'label', 'again')];
  const table = await store([base, first, second]);
  expect(table.deltas).toHaveLength(2);
  expect(await readEntries(test.deps, table, 'the rows')).toEqual(second);
}, 60_000);

it('gives what is there first before it has read the rest, and nothing of nothing', async () => {
  const table = await store([Array.from({ length: 5000 }, (_, row) => entry(1, row))]);
  for await (const each of streamEntries(test.deps, table, 'the rows')) {
    expect(each[0]).toEqual(entry(1, 0));
    expect(each.length).toBeLessThan(5000);
    break;
  }
  const nothing = { rows: 0, base: [], deltas: [] };
  expect(await readEntries(test.deps, nothing, 'the rows')).toEqual([]);
}, 60_000);
