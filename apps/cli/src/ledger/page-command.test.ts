import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageCommand } from './page-command.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-page-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(output: string) {
  const written = { out: '', err: '' };
  const code = await pageCommand(
    { output },
    {
      stdout: { write: (part) => (written.out += part) },
      stderr: { write: (part) => (written.err += part) },
    },
  );
  return { code, ...written };
}

describe('assay ledger page', () => {
  it('writes one file that has all it needs', async () => {
    const output = join(folder, 'verify.html');
    expect(await run(output)).toEqual({ code: 0, out: `${output}\n`, err: '' });
    const page = await readFile(output, 'utf8');
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).not.toMatch(/<script[^>]+src=|<link[^>]+href="(?!data:)|https?:\/\//);
    expect(await readdir(folder)).toEqual(['verify.html']);
  });

  it('writes the same bytes each time', async () => {
    const [first, second] = [join(folder, 'a.html'), join(folder, 'b.html')];
    await run(first);
    await run(second);
    expect(await readFile(first)).toEqual(await readFile(second));
  });

  it('exits 2 with one sentence and leaves nothing behind when it cannot write', async () => {
    const taken = join(folder, 'taken');
    await mkdir(taken);
    for (const output of [join(folder, 'none', 'verify.html'), taken]) {
      const { code, out, err } = await run(output);
      expect(code).toBe(2);
      expect(out).toBe('');
      expect(err).toMatch(/^The page cannot be written to .*: .*\.\n$/);
    }
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
