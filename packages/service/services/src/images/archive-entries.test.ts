import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempDirectory } from '@assay/testkit';
import { afterAll, expect, test } from 'vitest';
import { zipOf } from '../exports/zip-of.ts';
import { filesOfUpload, RefusedFile } from './archive-entries.ts';

const folder = tempDirectory();
afterAll(() => folder.remove());

type Entry = { name: string; input: string };

async function archiveOf(entries: Iterable<Entry>): Promise<Buffer> {
  function* dated() {
    for (const entry of entries) yield { ...entry, lastModified: new Date(0) };
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipOf(dated())) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** As it is, but each file compressed: what is stored as it is cannot announce another size. */
async function deflated(entries: Iterable<Entry>): Promise<Buffer> {
  const zip = await archiveOf(entries);
  return directory(zip, (at) => zip.writeUInt16LE(8, at + 10));
}

/** Changes each entry of the directory of an archive: `change` gets where it begins. */
function directory(zip: Buffer, change: (at: number, entry: number) => void): Buffer {
  const mark = Buffer.from('PK\x01\x02', 'latin1');
  let entry = 0;
  for (let at = zip.indexOf(mark); at !== -1; at = zip.indexOf(mark, at + 4)) {
    change(at, entry);
    entry += 1;
  }
  return zip;
}

async function outcomesOf(zip: Buffer): Promise<[path: string, outcome: string][]> {
  const file = join(folder.path, 'archive.zip');
  await writeFile(file, zip);
  const found: [string, string][] = [];
  for await (const each of filesOfUpload({ file, fileName: 'archive.zip', bytes: zip.length })) {
    const to = join(folder.path, 'one');
    const outcome = await each.extract(to).then(
      () => readFile(to, 'utf8'),
      (error: unknown) => {
        if (error instanceof RefusedFile) return error.refusal.code;
        throw error;
      },
    );
    found.push([each.path, outcome]);
  }
  return found;
}

test('an archive of 100,000 files in one folder is gone through in its order, one file at a time', async () => {
  function* many() {
    for (let at = 0; at < 100_000; at += 1) yield { name: `folder/${at}.png`, input: '' };
  }
  const zip = await archiveOf(many());
  const file = join(folder.path, 'many.zip');
  await writeFile(file, zip);
  let next = 0;
  for await (const { index, path } of filesOfUpload({ file, fileName: 'many.zip', bytes: zip.length })) {
    if (index !== next || path !== `folder/${next}.png`) throw new Error(`${path} at ${index}`);
    next += 1;
  }
  expect(next).toBe(100_000);
}, 120_000);

test('an archive that says it becomes far larger than pictures do is not unpacked further', async () => {
  const files = Array.from({ length: 5 }, (_, at) => ({ name: `${at}.png`, input: 'x' }));
  const zip = await deflated(files);
  directory(zip, (at) => zip.writeUInt32LE(500 * 1024 ** 2, at + 24));
  expect(await outcomesOf(zip)).toEqual([
    ['0.png', 'damaged'],
    ['1.png', 'damaged'],
    ['2.png', 'grows-too-much'],
    ['3.png', 'grows-too-much'],
    ['4.png', 'grows-too-much'],
  ]);
});

test('what is encrypted, compressed in another way, or leads out of the archive is refused, the rest read', async () => {
  const zip = await archiveOf(
    ['secret.png', 'lzma.png', '../out.png', '/root.png', 'C:\\windows.png', 'a/../../b.png', 'good.png'].map(
      (name) => ({ name, input: 'good' }),
    ),
  );
  directory(zip, (at, entry) => {
    // Of what is encrypted the announced size is larger by the bytes that begin it.
    if (entry === 0) {
      zip.writeUInt16LE(zip.readUInt16LE(at + 8) | 1, at + 8);
      zip.writeUInt32LE(zip.readUInt32LE(at + 24) + 12, at + 20);
    }
    if (entry === 1) zip.writeUInt16LE(14, at + 10);
  });
  const outcomes = await outcomesOf(zip);
  expect(outcomes.map(([, outcome]) => outcome)).toEqual([
    'encrypted',
    'unsupported-compression',
    'unsafe-path',
    'unsafe-path',
    'unsafe-path',
    'unsafe-path',
    'good',
  ]);
});
