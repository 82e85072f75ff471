import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './root.ts';

const IGNORED = new Set([
  'node_modules',
  '.next',
  'generated',
  'dist',
  '.turbo',
  'e2e',
  'test-results',
  'fixtures',
]);

async function filesBelow(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  const nested = await Promise.all(
    entries
      .filter((entry) => !IGNORED.has(entry.name) && !/\.(test|bench)\.tsx?$/.test(entry.name))
      .map((entry) => {
        const full = path.join(dir, entry.name);
        return entry.isDirectory() ? filesBelow(full) : Promise.resolve([full]);
      }),
  );
  return nested.flat().sort();
}

/** A hash of the contents of files and folders of the repository, without tests. */
export async function contentHash(places: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const place of places) {
    const full = path.join(root, place);
    if (!existsSync(full)) continue;
    const files = await filesBelow(full).catch(() => [full]);
    for (const file of files) hash.update(path.relative(root, file)).update(await readFile(file));
  }
  return hash.digest('hex');
}

/** Runs `work` unless it was done for the same contents and its `output` is still there. */
export async function skipUnchanged(
  step: { name: string; inputs: readonly string[]; output: string },
  work: () => Promise<void>,
): Promise<void> {
  const marker = path.join(root, 'node_modules', '.assay', `${step.name}.done`);
  const hash = await contentHash(step.inputs);
  if (existsSync(path.join(root, step.output)) && existsSync(marker)) {
    if ((await readFile(marker, 'utf8')) === hash) return;
  }
  await work();
  await mkdir(path.dirname(marker), { recursive: true });
  await writeFile(marker, hash);
}
