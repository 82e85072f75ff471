import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE_KEY, sampleExport } from './sample-export.fixture.ts';
import { type VerifyArguments, verifyCommand } from './verify-command.ts';

let folder = '';
let text = '';
const path = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-verify-'));
  text = await sampleExport(600);
  await writeFile(path('good.jsonl'), text);
  await writeFile(path('changed.jsonl'), text.replace('labelled', 'deleted'));
  await writeFile(path('ledger.key'), `${SAMPLE_KEY}\n`);
  await writeFile(path('not.key'), 'no key');
  await mkdir(path('folder'));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(input: VerifyArguments) {
  const written = { out: '', err: '' };
  const code = await verifyCommand(input, {
    stdout: { write: (part) => (written.out += part) },
    stderr: { write: (part) => (written.err += part) },
  });
  return { code, ...written };
}

describe('assay ledger verify', () => {
  it('exits 0 for a good file, with the key given or in a file', async () => {
    for (const key of [SAMPLE_KEY, path('ledger.key')]) {
      const { code, out, err } = await run({ file: path('good.jsonl'), key });
      expect(code).toBe(0);
      expect(out).toMatch(/^VERIFIED: the log is complete/);
      expect(out).toContain('600 read, 600 proven, 0 destroyed');
      expect(err).toMatch(/^(Verifying .*: [1-9]0% read\n)+$/);
    }
  });

  it('exits 1 for a changed file and names the entry', async () => {
    const { code, out } = await run({ file: path('changed.jsonl'), key: SAMPLE_KEY });
    expect(code).toBe(1);
    expect(out).toContain(
      'line 2: Entry 0 was changed: its payload does not match its commitment. [entry-changed]',
    );
    expect(out).toContain('DOES NOT VERIFY: 2 problems found.');
  });

  it('prints a versioned report with --json and nothing else on stdout', async () => {
    const { code, out } = await run({ file: path('changed.jsonl'), key: SAMPLE_KEY, json: true });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      type: 'assay.ledger-verification',
      version: 1,
      verified: false,
      problemCount: 2,
      checked: { entries: 600 },
    });
  });

  it.each([
    ['a missing file', 'none.jsonl', SAMPLE_KEY, /none\.jsonl cannot be read: there is no such file/],
    ['a folder', 'folder', SAMPLE_KEY, /cannot be read: it is a folder/],
    ['a key that is none', 'good.jsonl', 'no-key', /neither a verifier key nor a file.*name\+keyid\+base64/],
    ['a damaged key', 'good.jsonl', SAMPLE_KEY.replace('+e8', '+e9'), /its key id does not match/],
  ])('exits 2 with one sentence for %s', async (_, file, key, message) => {
    const { code, out, err } = await run({ file: path(file), key });
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(message);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  it('exits 2 for a key file without a key', async () => {
    const { code, err } = await run({ file: path('good.jsonl'), key: path('not.key') });
    expect(code).toBe(2);
    expect(err).toContain('does not hold a verifier key');
  });
});
