import { runStatus } from '@assay/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { command, query } from '../frame/command.ts';
import { listEvents } from '../ledger/list-events.ts';
import { importCsv } from '../testing/import-csv.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { exportRunRows } from './export-run-rows.ts';

const ROWS = 100_000;
const NOTES = ['plain', 'a, comma', 'a "quote"', '=1+1', "'=kept", 'ünïcode'];
const header = 'id,amount,day,open,note,code\n';
/** One row as it is meant: a whole number, a decimal with gaps, a date, a boolean, a text with traps, a large number. */
const rowOf = (i: number) => ({
  id: i,
  amount: i % 7 === 0 ? null : i / 4 + 0.125,
  day: `2024-${String((i % 12) + 1).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')}`,
  open: i % 2 === 0,
  note: NOTES[i % NOTES.length] ?? '',
  code: `9007199254${740000 + (i % 1000)}`,
});
const quoted = (text: string) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const csvOf = (note: (text: string) => string) =>
  header +
  Array.from({ length: ROWS }, (_, i) => {
    const row = rowOf(i);
    return `${row.id},${row.amount ?? ''},${row.day},${row.open},${quoted(note(row.note))},${row.code}\n`;
  }).join('');

let test: TestDeps;
let owner: UserActor;
let projectId: string;
let runId: string;
beforeAll(async () => {
  test = await createTestDeps();
  ({ owner } = await test.organisation());
  projectId = await test.project(owner);
  runId = await runOf((await importCsv(test, owner, { projectId, csv: csvOf((text) => text) })).versionId);
}, 240_000);
afterAll(() => test.close());

/** A run whose rows are those of an imported version. */
async function runOf(versionId: string): Promise<string> {
  const { deps } = test;
  const id = deps.ids.next();
  await command(deps, owner, async ({ t, record }) => {
    const version = await t.sources.version(versionId);
    await t.runs.create({
      id,
      projectId,
      kind: 'full',
      name: 'Rows',
      seed: 'test',
      policyRef: 'balanced',
      createdBy: owner.userId,
      ...(version?.manifest ? { manifest: version.manifest } : {}),
    });
    await t.runs.move(id, ['QUEUED'], { status: runStatus.enum.GENERATED });
    await record({ action: 'test.made', object: { type: 'run', id }, projectId });
  });
  return id;
}

async function bytesOf(of: string, format: 'csv' | 'jsonl' | 'parquet'): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of exportRunRows(test.deps, owner, { runId: of, format, predicate: { op: 'true' } }))
    parts.push(part);
  // Streamed, not made whole: no part holds more than a small share of the rows.
  expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(1 << 20);
  if (format !== 'parquet') expect(parts.length).toBeGreaterThan(10);
  return Buffer.concat(parts);
}

it('is, as CSV, every row in order, with formulas made harmless and nothing else changed', async () => {
  const safe = (text: string) => (text.startsWith('=') || text.startsWith("'=") ? `'${text}` : text);
  expect((await bytesOf(runId, 'csv')).toString()).toBe(csvOf(safe));
}, 120_000);

it('is, as JSON lines, every row in order with its types', async () => {
  const lines = (await bytesOf(runId, 'jsonl')).toString().trimEnd().split('\n');
  expect(lines).toHaveLength(ROWS);
  const wrong = lines.findIndex((line, i) => {
    const { code, ...row } = rowOf(i);
    // Beyond 2^53 a whole number is text, so that no reader rounds it.
    const safe = Number.isSafeInteger(Number(code));
    return line !== JSON.stringify({ ...row, code: safe ? Number(code) : code });
  });
  expect([wrong, lines[wrong]]).toEqual([-1, undefined]);
}, 120_000);

it('is, as Parquet, the same table once it is read again', async () => {
  const parquet = await bytesOf(runId, 'parquet');
  const again = await importCsv(test, owner, { projectId, csv: parquet, fileName: 'rows.parquet' });
  const second = await runOf(again.versionId);
  expect((await bytesOf(second, 'jsonl')).equals(await bytesOf(runId, 'jsonl'))).toBe(true);
}, 240_000);

it('keeps to a filter, and is on record before the first byte', async () => {
  const { deps } = test;
  const filtered = exportRunRows(deps, owner, {
    runId,
    format: 'csv',
    predicate: { op: 'compare', column: 'id', comparator: '<', value: 3 },
  });
  const first = await filtered.next();
  const { events } = await listEvents(deps, owner, {
    objectType: 'run',
    objectId: runId,
    limit: 1,
    before: null,
  });
  expect(events[0]).toMatchObject({ action: 'run.rows-exported' });
  let text = Buffer.from(first.value ?? []).toString();
  for await (const part of filtered) text += Buffer.from(part).toString();
  expect(text.trimEnd().split('\n')).toHaveLength(4);
  const nothing = exportRunRows(deps, owner, {
    runId,
    format: 'csv',
    predicate: { op: 'compare', column: 'nowhere', comparator: '<', value: 3 },
  });
  await expect(nothing.next()).rejects.toMatchObject({ code: 'bad-input' });
});

it('leaves no file behind when whoever downloads goes away', async () => {
  const { readdir } = await import('node:fs/promises');
  const folder = `${test.deps.workDir}/../duck`;
  const before = (await readdir(folder)).filter((name) => name.startsWith('export-'));
  const rows = exportRunRows(test.deps, owner, { runId, format: 'parquet', predicate: { op: 'true' } });
  await rows.next();
  await rows.return(undefined);
  expect((await readdir(folder)).filter((name) => name.startsWith('export-'))).toEqual(before);
  await query(test.deps, owner, (t) => t.runs.get(runId));
});
