import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { columnSpec, personalDataKind, tableProfile } from '@assay/contracts';
import { eventually, tempDirectory } from '@assay/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ran, startAssay } from './run-assay.testing.ts';

const folder = tempDirectory();
const temp = tempDirectory();
const cwd = folder.path;
const where = { cwd, temp: temp.path };
const assay = (...args: string[]): Promise<Ran> => startAssay(args, where).ended;

const ROWS = 400;
const PEOPLE = `id,mail,city,amount,note\n${Array.from(
  { length: ROWS },
  (_, row) =>
    `${row},person${row}@example.com,${row % 3 === 0 ? 'Oslo' : 'Bergen'},${row % 7 === 0 ? '' : row * 1.5},"=SUM(A${row % 5}:A9)"`,
).join('\n')}\n`;

beforeAll(() => {
  writeFileSync(join(cwd, 'people.csv'), PEOPLE);
  writeFileSync(join(cwd, 'empty.csv'), '');
  // The first bytes of a zip archive.
  writeFileSync(join(cwd, 'zip.csv'), Buffer.from('504b030414000000080000002100', 'hex'));
  writeFileSync(join(cwd, 'semicolons.txt'), 'a;b\n1;x\n-99;y\n3;z\n');
  mkdirSync(join(cwd, 'folder'));
});
afterAll(() => {
  folder.remove();
  temp.remove();
});

/** What is in the folder and was not put there by the tests, and what is left of temporary files. */
const leftovers = () => [
  ...readdirSync(cwd).filter((name) => name.includes('.part')),
  // tsx keeps its own cache in the temporary folder.
  ...readdirSync(temp.path).filter((name) => name.startsWith('assay-')),
];

describe('assay', () => {
  it('helps with everything, with examples', async () => {
    for (const args of [
      ['--help'],
      ['ledger', '--help'],
      ['profile', '--help'],
      ['ledger', 'verify', '--help'],
      ['ledger', 'page', '--help'],
      ['ledger', 'export', '--help'],
    ]) {
      const { code, out, err } = await assay(...args);
      expect([args, code, err]).toEqual([args, 0, '']);
      expect(out).toMatch(/^Usage: assay/);
      expect(out).toMatch(/assay/);
      if (args.length > 1) expect(out).toMatch(/Examples?:\n {2}.*assay/);
    }
  });

  it.each([
    [['bogus'], /There is no command "bogus": see "assay --help"/],
    [['ledger', 'bogus'], /There is no command "ledger bogus"/],
    [['ledger'], /"ledger" needs a command/],
    [['constructor'], /There is no command "constructor"/],
    [['profile'], /The flag --input is missing/],
    [['profile', '--bogus'], /Unknown option '--bogus'/],
    [['profile', '--input'], /argument missing/],
    [['profile', '--input', 'people.csv', 'extra'], /an argument too many: "extra"/],
    [['profile', '--input', 'people.csv', '--input', 'people.csv'], /--input is given twice/],
    [['profile', '--input', 'none.csv'], /none\.csv cannot be read: there is no such file/],
    [['profile', '--input', 'folder'], /folder cannot be read: it is a folder/],
    [['profile', '--input', 'empty.csv'], /empty\.csv is empty/],
    [['profile', '--input', 'zip.csv'], /zip/i],
    [['profile', '--input', 'people.csv', '--delimiter', ';;'], /--delimiter takes one character/],
    [['profile', '--input', 'people.csv', '--encoding', 'klingon'], /--encoding takes utf-8/],
    [['profile', '--input', 'people.csv', '--skip-lines', '-1'], /--skip-lines/],
    [['profile', '--input', 'people.csv', '--json', 'folder'], /folder cannot be written: it is a folder/],
    [['profile', '--input', 'people.csv', '--json', 'none/out.json'], /cannot be written: there is no such/],
    [['profile', '--input', 'people.csv', '--json', 'people.csv'], /would replace the table/],
    [['profile', '--input', 'people.csv', '--json', './folder/../people.csv'], /would replace the table/],
    [['ledger', 'verify'], /The file to verify is missing/],
    [['ledger', 'verify', 'people.csv'], /The flag --key is missing/],
    [['ledger', 'page'], /The flag --output is missing/],
    [['ledger', 'export', '--output', 'log.jsonl', '--url', 'http://localhost:1'], /ASSAY_API_KEY/],
  ])('refuses %j with one sentence and 2', async (args, message) => {
    const { code, out, err } = await assay(...args);
    expect([code, out]).toEqual([2, '']);
    const lines = err.split('\n').filter((line) => !/^[A-Z][a-z ]+( \.\.\.|: \d+%)$/.test(line));
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(message);
    expect(leftovers()).toEqual([]);
    expect(readFileSync(join(cwd, 'people.csv'), 'utf8')).toBe(PEOPLE);
  });
});

describe('assay profile', () => {
  it('writes a documented JSON, without values of columns with personal data', async () => {
    const { code, out, err } = await assay('profile', '--input', 'people.csv', '--json', 'out.json');
    expect([code, out]).toEqual([0, 'out.json\n']);
    expect(err).toMatch(/^Reading \.\.\.\n/);
    const text = readFileSync(join(cwd, 'out.json'), 'utf8');
    const document = JSON.parse(text);
    expect(document).toMatchObject({
      type: 'assay.cli-profile',
      version: 1,
      input: { file: 'people.csv', bytes: PEOPLE.length },
      rows: ROWS,
      rejected: { count: 0, first: [] },
    });
    expect(document.input.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(tableProfile.parse(document.profile)).toEqual(document.profile);
    for (const column of document.columns) columnSpec.omit({ index: true }).parse(column);
    const masked = document.columns.filter((column: { masked: boolean }) => column.masked);
    expect(masked.map((column: { name: string }) => column.name)).toEqual(['mail']);
    expect(document.findings).toMatchObject([
      { column: 'mail', kind: 'email', matched: ROWS, scanned: ROWS },
    ]);
    for (const finding of document.findings) personalDataKind.parse(finding.kind);
    expect(text).not.toContain('@example.com');
    expect(leftovers()).toEqual([]);
  });

  it('prints the same JSON with --json - and nothing else', async () => {
    const { code, out } = await assay('profile', '--input', 'people.csv', '--json', '-');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8')));
  });

  it('keeps a formula as the text that it is, where no spreadsheet runs it', async () => {
    const document = JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8'));
    const note = document.profile.columns.find((column: { name: string }) => column.name === 'note');
    expect(note.top).toHaveLength(5);
    expect(note.top[0]).toEqual({ value: '=SUM(A0:A9)', count: 80 });
  });

  it('prints a summary for people', async () => {
    const fromSource = { ...where, fromSource: true };
    const { code, out } = await startAssay(['profile', '--input', 'people.csv'], fromSource).ended;
    expect(code).toBe(0);
    expect(out).toMatch(/^people\.csv: 400 rows, 5 columns \(csv, utf-8, delimiter ,\)\n/);
    expect(out).toMatch(/\nmail .* 400 {3}personal data\n/);
    expect(out).toContain('mail: email (400 of 400 values)');
    expect(out).not.toContain('@');
  });

  it('takes corrections of the dialect', async () => {
    const flags = ['--delimiter', ';', '--missing', '-99', '--encoding', 'windows-1252'];
    const { code, out } = await assay('profile', '--input', 'semicolons.txt', '--json', '-', ...flags);
    expect(code).toBe(0);
    const document = JSON.parse(out);
    expect(document.dialect).toMatchObject({
      delimiter: ';',
      encoding: 'windows-1252',
      missing: ['', '-99'],
    });
    expect(document.profile.columns).toMatchObject([
      { name: 'a', missing: 1, distinct: 2 },
      { name: 'b', missing: 0, distinct: 3 },
    ]);
    const headless = await assay('profile', '--input', 'semicolons.txt', '--json', '-', '--no-header');
    expect(JSON.parse(headless.out).rows).toBe(4);
  });

  it('writes a large result whole', async () => {
    const names = Array.from({ length: 400 }, (_, column) => `column_${column}`);
    const row = (at: number) => names.map((_, column) => (at * 31 + column * 7) % 97).join(',');
    const table = [names.join(','), ...Array.from({ length: 60 }, (_, at) => row(at))].join('\n');
    writeFileSync(join(cwd, 'wide.csv'), `${table}\n`);
    const { code, out } = await assay('profile', '--input', 'wide.csv', '--json', '-');
    expect(code).toBe(0);
    expect(out.length).toBeGreaterThan(500_000);
    const document = JSON.parse(out);
    expect(document.columns).toHaveLength(400);
    expect(tableProfile.parse(document.profile)).toEqual(document.profile);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('leaves nothing behind on %s', async (signal) => {
    const line = `${'12345,abcdef,2024-01-01,3.25,some more text here\n'.repeat(1000)}`;
    writeFileSync(join(cwd, 'long.csv'), `a,b,c,d,e\n${line.repeat(400)}`);
    const { child, ended, said } = startAssay(
      ['profile', '--input', 'long.csv', '--json', 'long.json'],
      where,
    );
    await eventually(async () => expect(said()).toMatch(/Reading: \d+%/), { timeout: 30_000 });
    expect(leftovers()).toHaveLength(2);
    child.kill(signal);
    const { code, out, err } = await ended;
    expect([code, out]).toEqual([130, '']);
    expect(err).toContain('Stopped; nothing was left behind.\n');
    expect(leftovers()).toEqual([]);
    expect(readdirSync(cwd)).not.toContain('long.json');
  });
});

describe('assay ledger', () => {
  it('writes the page that verifies offline', async () => {
    for (const fromSource of [true, false]) {
      const output = `verify-${fromSource}.html`;
      const started = startAssay(['ledger', 'page', '--output', output], { ...where, fromSource });
      const { code, out } = await started.ended;
      expect([code, out]).toEqual([0, `${output}\n`]);
      expect(readFileSync(join(cwd, output), 'utf8')).toMatch(/^<!doctype html>/);
    }
  });
});
